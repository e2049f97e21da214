import { takeOut } from '../../shared/record/redacted-text.ts';
import type { FileLayer } from './file-layer.ts';

/** A file in a place of a draft that cannot be offered. */
export interface UnusableDraft {
  readonly fault: string;
  /** The disk gave no bytes to judge by: they may be whole, so the file stays in its place and is tried again. */
  readonly isUnread: boolean;
}

export interface UnusableDrafts {
  setAside(path: string, draft: UnusableDraft): void;
  /** A look at all drafts has ended: says so when other ones were found than before. */
  tell(): void;
  notices(): readonly string[];
}

interface UnusableDraftsDeps {
  readonly files: FileLayer;
  readonly newToken: () => string;
  readonly onNotices: () => void;
}

/** Behind the name of a draft: neither offered nor ever removed by the app, somebody may read what is left of it. */
const mark = '.corrupt-';

export const isSetAside = (name: string): boolean => name.includes(mark);

/** Drafts that nobody can be offered, each with the sentence that says where it lies. */
export const createUnusableDrafts = ({ files, newToken, onNotices }: UnusableDraftsDeps): UnusableDrafts => {
  /** Told as long as this run lasts; the next one finds nothing left to tell. */
  const setAside: string[] = [];
  /** Of the look before, and of the one that goes on. */
  let inPlace: string[] = [];
  const found: string[] = [];
  let told = '';
  const moveAside = (path: string): string | null => {
    const kept = `${path}${mark}${newToken()}`;
    try {
      files.rename(path, kept);
      return kept;
    } catch {
      // The library itself says what is wrong with its disk.
      return null;
    }
  };

  return {
    setAside: (path, { fault, isUnread }) => {
      const kept = isUnread ? null : moveAside(path);
      (kept === null ? found : setAside).push(
        `A text that was typed and not recorded cannot be used (${fault}). It was ${kept === null ? 'left' : 'kept'} as ${kept ?? path}: look there for what is left of it.`,
      );
    },
    tell: () => {
      inPlace = found.splice(0);
      const now = [...setAside, ...inPlace].join();
      if (now === told) return;
      told = now;
      onNotices();
    },
    notices: () => [...setAside, ...inPlace],
  };
};

/** The redaction mark in place of `texts` in bytes that make no sense as a whole, however deep JSON has escaped them. */
export const takeOutOfBytes = (bytes: Buffer, texts: readonly string[]): Buffer => {
  const escaped = texts.map((text) => JSON.stringify(text).slice(1, -1));
  // One sign a byte: damage need not be UTF-8, and must not change.
  const sought = [...texts, ...escaped].map((text) => Buffer.from(text).toString('latin1'));
  return Buffer.from(takeOut(bytes.toString('latin1'), sought), 'latin1');
};
