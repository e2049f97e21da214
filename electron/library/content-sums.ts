import { crc32 } from 'node:zlib';
import type { ContentDigest } from './sha256.ts';
import { sha256 } from './sha256.ts';

/** The sums of a journal line, over a text or over the bytes as they were read. */
export interface ContentSums {
  readonly digest: ContentDigest;
  readonly crc: (content: string | Uint8Array) => number;
}

export const contentSums: ContentSums = {
  digest: sha256,
  crc: (content) => crc32(content),
};
