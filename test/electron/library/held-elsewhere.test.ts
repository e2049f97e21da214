import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contentSums } from '../../../electron/library/content-sums.ts';
import { createJournalReader } from '../../../electron/library/journal-reader.ts';
import { createFaultFileLayer } from '../../support/fault-file-layer.ts';
import { aDraft, aJournalFile, anIncident, namesOf } from '../../support/journal-builders.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
const whole = aJournalFile(
  'w',
  names.map((name) => aDraft(name)),
);
const everySum = whole.commits.map(({ sum }) => sum);
const linesFrom = (from: number, to?: number) => Buffer.from(whole.lines.slice(from, to).join(''));
const startOf = (line: number) => linesFrom(0, line).length;
/** With one byte of each of these lines changed. */
const hit = (bytes: Buffer, ...lines: readonly number[]): Buffer => {
  const changed = Buffer.from(bytes);
  for (const line of lines) changed[startOf(line) + 40] = 0x7f;
  return changed;
};

const open = (given: Readonly<Record<string, Uint8Array>>) => {
  const files = createFaultFileLayer();
  files.makeFolder('/journal');
  const put = (name: string, bytes: Uint8Array) => {
    if (files.stat(`/journal/${name}`)) files.remove(`/journal/${name}`);
    files.createFile(`/journal/${name}`).write(bytes);
  };
  for (const [name, bytes] of Object.entries(given)) put(name, bytes);
  const reader = createJournalReader({ files, folder: () => '/journal', incident: anIncident, sums: contentSums });
  return { put, files, read: () => reader.read(new Set()) };
};
const marksOf = (given: Readonly<Record<string, Uint8Array>>) =>
  open(given)
    .read()
    .problems.map(({ kind, isHeldElsewhere = false }) => [kind, isHeldElsewhere]);

it('[JR49] damage costs nothing once a second file of its writer holds what stood there, and says so', () => {
  const { put, files, read } = open({ 'w.jsonl': hit(whole.bytes, 2, 4) });
  expect(namesOf(read().commits)).toEqual(['a', 'c', 'e', 'f']);
  put('w~1.jsonl', whole.bytes);
  expect(read().problems).toMatchObject(
    [3, 5].map((line) => ({
      kind: 'damaged-line',
      file: 'w.jsonl',
      line,
      isHeldElsewhere: true,
      message: 'This line is damaged: its sum does not fit. What it held is whole in another file: nothing is missing.',
    })),
  );
  // What was read once and is gone again is no record.
  files.remove('/journal/w~1.jsonl');
  expect(read().problems.some(({ isHeldElsewhere }) => isHeldElsewhere)).toBe(false);
});

it('[JR49] two damaged files of one writer make each other good', () => {
  expect(marksOf({ 'w.jsonl': hit(whole.bytes, 2), 'w~1.jsonl': hit(whole.bytes, 5) })).toEqual([
    ['damaged-line', true],
    ['damaged-line', true],
  ]);
  expect(marksOf({ 'w.jsonl': hit(whole.bytes, 2), 'w~1.jsonl': hit(whole.bytes, 2) })).toEqual([
    ['damaged-line', false],
    ['damaged-line', false],
  ]);
});

it('[JR49] damage at the end costs nothing only where the second file reaches as far', () => {
  const damaged = hit(whole.bytes, 6);
  const markWith = (second: Uint8Array) => marksOf({ 'w.jsonl': damaged, 'w~1.jsonl': second });
  expect(markWith(whole.bytes)).toEqual([['damaged-line', true]]);
  expect(markWith(linesFrom(0, 6))).toEqual([['damaged-line', false]]);
  // Two lines that became one: the second file holds the first of them alone.
  const joined = hit(whole.bytes, 5, 6);
  joined[startOf(6) - 1] = 0x7f;
  joined[startOf(6)] = 0x7f;
  expect(marksOf({ 'w.jsonl': joined, 'w~1.jsonl': linesFrom(0, 6) })).toEqual([['damaged-line', false]]);
  expect(marksOf({ 'w.jsonl': joined, 'w~1.jsonl': whole.bytes })).toEqual([['damaged-line', true]]);
});

it('[JR49] a torn last line that a second file holds whole costs nothing', () => {
  const torn = hit(whole.bytes, 6);
  torn[torn.length - 1] = 0x7f;
  expect(marksOf({ 'w.jsonl': torn, 'w~1.jsonl': whole.bytes })).toEqual([['torn-tail', true]]);
});

it('[JR49] another doubt about the file, or another writer, makes nothing good', () => {
  const broken = Buffer.concat([hit(whole.bytes, 2), linesFrom(3, 4)]);
  expect(marksOf({ 'w.jsonl': broken, 'w~1.jsonl': whole.bytes })).toEqual([
    ['damaged-line', false],
    ['broken-chain', false],
  ]);
  const forked = aJournalFile(
    'w',
    ['a', 'other'].map((name) => aDraft(name)),
  );
  expect(marksOf({ 'w.jsonl': hit(whole.bytes, 2), 'w~1.jsonl': forked.bytes })).toEqual([['damaged-line', false]]);
  expect(marksOf({ 'w.jsonl': hit(whole.bytes, 2), 'v.jsonl': whole.bytes })).toContainEqual(['damaged-line', false]);
});

it('[JR49] whatever is damaged and whatever the second file holds, damage is only passed over when every record is there', () => {
  const range = fc.record({
    at: fc.nat(whole.bytes.length - 1),
    length: fc.oneof(fc.constant(1), fc.nat(80), fc.nat(1_500)),
    fill: fc.oneof(fc.constant(0), fc.constant(10), fc.constant(0x7f), fc.constant('noise'), fc.constant('cut')),
  });
  const damage = (ranges: readonly { at: number; length: number; fill: number | 'noise' | 'cut' }[]) =>
    ranges.reduce<Buffer>((bytes, { at, length, fill }) => {
      const [before, there, behind] = [
        bytes.subarray(0, at),
        bytes.subarray(at, at + length),
        bytes.subarray(at + length),
      ];
      if (fill === 'cut') return Buffer.concat([before, behind]);
      return Buffer.concat([
        before,
        there.map((_, index) => (fill === 'noise' ? (index * 131 + at) % 256 : fill)),
        behind,
      ]);
    }, whole.bytes);
  const second = fc.oneof(
    fc.nat(names.length + 1).map((to) => linesFrom(0, to)),
    fc.nat(names.length).map((from) => Buffer.concat([linesFrom(0, 1), linesFrom(1 + from)])),
    fc.nat(whole.bytes.length).map((to) => whole.bytes.subarray(0, to)),
    fc.array(range, { minLength: 1, maxLength: 2 }).map(damage),
  );
  let passedOver = 0;
  fc.assert(
    fc.property(fc.array(range, { minLength: 1, maxLength: 3 }), second, (ranges, beside) => {
      const { commits, problems } = open({ 'w.jsonl': damage(ranges), 'w~1.jsonl': beside }).read();
      if (!problems.some(({ isHeldElsewhere }) => isHeldElsewhere)) return;
      passedOver += 1;
      const there = new Set(commits.map(({ sum }) => sum));
      expect(everySum.filter((sum) => !there.has(sum))).toEqual([]);
    }),
    { numRuns: 1_500 },
  );
  // Else it would have proved nothing.
  expect(passedOver).toBeGreaterThan(100);
});
