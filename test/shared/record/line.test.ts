import { describe, expect, it } from 'vitest';
import { contentSums } from '../../../electron/library/content-sums.ts';
import type { StoredEvent } from '../../../shared/record/event.ts';
import type { EventId } from '../../../shared/record/ids.ts';
import { blankLine, type LineCheck, openLine, sealLine } from '../../../shared/record/line.ts';
import { aCommit, aJournalFile, aNote, crcDigits, forge, sealedText } from '../../support/journal-builders.ts';

const decision = {
  ...aNote('d'),
  options: [{ text: 'roll back' }, { text: 'fix forward', cost: 3 }],
  tags: ['first tag', 'second tag'],
  reason: null,
} as unknown as StoredEvent;
const paths = [['text'], ['options', '*', 'text'], ['tags', '*'], ['reason'], ['absent', 'deep']];
const { commit } = aCommit('w', 1);
let salts = 0;
const salt = () => {
  salts += 1;
  return `salt-${salts}`;
};
const seal = (events: readonly StoredEvent[]) => sealLine({ ...commit, events }, () => paths, salt, contentSums);
const open = (line: string, check?: LineCheck) => openLine(line.replace(/\n$/, ''), contentSums, check && { check });

describe('a journal line', () => {
  it('[JR32] opens to the commit that was sealed, texts in lists included', () => {
    const { line, sum } = seal([decision, aNote('n', '')]);
    expect(open(line)).toEqual({
      ok: true,
      value: { kind: 'commit', loaded: { commit: { ...commit, events: [decision, aNote('n', '')] }, sum } },
    });
  });

  it('[JR33] free text lies only in the clear part, behind the sum', () => {
    const { line } = seal([decision]);
    const end = line.lastIndexOf(',"sum":"');
    const [summed, clear] = [line.slice(0, end), line.slice(end)];
    for (const text of ['roll back', 'fix forward', 'first tag', 'second tag', 'note d']) {
      expect(summed).not.toContain(text);
      expect(clear).toContain(text);
    }
    expect(summed).toContain('"text":null');
  });

  it('[JR33] the sum is that of every byte before it', () => {
    const { line, sum } = seal([decision]);
    expect(contentSums.digest(line.slice(0, line.lastIndexOf(',"sum":"')))).toBe(sum);
  });

  it('[JR34] blanking an event removes all its texts, keeps the sum, and leaves the other events alone', () => {
    const { line, sum } = seal([decision, aNote('keep')]);
    const blanked = blankLine(line.slice(0, -1), new Set([decision.id]), contentSums) ?? '';
    expect(blanked).not.toMatch(/roll back|fix forward|note d|first tag/);
    const opened = open(blanked);
    expect(opened).toMatchObject({ ok: true, value: { loaded: { sum, blanked: [decision.id] } } });
    const events = opened.ok && opened.value.kind === 'commit' ? opened.value.loaded.commit.events : [];
    expect(events[0]).toMatchObject({ text: '[redacted]', tags: ['[redacted]', '[redacted]'], reason: null });
    expect(events[1]).toEqual(aNote('keep'));
    expect(blankLine(blanked, new Set([decision.id]), contentSums)).toBeNull();
    expect(blankLine(blanked, new Set(['nobody' as EventId]), contentSums)).toBeNull();
  });

  it('[JR35] lone surrogates survive and cannot be exchanged unnoticed', () => {
    const { line } = seal([aNote('n', '\ud800')]);
    expect(open(line)).toMatchObject({ ok: true, value: { loaded: { commit: { events: [{ text: '\ud800' }] } } } });
    expect(open(forge(line, (body) => body.replace('\\ud800', '\\ud801')))).toMatchObject({
      ok: false,
      error: { kind: 'damaged' },
    });
  });

  it('[JR36] only the one valid form is accepted: no spaces, other escapes, doubled keys or trailing bytes', () => {
    const line = seal([aNote('n', 'abc')]).line.slice(0, -1);
    const forged = [
      (body: string) => ` ${body}`,
      (body: string) => `${body},"more":1`,
      (body: string) => body.replace('"clear":[', '"clear": ['),
      (body: string) => body.replace('abc', '\\u0061bc'),
      (body: string) => body.replace(',"clear"', ',"clear":[],"clear"'),
      (body: string) => body.replace('"seq":1', '"seq":2'),
    ].map((change) => forge(line, change));
    const behind = [`${line} `, `${line.slice(0, -1)},"more":1}`, line.replace('"crc":"', '"crc": "')];
    for (const each of [...forged, ...behind])
      expect(open(each), each).toMatchObject({ ok: false, error: { kind: 'damaged' } });
  });

  it('[JR36] an escape in another spelling of the same length is found, too', () => {
    const { line } = seal([aNote('n', '\ud800')]);
    expect(open(forge(line, (body) => body.replace('\\ud800', '\\uD800')))).toMatchObject({
      ok: false,
      error: { kind: 'damaged' },
    });
  });

  it('[OP1] a line ends with a check over every byte before it, and one that does not fit is damage for both checks', () => {
    for (const line of [seal([decision, aNote('n', 'Zoë 𝄞')]).line, aJournalFile('w', []).lines[0] ?? '']) {
      const body = line.slice(0, line.lastIndexOf(',"crc":"'));
      expect(line).toBe(`${body},"crc":"${crcDigits(body)}"}\n`);
      const wrong = `${body},"crc":"${crcDigits(`${body} `)}"}`;
      for (const check of ['quick', 'full'] as const)
        expect(open(wrong, check)).toMatchObject({ ok: false, error: { kind: 'damaged' } });
    }
  });

  it('[OP2] the quick check opens to the same commit, and leaves what was forged to the full one', () => {
    const { line } = seal([decision, aNote('n', 'abc')]);
    const blanked = blankLine(line.slice(0, -1), new Set([decision.id]), contentSums) ?? '';
    for (const each of [line, blanked]) expect(open(each, 'quick')).toEqual(open(each));
    const forged = forge(line, (body) => body.replace('abc', 'xyz'));
    expect(open(forged, 'quick')).toMatchObject({ ok: true });
    expect(open(forged)).toMatchObject({ ok: false, error: { kind: 'damaged' } });
  });

  it('[JR37] a line that is whole but says nonsense is damage, never an exception', () => {
    const sealed = (head: string, clear = '[]') => sealedText(head, `,"clear":${clear}`);
    const place = (at: unknown) =>
      sealed(
        `{"commit":${JSON.stringify({ ...commit, events: [{ ...aNote('n'), text: null }], clearSums: [{ at, sum: contentSums.digest('["s","t"]') }] })}`,
        '[["s","t"]]',
      );
    expect(open(place([0, 'text']))).toMatchObject({ ok: true });
    const lines = [
      '',
      '{}',
      'null',
      '{"sum":1}',
      sealed('{"commit":null'),
      sealed('{"commit":{"v":1}'),
      sealed('{"commit":[]'),
    ];
    const moments = [
      '',
      'zzz',
      '2026-03-02',
      '0000-01-01T00:00:00.000Z',
      '2026-13-02T09:04:00.000Z',
      '+12026-03-02T09:04',
    ];
    lines.push(
      ...moments.flatMap((at) => [
        sealed(`{"commit":${JSON.stringify({ ...commit, recordedAt: at, clearSums: [] })}`),
        sealed(
          `{"commit":${JSON.stringify({ ...commit, events: [{ ...aNote('n'), occurredAt: at }], clearSums: [] })}`,
        ),
      ]),
    );
    for (const at of ['0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])
      expect(open(sealed(`{"commit":${JSON.stringify({ ...commit, recordedAt: at, clearSums: [] })}`)).ok).toBe(true);
    const places = [[], [9, 'text'], [0, 'id'], ['__proto__', 'text'], [0, '__proto__', 'text'], [0]].map(place);
    for (const each of [...lines, ...places])
      for (const check of ['quick', 'full'] as const)
        expect(open(each, check), each).toMatchObject({ ok: false, error: { kind: 'damaged' } });
    expect(open(sealed('{"commit":{"v":2}'))).toMatchObject({ ok: false, error: { kind: 'newer' } });
  });
});
