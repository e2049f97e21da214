import { expect, test } from 'vitest';
import { gapWords, lostWords, problemWords } from '../../../../renderer/features/timeline/problem-words.ts';
import { toInstant } from '../../../support/incident-player.ts';

const damaged = { kind: 'damaged-line', file: 'w.jsonl', line: 3, message: 'Its sum does not fit.', text: '{"commit"' };

test('[TV20] of a damaged line it says when it was written, and that the rest is shown', () => {
  expect(problemWords({ ...damaged, after: toInstant('14:07') }, 'UTC')).toBe(
    'One line of the record, written after 14:07, is damaged and cannot be trusted. Everything else is shown.',
  );
  expect(problemWords(damaged, 'UTC')).toBe(
    'One line of the record is damaged and cannot be trusted. Everything else is shown.',
  );
});

test('[TV20] what is no single damaged line keeps its own sentence', () => {
  const { text: _, ...several } = damaged;
  expect(problemWords({ ...several, message: '7 more problems are not listed.' }, 'UTC')).toBe(
    '7 more problems are not listed.',
  );
  expect(problemWords({ ...damaged, kind: 'torn-tail', message: 'The last line is not whole.' }, 'UTC')).toBe(
    'The last line is not whole.',
  );
});

test('[TV20] in its row a gap says what it is, and which words do not count', () => {
  const line = '{"commit":{},"sum":"","clear":[["9279248bd9f1efb98deace7b8e477dea","errors at 12 %"]],"crc":""}';
  expect(gapWords({ ...damaged, text: line })).toEqual({
    what: 'A line is damaged here',
    words: '“errors at 12 %” does not count any more.',
  });
  const torn = { ...damaged, kind: 'torn-tail' };
  expect(gapWords({ ...torn, text: line }).words).toBe('“errors at 12 %” was not recorded.');
  expect(gapWords(torn)).toEqual({ what: 'A line was cut off here', words: '' });
});

test('[TV21] a change that is lost is told as one, with the way to do it again; an entry can be recorded anew', () => {
  const change = (clear: string) =>
    `{"commit":{"events":[{"type":"SeverityChanged"}]},"sum":"","clear":[${clear}],"crc":""}`;
  const reason = '["9279248bd9f1efb98deace7b8e477dea","all of checkout"]';
  expect(lostWords({ ...damaged, text: change(reason) })).toBe(
    ' It was: severity changed, “all of checkout”. That does not count: check it, and do it again if it still holds.',
  );
  expect(lostWords({ ...damaged, text: change('') })).toBe(
    ' It was: severity changed. That does not count: check it, and do it again if it still holds.',
  );
  expect(gapWords({ ...damaged, text: change(reason) }).words).toBe(
    'Severity changed, “all of checkout” does not count any more.',
  );
  expect(lostWords({ ...damaged, text: `{"clear":[${reason}]}` })).toBe(
    ' It says: “all of checkout”. Record it anew from the entry line.',
  );
  expect(lostWords(damaged)).toBe('');
});
