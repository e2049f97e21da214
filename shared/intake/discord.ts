import type { Collector } from './collector.ts';
import { type JsonDocument, placed } from './documents.ts';
import { joined, listAt, textAt, valueAt } from './foreign-value.ts';
import type { JsonFormat } from './format.ts';
import type { Finding } from './proposed-entry.ts';
import { readMoment } from './read-moment.ts';

/** One channel or thread of Discord, as DiscordChatExporter writes it. */
export const discord: JsonFormat = {
  id: 'discord',
  name: 'Discord',
  knows: (value) =>
    Array.isArray(valueAt(value, 'messages')) &&
    textAt(value, 'channel', 'id') !== undefined &&
    valueAt(value, 'guild') !== undefined,
  read: (documents, collector, zone) => {
    for (const document of documents) readChannel(document, collector, zone);
  },
};

/**
 * All others are notices: joined, pinned, renamed, called. What the exporter has no name for stands as Discord's number: 20
 * and 23 are what a bot answers to a command, 21 begins a thread.
 */
const messageTypes = new Set(['Default', 'Reply', 'ThreadStarterMessage', '20', '21', '23']);

interface Channel {
  readonly document: JsonDocument;
  readonly names: ReadonlyMap<string, string>;
  readonly placesById: ReadonlyMap<string, { readonly where: string; readonly timestamp: string }>;
}

const readChannel = (document: JsonDocument, collector: Collector, zone: string | undefined): void => {
  const messages = listAt(document.value, 'messages');
  const people = messages.flatMap((message) => [valueAt(message, 'author'), ...listAt(message, 'mentions')]);
  const channel: Channel = {
    document,
    names: new Map(people.map((person) => [textAt(person, 'id') ?? '', nameOf(person) ?? ''])),
    placesById: new Map(
      messages.map((message, index) => [
        textAt(message, 'id') ?? '',
        { where: `message ${index + 1}`, timestamp: textAt(message, 'timestamp') ?? '' },
      ]),
    ),
  };
  for (const [index, message] of messages.entries()) readMessage(message, index, channel, collector, zone);
};

const readMessage = (
  message: unknown,
  index: number,
  channel: Channel,
  collector: Collector,
  zone: string | undefined,
): void => {
  const place = placed(channel.document, `message ${index + 1}`);
  const content = textAt(message, 'content');
  const text = wordsOf(message, channel.names);
  const type = textAt(message, 'type') ?? 'Default';
  if (!messageTypes.has(type)) {
    collector.skip(place.where, `${type}: a notice of Discord, no message`, text);
    return;
  }
  const timestamp = textAt(message, 'timestamp') ?? '';
  const isBot = valueAt(message, 'author', 'isBot') === true;
  const edited = textAt(message, 'timestampEdited') === undefined ? [] : (['edited'] as const);
  const { flags = [], ...thread } = threadOf(message, timestamp, channel);
  collector.propose({
    ...place,
    id: textAt(message, 'id') ?? joined('|', timestamp, text),
    when: readMoment(timestamp, zone),
    author: nameOf(valueAt(message, 'author')),
    text,
    kind: isBot && content === undefined ? 'alert' : 'note',
    evidence: listAt(message, 'attachments').flatMap((file) => {
      // The rest of the address is a signature that runs out.
      const link = textAt(file, 'url')?.split('?')[0];
      return link === undefined ? [] : [{ kind: 'url' as const, text: link }];
    }),
    sequence: channel.document.file,
    flags: [...edited, ...flags],
    ...thread,
  });
};

const threadOf = (message: unknown, timestamp: string, { placesById }: Channel): Pick<Finding, 'replyTo' | 'flags'> => {
  const root = textAt(message, 'reference', 'messageId');
  if (root === undefined) return {};
  const found = placesById.get(root);
  if (!found) return { replyTo: 'a message that is not in the file', flags: ['orphan-reply'] };
  // One exporter writes one zone, so the texts compare.
  return { replyTo: found.where, ...(found.timestamp > timestamp ? { flags: ['reply-before-parent'] } : {}) };
};

/** Bots put what they report into embeds. */
const wordsOf = (message: unknown, names: ReadonlyMap<string, string>): string => {
  const embeds = listAt(message, 'embeds').map((embed) =>
    joined(
      '\n',
      textAt(embed, 'title'),
      textAt(embed, 'description'),
      ...listAt(embed, 'fields').map((field) => joined(': ', textAt(field, 'name'), textAt(field, 'value'))),
    ),
  );
  const files = listAt(message, 'attachments').map((file) => `[file: ${textAt(file, 'fileName') ?? 'no name'}]`);
  return joined('\n', textAt(message, 'content'), ...embeds, ...files).replaceAll(
    /<(@!?|#|@&)(\w+)>/g,
    (_, sign: string, id: string) => `${sign.charAt(0)}${names.get(id) || id}`,
  );
};

const nameOf = (author: unknown): string | undefined => textAt(author, 'nickname') ?? textAt(author, 'name');
