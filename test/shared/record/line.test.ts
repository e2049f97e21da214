import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../electron/library/sha256.ts';
import type { StoredEvent } from '../../../shared/record/event.ts';
import type { EventId } from '../../../shared/record/ids.ts';
import { blankLine, openLine, sealLine } from '../../../shared/record/line.ts';
import { aCommit, aNote } from '../../support/journal-builders.ts';

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
const seal = (events: readonly StoredEvent[]) => sealLine({ ...commit, events }, () => paths, salt, sha256);
const open = (line: string) => openLine(line.replace(/\n$/, ''), sha256);

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
    expect(sha256(line.slice(0, line.lastIndexOf(',"sum":"')))).toBe(sum);
  });

  it('[JR34] blanking an event removes all its texts, keeps the sum, and leaves the other events alone', () => {
    const { line, sum } = seal([decision, aNote('keep')]);
    const blanked = blankLine(line.slice(0, -1), new Set([decision.id]), sha256) ?? '';
    expect(blanked).not.toMatch(/roll back|fix forward|note d|first tag/);
    const opened = open(blanked);
    expect(opened).toMatchObject({ ok: true, value: { loaded: { sum, blanked: [decision.id] } } });
    const events = opened.ok && opened.value.kind === 'commit' ? opened.value.loaded.commit.events : [];
    expect(events[0]).toMatchObject({ text: '[redacted]', tags: ['[redacted]', '[redacted]'], reason: null });
    expect(events[1]).toEqual(aNote('keep'));
    expect(blankLine(blanked, new Set([decision.id]), sha256)).toBeNull();
    expect(blankLine(blanked, new Set(['nobody' as EventId]), sha256)).toBeNull();
  });

  it('[JR35] lone surrogates survive and cannot be exchanged unnoticed', () => {
    const { line } = seal([aNote('n', '\ud800')]);
    expect(open(line)).toMatchObject({ ok: true, value: { loaded: { commit: { events: [{ text: '\ud800' }] } } } });
    expect(open(line.replace('\\ud800', '\\ud801'))).toMatchObject({ ok: false, error: { kind: 'damaged' } });
  });

  it('[JR36] only the one valid form is accepted: no spaces, other escapes, doubled keys or trailing bytes', () => {
    const line = seal([aNote('n', 'abc')]).line.slice(0, -1);
    const forged = [
      `${line} `,
      ` ${line}`,
      line.replace('"clear":[', '"clear": ['),
      line.replace('abc', '\\u0061bc'),
      line.replace(',"clear"', ',"clear":[],"clear"'),
      `${line.slice(0, -1)},"more":1}`,
      line.replace('"seq":1', '"seq":2'),
    ];
    for (const each of forged) expect(open(each), each).toMatchObject({ ok: false, error: { kind: 'damaged' } });
  });

  it('[JR36] an escape in another spelling of the same length is found, too', () => {
    const { line } = seal([aNote('n', '\ud800')]);
    expect(open(line.replace('\\ud800', '\\uD800'))).toMatchObject({ ok: false, error: { kind: 'damaged' } });
  });

  it('[JR37] a line that is whole but says nonsense is damage, never an exception', () => {
    const sealed = (head: string, clear = '[]') => `${head},"sum":"${sha256(head)}","clear":${clear}}`;
    const place = (at: unknown) =>
      sealed(
        `{"commit":${JSON.stringify({ ...commit, events: [{ ...aNote('n'), text: null }], clearSums: [{ at, sum: sha256('["s","t"]') }] })}`,
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
    const places = [[], [9, 'text'], [0, 'id'], ['__proto__', 'text'], [0, '__proto__', 'text'], [0]].map(place);
    for (const each of [...lines, ...places])
      expect(open(each), each).toMatchObject({ ok: false, error: { kind: 'damaged' } });
    expect(open(sealed('{"commit":{"v":2}'))).toMatchObject({ ok: false, error: { kind: 'newer' } });
  });
});
