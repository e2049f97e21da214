import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openHoldfastLibrary } from '../../../electron/library/holdfast-library.ts';
import { createNodeFileLayer } from '../../../electron/library/node-file-layer.ts';
import { lineVersion } from '../../../shared/record/line.ts';
import { vocabularyIncident } from '../../support/play-vocabulary.ts';
import { factsOf, shippedFolder } from '../../support/shipped-journal.ts';
import { stateText } from '../../support/state-text.ts';
import { minute } from '../../support/story-step.ts';

const base = mkdtempSync(join(tmpdir(), 'holdfast-shipped-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const journalsIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

const openCopy = async (folder: string) => {
  const library = await openHoldfastLibrary({
    files: createNodeFileLayer(),
    folder,
    mayCreateParents: false,
    cacheFolder: null,
    appVersion: '1',
    now: () => minute(600),
  });
  const facts = factsOf(library);
  const state = library.stateOf(vocabularyIncident);
  await library.close();
  return { facts, text: state.ok ? stateText(state.value) : '' };
};

describe('the journals of every format that was shipped', () => {
  // Gap-free from 1: a format without its journals was never shipped.
  const formats = Array.from({ length: lineVersion }, (_, index) => index + 1);

  it.each(formats)('[AT4] format %i opens without a problem and reads as it did, twice the same', async (format) => {
    const shipped = shippedFolder(format);
    const folder = join(base, `format-${format}`);
    cpSync(join(shipped, 'library'), folder, { recursive: true });
    const written = journalsIn(folder);
    const [first, second] = [await openCopy(folder), await openCopy(folder)];
    expect(first.facts).toMatchObject(JSON.parse(readFileSync(join(shipped, 'facts.json'), 'utf8')));
    expect(first.facts).toMatchObject({ problems: [], conflicts: expect.arrayContaining([expect.anything()]) });
    expect(second).toEqual(first);
    expect(journalsIn(folder)).toEqual(written);
  });
});
