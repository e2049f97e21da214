import { describe, expect, it } from 'vitest';
import { contentSums } from '../../../electron/library/content-sums.ts';
import { readJournalBytes } from '../../../electron/library/journal-bytes.ts';
import { createLateCheck } from '../../../electron/library/late-check.ts';
import { openRefusing, openWith } from '../../../electron/library/open-piece.ts';
import { aDraft, aJournalFile, aNote, anIncident, forge, namesOf } from '../../support/journal-builders.ts';

const source = { file: 'w.jsonl', incident: anIncident, sums: contentSums };
/** Longer than a slice, and cut inside characters of several bytes. */
const long = 'Zoë 𝄞 '.repeat(20_000);
const drafts = Array.from({ length: 1_500 }, (_, index) =>
  aDraft(String(index), { events: [aNote(String(index), index === 700 ? long : `note ${index}`)] }),
);
const { lines } = aJournalFile('w', drafts);
const forged = new Set([3, 400, 701, 1_500]);
const bytes = Buffer.from(
  lines
    .map((line, index) => (forged.has(index) ? `${forge(line, (body) => body.replace('"Zoë"', '"Eve"'))}\n` : line))
    .join(''),
);

const checkAll = (content: Buffer) => {
  let slices = 0;
  const late = createLateCheck((from, length) => content.subarray(from, from + length), source, content.length);
  while (!late.isDone()) {
    late.next();
    slices += 1;
  }
  return { slices, unfit: late.unfit };
};

describe('the full check behind the quick one', () => {
  it('[OP3] finds slice by slice exactly the lines that the full check refuses and the quick one takes', () => {
    const { slices, unfit } = checkAll(bytes);
    expect(slices).toBeGreaterThan(5);
    const commits = [...unfit.values()].filter((loaded) => loaded !== null);
    expect(namesOf(commits)).toEqual([...forged].map((line) => String(line - 1)));
    const open = openRefusing(openWith(contentSums, 'quick'), new Set(unfit.keys()));
    expect(readJournalBytes(bytes, { ...source, open })).toEqual(readJournalBytes(bytes, source));
  });

  it('[OP3] has nothing to add where a line is damaged, torn or of a newer format', () => {
    const damaged = Buffer.from(lines.join(''));
    damaged[damaged.length >> 1] = 0x7f;
    expect(checkAll(damaged.subarray(0, -20)).unfit.size).toBe(0);
    expect(checkAll(Buffer.from('no journal\n')).unfit.size).toBe(0);
    expect(checkAll(Buffer.alloc(0)).unfit.size).toBe(0);
  });

  it('[OP3] finds a header whose sum does not fit', () => {
    const [header = '', ...rest] = lines;
    const { unfit } = checkAll(
      Buffer.from([forge(header, (body) => body.replace('"sum":"', '"sum":"0')), ...rest].join('\n')),
    );
    expect([...unfit]).toEqual([[0, null]]);
  });
});
