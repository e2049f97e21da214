import { setImmediate } from 'node:timers/promises';
import type { FileLayer } from '../../electron/library/file-layer.ts';
import { type HoldfastLibrary, holdfastRules } from '../../electron/library/holdfast-library.ts';
import { createLibrary } from '../../electron/library/session.ts';
import { sha256 } from '../../electron/library/sha256.ts';
import type { Instant } from '../../shared/kernel/instant.ts';

export interface StoryLibraryOptions {
  /** Names this run: all its ids and tokens are made of it, so the same run writes the same bytes. */
  readonly run: string;
  readonly now: () => Instant;
  readonly folder?: string;
  readonly cacheFolder?: string | null;
  /** By default long after every file: runs seem over. */
  readonly fileNowMs?: () => number;
}

/** One run of the product's own library on any file layer, with nothing random in it. */
export const openStoryLibrary = (
  files: FileLayer,
  { run, now, folder = '/data/library', cacheFolder = null, fileNowMs = () => 1e9 }: StoryLibraryOptions,
): Promise<HoldfastLibrary> => {
  const next = counter();
  return createLibrary({
    files,
    folder,
    mayCreateParents: true,
    cacheFolder,
    appVersion: '1',
    rules: quickRules,
    clock: { now, monoMs: () => 7, boot: 'boot' },
    fileNowMs,
    // Hex digits in capitals are digits of a ULID, too.
    newUlid: () => `01JQ${sha256(`${run} id ${next()}`).slice(0, 22).toUpperCase()}`,
    newToken: () => sha256(`${run} token ${next()}`).slice(0, 32),
    run,
    isRunAlive: () => false,
    pause: () => setImmediate(null),
    setTimer: () => () => {},
  });
};

/** Checking a playbook takes as long as all the rest of opening a small library, and tests open thousands of them. */
const parsed = new Map<string, ReturnType<typeof holdfastRules.parsePlaybook>>();
const quickRules: typeof holdfastRules = {
  ...holdfastRules,
  parsePlaybook: (input) => {
    const text = JSON.stringify(input);
    const known = parsed.get(text) ?? holdfastRules.parsePlaybook(input);
    parsed.set(text, known);
    return known;
  },
};

const counter = () => {
  let count = 0;
  return () => {
    count += 1;
    return count;
  };
};
