import { describe, expect, it } from 'vitest';
import { contentSums } from '../../../electron/library/content-sums.ts';
import { readJournalBytes, startOfFile } from '../../../electron/library/journal-bytes.ts';
import { type OpenPiece, openWith } from '../../../electron/library/open-piece.ts';
import type { EventId, IncidentId } from '../../../shared/record/ids.ts';
import { blankLine } from '../../../shared/record/line.ts';
import {
  aDraft,
  aJournalFile,
  aNote,
  anIncident,
  aRedaction,
  namesOf,
  sealedText,
  start,
} from '../../support/journal-builders.ts';

const names = ['a', 'b', 'c', 'd'];
const whole = aJournalFile('w', [
  aDraft('a', { events: [aNote('a', 'Zoë: "quoted" \\ 𝄞\n')] }),
  aDraft('b', { events: [] }),
  aDraft('c', { events: [aRedaction('event-a'), aNote('c')] }),
  aDraft('d'),
]);
const blankedFirst = `${blankLine(whole.lines[1]?.slice(0, -1) ?? '', new Set(['event-a' as EventId]), contentSums)}\n`;
const bytes = Buffer.from([whole.lines[0], blankedFirst, ...whole.lines.slice(2)].join(''));
const source = { file: 'w.jsonl', incident: anIncident, sums: contentSums };
const read = (content: Uint8Array) => readWith(openWith(contentSums, 'full'), content);
const readWith = (open: OpenPiece, content: Uint8Array) => {
  const { commits, problems, tailProblems } = readJournalBytes(content, { ...source, open });
  return { names: namesOf(commits), problems: [...problems, ...tailProblems] };
};
const lineEnds = [...bytes.entries()].filter(([, byte]) => byte === 10).map(([index]) => index);

describe('reading a journal', () => {
  it('[JR11] a whole journal reads without a problem', () => {
    expect(read(bytes)).toEqual({ names, problems: [] });
  });

  it('[JR12] every prefix keeps every whole line, reports the rest, and can be read on from where it ended', () => {
    const wrong: number[] = [];
    for (let length = 0; length <= bytes.length; length += 1) {
      const first = readJournalBytes(bytes.subarray(0, length), source);
      // A line is whole with its last byte; the line feed behind it may be missing.
      const wholeLines = lineEnds.filter((end) => end <= length).length;
      const isAtLineEnd = length === 0 || lineEnds.includes(length) || lineEnds.includes(length - 1);
      const expected = isAtLineEnd ? (length === 0 ? ['empty'] : []) : ['torn-tail'];
      const rest = readJournalBytes(bytes.subarray(first.position.offset), source, first.position);
      const isRight =
        namesOf(first.commits).join() === names.slice(0, Math.max(0, wholeLines - 1)).join() &&
        [...first.problems, ...first.tailProblems].map(({ kind }) => kind).join() === expected.join() &&
        rest.problems.length === 0 &&
        [...new Set(namesOf([...first.commits, ...rest.commits]))].join() === names.join();
      if (!isRight) wrong.push(length);
    }
    expect(wrong).toEqual([]);
  }, 30_000);

  it.each(['quick', 'full'] as const)(
    '[JR13] the %s check finds every flipped bit, at the cost of the line that it hit',
    (check) => {
      const missed: string[] = [];
      const flipped = Buffer.from(bytes);
      const read = (content: Buffer) => readWith(openWith(contentSums, check), content);
      for (const [at, byte] of bytes.entries()) {
        const hit = lineEnds.filter((end) => end < at).length;
        const kept = lineEnds.includes(at) ? names : names.filter((_, index) => index !== hit - 1);
        for (let bit = 0; bit < 8; bit += 1) {
          flipped[at] = byte ^ (1 << bit);
          const found = read(flipped);
          if (found.problems.length === 0 || kept.some((name) => !found.names.includes(name)))
            missed.push(`${at}.${bit}`);
        }
        flipped[at] = byte;
      }
      expect(missed).toEqual([]);
    },
    30_000,
  );

  it('[JR14] a torn last line is reported with its text as not recorded', () => {
    const torn = Buffer.concat([bytes, Buffer.from('{"commit":{"v":1,"inci')]);
    expect(read(torn)).toMatchObject({
      names,
      problems: [{ kind: 'torn-tail', file: 'w.jsonl', line: 6, offset: bytes.length, text: '{"commit":{"v":1,"inci' }],
    });
  });

  it('[TV20] damage says when the last whole line before it was recorded', () => {
    const [, second = ''] = bytes.toString('utf8').split('\n').slice(1);
    const damaged = Buffer.from(bytes.toString('utf8').replace(second, second.replace('commit', 'comXit')));
    expect(read(damaged).problems).toMatchObject([{ kind: 'damaged-line', line: 3, after: start }]);
  });

  it('[JR14] zero bytes behind the last line are a torn line too', () => {
    expect(read(Buffer.concat([bytes, Buffer.alloc(512)])).problems).toMatchObject([
      { kind: 'torn-tail', text: '512 zero bytes' },
    ]);
  });

  it('[JR15] a damaged line in the middle is one problem with its place, and no broken chain beside it', () => {
    const damaged = Buffer.from(bytes);
    const at = (lineEnds[1] ?? 0) + 40;
    damaged[at] = 0x7f;
    expect(read(damaged)).toMatchObject({
      names: ['a', 'c', 'd'],
      problems: [{ kind: 'damaged-line', line: 3, offset: (lineEnds[1] ?? 0) + 1 }],
    });
  });

  it('[JR16] missing, doubled and exchanged lines break the chain and are all kept', () => {
    const [header, a, b, c, d] = whole.lines as [string, string, string, string, string];
    const kinds = (lines: string[]) => read(Buffer.from(lines.join('')));
    expect(kinds([header, a, c, d])).toMatchObject({
      names: ['a', 'c', 'd'],
      problems: [{ kind: 'broken-chain', line: 3 }],
    });
    expect(kinds([header, a, b, b, c, d]).problems).toMatchObject([{ kind: 'broken-chain', line: 4 }]);
    expect(kinds([header, b, a, c, d]).names).toEqual(['b', 'a', 'c', 'd']);
    expect(kinds([header, b, a, c, d]).problems.length).toBeGreaterThan(0);
    expect(kinds([a, b, c, d])).toMatchObject({ names, problems: [{ kind: 'broken-chain', line: 1 }] });
  });

  it('[JR17] byte-order mark and changed line ends are reported, the content still counts', () => {
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
    expect(read(marked)).toMatchObject({ names, problems: [{ kind: 'byte-order-mark' }] });
    const windows = Buffer.from(bytes.toString('utf8').replaceAll('\n', '\r\n'));
    expect(read(windows)).toMatchObject({ names, problems: [{ kind: 'line-endings' }] });
  });

  it('[JR18] binary, wrong encoding and foreign text are one clear problem', () => {
    const contents = [
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]),
      Buffer.from(bytes.toString('utf8'), 'utf16le'),
      Buffer.from('a,b\n1,2\n'),
    ];
    for (const content of contents)
      expect(read(content)).toMatchObject({ names: [], problems: [{ kind: 'not-a-journal', file: 'w.jsonl' }] });
  });

  it('[JR18] bytes that are no UTF-8 are damage even where they read like the text that was written', () => {
    const { bytes: written } = aJournalFile('w', [aDraft('a', { events: [aNote('a', '\ufffd')] }), aDraft('b')]);
    // The first three bytes of a four-byte character decode to the very replacement character they take the place of.
    Buffer.from([0xf0, 0x9f, 0x98]).copy(written, written.indexOf('\ufffd'));
    expect(read(written)).toMatchObject({ names: ['b'], problems: [{ kind: 'damaged-line', line: 2 }] });
  });

  it('[JR18] nothing is tried on lines that cannot be whole, however many, and every whole line among them counts', () => {
    const foreign = Array.from({ length: 5_000 }, (_, index) => `09:04 request ${index} took 3 ms\n`).join('');
    const tried: number[] = [];
    const full = openWith(contentSums, 'full');
    const counting: OpenPiece = (piece, offset, text) => {
      tried.push(offset);
      return full(piece, offset, text);
    };
    expect(readWith(counting, Buffer.from(foreign)).problems).toMatchObject([{ kind: 'not-a-journal' }]);
    expect(tried).toEqual([]);
    const among = readWith(counting, Buffer.from([foreign, bytes, foreign].join('')));
    expect(among.names).toEqual(names);
    // One more: the line behind the last whole one.
    expect(new Set(tried).size).toBe(whole.lines.length + 1);
    expect(among.problems.at(-1)?.message).toMatch(/^\d+ more problems are not listed\.$/);
  });

  it('[JR18] reading goes on behind foreign text, with the line that comes there', () => {
    const content = Buffer.from('one\ntwo\nhalf a line');
    const { position } = readJournalBytes(content, source);
    expect(position).toEqual({ ...startOfFile, offset: 8, line: 3 });
  });

  it('[JR19] a line of another incident is reported and does not count', () => {
    const other = readJournalBytes(bytes, { ...source, incident: 'other' as IncidentId });
    expect(other.commits).toEqual([]);
    expect(new Set(other.problems.map((problem) => problem.kind))).toEqual(new Set(['other-incident']));
  });

  it('[JR20] a line of a newer format is named as such', () => {
    const head = '{"header":{"format":"holdfast-journal","v":2,"incident":"x","writer":"w"}';
    const newer = Buffer.from(`${sealedText(head)}\n`);
    expect(read(newer)).toMatchObject({ names: [], problems: [{ kind: 'newer-format', line: 1 }] });
  });

  it('[JR21] a line longer than any that Holdfast writes is damage, not a stop', () => {
    const { commits, problems } = readJournalBytes(bytes, {
      ...source,
      maxLineBytes: (lineEnds[2] ?? 0) - (lineEnds[1] ?? 0),
    });
    expect(namesOf(commits)).toContain('b');
    expect(problems.map((problem) => problem.kind)).toContain('damaged-line');
  });

  it('[JR22] a copy under another name is read and named', () => {
    const { commits, problems } = readJournalBytes(
      bytes,
      { ...source, file: 'w (conflicted copy).jsonl' },
      startOfFile,
    );
    expect(namesOf(commits)).toEqual(names);
    expect(problems).toMatchObject([{ kind: 'copy' }]);
  });
});
