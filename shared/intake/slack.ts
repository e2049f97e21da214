import type { Collector } from './collector.ts';
import { type JsonDocument, placed } from './documents.ts';
import { joined, listAt, textAt, valueAt } from './foreign-value.ts';
import type { JsonFormat } from './format.ts';
import type { EntryFlag, Finding } from './proposed-entry.ts';
import { readEpoch } from './read-moment.ts';
import { filesOf, type SlackNames, slackToText, slackWords } from './slack-text.ts';

/** Day files of a Slack export, alone or from the zip, with its `users.json` where it is there. */
export const slack: JsonFormat = {
  id: 'slack',
  name: 'Slack',
  knows: (value) => isMessage(value) || isUser(value) || isChannel(value),
  read: (documents, collector) => {
    const names = new Map(documents.filter(({ value }) => isUser(value)).map(({ value }) => nameOf(value)));
    const messages = documents.filter(({ value }) => isMessage(value));
    const placesByTs = new Map(messages.map((message) => [keyOf(message), placed(message, '').where]));
    for (const message of messages) readMessage(message, names, placesByTs, collector);
  },
};

const timestamp = /^\d{10}\.\d{1,9}$/;
const isMessage = (value: unknown) =>
  timestamp.test(textAt(value, 'ts') ?? '') &&
  (textAt(value, 'type') === 'message' || typeof valueAt(value, 'text') === 'string');
const isUser = (value: unknown) =>
  textAt(value, 'id') !== undefined && textAt(value, 'name') !== undefined && valueAt(value, 'profile') !== undefined;
const isChannel = (value: unknown) =>
  textAt(value, 'creator') !== undefined &&
  textAt(value, 'created') !== undefined &&
  textAt(value, 'name') !== undefined;

/** What is left out by kind: coming and going, and what nobody wrote. The rest of the subtypes are messages. */
const withoutWords = new Set(
  'channel_join channel_leave group_join group_leave bot_add bot_remove pinned_item channel_archive'.split(' '),
);
const messageKinds = new Set(
  'bot_message file_share file_comment me_message thread_broadcast huddle_thread channel_topic channel_purpose channel_name reminder_add'.split(
    ' ',
  ),
);

const readMessage = (
  document: JsonDocument,
  names: SlackNames,
  placesByTs: ReadonlyMap<string, string>,
  collector: Collector,
): void => {
  const { value } = document;
  const place = placed(document);
  const subtype = textAt(value, 'subtype');
  const text = slackWords(value, names);
  const why = whyLeft(subtype);
  if (why !== undefined) {
    collector.skip(place.where, why, text);
    return;
  }
  const ts = textAt(value, 'ts') ?? '';
  collector.propose({
    ...place,
    // Unique within a channel, and a single day file does not say which channel it is of.
    id: `${ts}|${textAt(value, 'user') ?? textAt(value, 'bot_id') ?? textAt(value, 'username') ?? ''}`,
    when: readEpoch(ts),
    author: authorOf(value, names),
    text: subtype === 'huddle_thread' ? joined(' ', 'A huddle was held.', text) : text,
    kind: isAlert(value) ? 'alert' : 'note',
    evidence: filesOf(value).flatMap((file) => {
      const link = textAt(file, 'permalink') ?? textAt(file, 'url_private');
      return link === undefined ? [] : [{ kind: 'url' as const, text: slackToText(link, names) }];
    }),
    sequence: document.file,
    ...threadOf(document, placesByTs),
  });
};

const whyLeft = (subtype: string | undefined): string | undefined => {
  if (subtype === undefined || messageKinds.has(subtype)) return undefined;
  if (subtype === 'tombstone') return 'the message was deleted';
  return withoutWords.has(subtype)
    ? `${subtype}: nothing about the incident`
    : `Holdfast knows no Slack message "${subtype}"`;
};

/** The root of a thread may lie in the file of an earlier day, or nowhere: its answers are kept all the same. */
const threadOf = (
  document: JsonDocument,
  placesByTs: ReadonlyMap<string, string>,
): Pick<Finding, 'replyTo' | 'flags'> => {
  const flags: EntryFlag[] = valueAt(document.value, 'edited') ? ['edited'] : [];
  const [ts, root] = [textAt(document.value, 'ts') ?? '', textAt(document.value, 'thread_ts')];
  if (root === undefined || root === ts) return { flags };
  const replyTo = placesByTs.get(keyOf(document, root));
  if (replyTo === undefined) return { replyTo: 'a message that is not in the file', flags: [...flags, 'orphan-reply'] };
  return { replyTo, flags: root > ts ? [...flags, 'reply-before-parent'] : flags };
};

/** Within its channel, which is the folder of the day file. */
const keyOf = ({ file, value }: JsonDocument, ts = textAt(value, 'ts') ?? ''): string =>
  `${file.slice(0, file.lastIndexOf('/') + 1)}${ts}`;

const authorOf = (message: unknown, names: SlackNames): string | undefined => {
  const user = textAt(message, 'user');
  return (
    textAt(message, 'user_profile', 'display_name') ??
    textAt(message, 'user_profile', 'real_name') ??
    (user === undefined ? undefined : names.get(user)) ??
    textAt(message, 'username') ??
    textAt(message, 'bot_profile', 'name') ??
    user ??
    textAt(message, 'bot_id')
  );
};

const nameOf = (user: unknown): readonly [string, string] => {
  const id = textAt(user, 'id') ?? '';
  const name =
    textAt(user, 'profile', 'display_name') ?? textAt(user, 'profile', 'real_name') ?? textAt(user, 'real_name');
  return [id, name ?? textAt(user, 'name') ?? id];
};

/** Alert bots say nothing in `text`: what they report stands in attachments. */
const isAlert = (message: unknown): boolean =>
  (textAt(message, 'bot_id') !== undefined || textAt(message, 'subtype') === 'bot_message') &&
  textAt(message, 'text') === undefined &&
  listAt(message, 'attachments').length > 0;
