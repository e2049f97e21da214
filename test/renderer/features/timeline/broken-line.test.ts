import { expect, test } from 'vitest';
import { changeOfLine, entryLineOf } from '../../../../renderer/features/timeline/broken-line.ts';
import { toInstant } from '../../../support/incident-player.ts';

const salt = '256bba509d04f14d2ad8e8ea60e99dba';
const line = (command: string, events: readonly object[], ...texts: readonly string[]) =>
  `{"commit":{"v":1,"command":{"id":"c1","type":"${command}"},"events":${JSON.stringify(events)},"clearSums":[]},"sum":"d4","clear":${JSON.stringify(texts.map((text) => [salt, text]))}}`;
const entry = (given: object = {}) => ({
  id: 'e1',
  type: 'EntryRecorded',
  occurredAt: toInstant('10:28:31'),
  text: null,
  ...given,
});
const lineOf = (given: object, now = toInstant('11:00')) =>
  entryLineOf(line('RecordEntry', [entry(given)], 'errors at 12 %'), 'UTC', now);

test('[TV21] of a line that is not whole it says what it changed, unless it was an entry', () => {
  const severity = { id: 'e1', type: 'SeverityChanged', severity: 'SEV1', reason: null };
  expect(changeOfLine(line('ChangeSeverity', [severity], 'all of checkout'))).toBe('Severity changed');
  const phase = { id: 'e2', type: 'PhaseMoved' };
  expect(changeOfLine(line('ReachMilestone', [{ type: 'MilestoneReached' }, phase, phase]))).toBe(
    'Milestone reached, phase moved',
  );
  expect(changeOfLine(line('RecordEntry', [entry()], 'errors'))).toBe('');
  expect(changeOfLine('512 zero bytes')).toBe('');
});

test('[TV21] where the name of the change was hit, what was asked for tells it; words of people tell nothing', () => {
  const hit = [{ type: 'Severi\u007fyChanged' }];
  expect(changeOfLine(line('ChangeSeverity', hit, 'all'))).toBe('Change severity');
  expect(changeOfLine(line('RecordEntry', hit, '"type":"SeverityChanged"'))).toBe('');
  // Cut off before its events.
  expect(changeOfLine(line('ChangeSeverity', hit).split('"events"')[0] ?? '')).toBe('Change severity');
});

test('[TV21] an entry is put into the entry line with its kind and its time, as far as a line can say them', () => {
  expect(lineOf({ kind: 'observation' })).toBe('10:28:31 !obs errors at 12 %');
  expect(lineOf({ kind: 'note', visibility: 'restricted' })).toBe('10:28:31 !inside errors at 12 %');
  expect(lineOf({ kind: 'communication' })).toBe('10:28:31 errors at 12 %');
  expect(lineOf({ occurredAt: '2026-03-' })).toBe('errors at 12 %');
  // The same clock time of another day would be another moment.
  expect(lineOf({ kind: 'todo' }, toInstant('2026-03-03T11:00:00.000Z'))).toBe('!todo errors at 12 %');
});
