import { expect, test } from 'vitest';
import { intakeOf } from '../../support/intake.ts';

// As text: the nanoseconds would not survive being a number here.
const webhook = (action: string, updatedAt: string, source = 'web', note = '') =>
  `{"source":{"name":"","type":"${source}"},"action":"${action}","alert":{"alertId":"a1","message":"Checkout \\"slow\\" 1502709956288000110","note":"${note}","username":"ann@example.com","createdAt":1502709956288,"updatedAt":${updatedAt}}}`;

test('[FI8, FI16] created in milliseconds, all else in nanoseconds, of which no digit is lost', () => {
  const { entries, skipped } = intakeOf(
    [
      webhook('Create', '1502709956288000110', 'API'),
      webhook('Acknowledge', '1502709957288000111'),
      webhook('Acknowledge', '1502709957288000112', 'API'),
      webhook('AddNote', '1502709958999999999', 'web', 'looking'),
      webhook('Dance', '1502709959000000000'),
    ].join('\n'),
  );
  expect(entries.map(({ at, typed, suggests }) => [at, typed.text, suggests])).toEqual([
    ['2017-08-14T11:25:56.288Z', '1502709956288', 'alerted'],
    ['2017-08-14T11:25:57.288Z', '1502709957288000111', 'acknowledged'],
    ['2017-08-14T11:25:57.288Z', '1502709957288000112', undefined],
    ['2017-08-14T11:25:58.999Z', '1502709958999999999', undefined],
  ]);
  expect(entries.at(-1)).toMatchObject({
    author: 'ann@example.com',
    text: 'Note: Checkout "slow" 1502709956288000110: looking',
    precision: 'nanosecond',
  });
  expect(skipped).toMatchObject([{ where: 'line 5', why: 'Holdfast knows no Opsgenie action "Dance"' }]);
});
