import { isObject } from '../kernel/is-object.ts';
import { err, type Result } from '../kernel/result.ts';
import type { Collector } from './collector.ts';
import { type JsonDocument, placed } from './documents.ts';
import { joined, listAt, sentences, textAt, valueAt } from './foreign-value.ts';
import type { JsonFormat } from './format.ts';
import { parseJson } from './parse-json.ts';
import type { Moment } from './proposed-entry.ts';
import { readMoment } from './read-moment.ts';

/** Notifications of AWS SNS, bare or as a Lambda gets them, CloudWatch alarms and EventBridge events, in them or by themselves. */
export const awsSns: JsonFormat = {
  id: 'aws-sns',
  name: 'AWS',
  knows: (value) =>
    isNotification(value) ||
    listAt(value, 'Records').some((record) => isNotification(valueAt(record, 'Sns'))) ||
    isAlarm(value) ||
    isEvent(value),
  read: (documents, collector, zone) => {
    for (const document of documents) {
      const records = listAt(document.value, 'Records');
      for (const [index, record] of records.entries())
        readOne(document, `record ${index + 1}`, valueAt(record, 'Sns'), collector, zone);
      if (records.length === 0) readOne(document, '', document.value, collector, zone);
    }
  },
};

const isNotification = (value: unknown) =>
  textAt(value, 'TopicArn') !== undefined && textAt(value, 'Type') !== undefined;
const isAlarm = (value: unknown) =>
  textAt(value, 'AlarmName') !== undefined && textAt(value, 'NewStateValue') !== undefined;
const isEvent = (value: unknown) => textAt(value, 'detail-type') !== undefined && isObject(valueAt(value, 'detail'));

const readOne = (
  document: JsonDocument,
  inner: string,
  outer: unknown,
  collector: Collector,
  zone: string | undefined,
): void => {
  const place = placed(document, inner);
  const type = textAt(outer, 'Type');
  const message = textAt(outer, 'Message') ?? '';
  if (isNotification(outer) && type !== 'Notification') {
    collector.skip(place.where, `it is a ${type}, no notification`, message);
    return;
  }
  // The message is JSON inside a text, or just a text.
  const parsed = isNotification(outer) ? parseJson(message) : { ok: true as const, value: outer };
  const content = parsed.ok && isObject(parsed.value) ? parsed.value : undefined;
  const said = isAlarm(content) ? alarmWords(content) : isEvent(content) ? eventWords(content) : undefined;
  const text = said ?? joined(': ', textAt(outer, 'Subject'), textAt(content, 'Event Message') ?? message);
  // Only where it is known what the time is of: any other message may have a `time` that means something else.
  const when = isAlarm(content)
    ? textAt(content, 'StateChangeTime')
    : isEvent(content)
      ? textAt(content, 'time')
      : undefined;
  if (isAlarm(content)) collector.suggestTitle(`Alarm ${textAt(content, 'AlarmName')}`);
  else collector.suggestTitle(textAt(outer, 'Subject') ?? textAt(content, 'detail-type'));
  collector.propose({
    ...place,
    id: textAt(outer, 'MessageId') ?? textAt(content, 'id') ?? joined('|', textAt(content, 'AWSAccountId'), when, text),
    when: momentOf(when ?? textAt(outer, 'Timestamp'), zone),
    author: isAlarm(content) ? 'CloudWatch' : (textAt(content, 'source') ?? topicOf(outer)),
    text,
    kind: 'alert',
    ...(textAt(content, 'NewStateValue') === 'ALARM' ? { suggests: 'alerted' as const } : {}),
  });
};

const momentOf = (typed: string | undefined, zone: string | undefined): Result<Moment, string> =>
  typed === undefined ? err('it has no time') : readMoment(typed, zone);

/** OK, ALARM and INSUFFICIENT_DATA are told as they are: the last is neither good nor bad. */
const alarmWords = (alarm: unknown): string =>
  sentences(
    `${textAt(alarm, 'NewStateValue')}: ${joined(', was ', textAt(alarm, 'AlarmName'), textAt(alarm, 'OldStateValue'))}`,
    textAt(alarm, 'AlarmDescription'),
    textAt(alarm, 'NewStateReason'),
  );

const eventWords = (event: unknown): string => {
  const detail = valueAt(event, 'detail');
  const state = textAt(detail, 'state', 'value') ?? textAt(detail, 'state') ?? textAt(detail, 'scanStatus');
  return sentences(
    joined(': ', textAt(event, 'detail-type'), state),
    textAt(detail, 'alarmName') ??
      textAt(detail, 'jobName') ??
      textAt(detail, 'eventTypeCode') ??
      textAt(detail, 'title'),
    textAt(detail, 'description') ??
      textAt(detail, 'message') ??
      textAt(detail, 'eventDescription', 0, 'latestDescription') ??
      textAt(detail, 'state', 'reason'),
  );
};

const topicOf = (outer: unknown): string | undefined => textAt(outer, 'TopicArn')?.split(':').at(-1);
