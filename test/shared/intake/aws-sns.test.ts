import { expect, test } from 'vitest';
import { intakeOf } from '../../support/intake.ts';

const notification = (message: unknown, fields: object = {}) => ({
  Type: 'Notification',
  MessageId: 'm1',
  TopicArn: 'arn:aws:sns:us-east-1:1:ops',
  Subject: 'ALARM',
  Message: typeof message === 'string' ? message : JSON.stringify(message),
  Timestamp: '2026-03-02T09:05:00.000Z',
  ...fields,
});
const alarm = (state: string) => ({
  AlarmName: 'Errors',
  NewStateValue: state,
  OldStateValue: 'OK',
  NewStateReason: 'Threshold crossed [1.0 (02/03/26 09:03:00)].',
  StateChangeTime: '2026-03-02T09:04:00.006+0000',
});

test('[FI17] JSON inside a text, in the wrapping of a Lambda; the time is that of the change', () => {
  const { entries, title } = intakeOf({ Records: [{ Sns: notification(alarm('ALARM')) }] });
  expect(title).toBe('Alarm Errors');
  expect(entries).toMatchObject([
    {
      at: '2026-03-02T09:04:00.006Z',
      author: 'CloudWatch',
      kind: 'alert',
      text: 'ALARM: Errors, was OK. Threshold crossed [1.0 (02/03/26 09:03:00)]',
      suggests: 'alerted',
      source: { id: 'm1', where: 'record 1' },
    },
  ]);
});

test('[FI17] plain words, a bare alarm and an event are read; missing data is neither good nor bad', () => {
  const event = {
    id: 'e1',
    'detail-type': 'Glue Job State Change',
    source: 'aws.glue',
    time: '2026-03-02T09:06:00Z',
    detail: { jobName: 'nightly', state: 'FAILED', message: 'exit 1' },
  };
  const { entries, skipped } = intakeOf([
    notification('All\nfine', { Subject: 'News' }),
    alarm('INSUFFICIENT_DATA'),
    event,
    notification('confirm', { Type: 'SubscriptionConfirmation' }),
    notification(
      { 'detail-type': 'Finding', detail: { title: 'x' } },
      { MessageId: 'm2', Timestamp: '1970-01-01T00:00:00.000Z' },
    ),
  ]);
  expect(entries.map(({ author, text, suggests }) => [author, text, suggests])).toEqual([
    ['CloudWatch', 'INSUFFICIENT_DATA: Errors, was OK. Threshold crossed [1.0 (02/03/26 09:03:00)]', undefined],
    ['ops', 'News: All\nfine', undefined],
    ['aws.glue', 'Glue Job State Change: FAILED. nightly. exit 1', undefined],
  ]);
  expect(skipped.map(({ why }) => why)).toEqual([
    'it is a SubscriptionConfirmation, no notification',
    'its time, 1970-01-01T00:00:00.000Z, stands for one that was not set',
  ]);
});

test('[FI17] a time in a message that is neither alarm nor event is not when it was sent', () => {
  const { entries } = intakeOf([
    notification({ time: '2026-03-01T00:00:00Z', job: 'nightly' }),
    notification({ StateChangeTime: '2026-03-01T00:00:00Z' }, { MessageId: 'm2' }),
  ]);
  expect(entries.map(({ at }) => at)).toEqual(['2026-03-02T09:05:00.000Z', '2026-03-02T09:05:00.000Z']);
});
