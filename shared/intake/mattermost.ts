import type { Collector } from './collector.ts';
import { type JsonDocument, placed } from './documents.ts';
import { joined, listAt, textAt, valueAt } from './foreign-value.ts';
import type { JsonFormat } from './format.ts';
import type { EntryFlag } from './proposed-entry.ts';
import { readEpoch } from './read-moment.ts';
import { slackWords } from './slack-text.ts';

const lineTypes = 'version team channel user post direct_channel direct_post emoji bot role scheme'.split(' ');

/** Bulk exports of Mattermost: one object a line, often in a file named `.json`. */
export const mattermost: JsonFormat = {
  id: 'mattermost',
  name: 'Mattermost',
  knows: (value) => {
    const type = textAt(value, 'type') ?? '';
    return lineTypes.includes(type) && valueAt(value, type) !== undefined;
  },
  read: (documents, collector) => {
    const of = (type: string) =>
      documents.map(({ value }) => valueAt(value, type)).filter((each) => each !== undefined);
    const world: World = {
      names: new Map(of('user').map(nameOf)),
      channels: new Set(of('channel').map((channel) => `${textAt(channel, 'team')}/${textAt(channel, 'name')}`)),
    };
    for (const document of documents) {
      const post = valueAt(document.value, 'post') ?? valueAt(document.value, 'direct_post');
      if (post !== undefined) readThread(document, post, world, collector);
    }
  },
};

interface World {
  readonly names: ReadonlyMap<string, string>;
  /** Empty where the export names none. */
  readonly channels: ReadonlySet<string>;
}

/** Answers lie inside the post; newest first in version 11, and some are older than what they answer. */
const readThread = (document: JsonDocument, post: unknown, world: World, collector: Collector): void => {
  const channel = textAt(post, 'channel') ?? listAt(post, 'channel_members').map(String).toSorted().join(',');
  const isKnown = world.channels.size === 0 || world.channels.has(`${textAt(post, 'team')}/${channel}`);
  const flags: readonly EntryFlag[] = textAt(post, 'channel') === undefined || isKnown ? [] : ['unknown-channel'];
  const parent = placed(document, document.where === '' ? 'post' : '');
  readPost(post, channel, { ...parent, flags }, world, collector);
  for (const [index, reply] of listAt(post, 'replies').entries()) {
    const isOlder = Number(textAt(reply, 'create_at')) < Number(textAt(post, 'create_at'));
    const place = {
      ...placed(document, `reply ${index + 1}`),
      replyTo: parent.where,
      flags: isOlder ? [...flags, 'reply-before-parent' as const] : flags,
    };
    readPost(reply, channel, place, world, collector);
  }
};

interface Place {
  readonly where: string;
  readonly line?: number;
  readonly replyTo?: string;
  readonly flags: readonly EntryFlag[];
}

const readPost = (post: unknown, channel: string, place: Place, world: World, collector: Collector): void => {
  const props = valueAt(post, 'props');
  const attachments = valueAt(props, 'attachments');
  const message = textAt(post, 'message');
  const files = listAt(post, 'attachments').map(
    (file) => `[file: ${textAt(file, 'path')?.split('/').at(-1) ?? 'no name'}]`,
  );
  const text = joined('\n', message, slackWords({ attachments }, world.names), ...files);
  const why = whyLeft(post, message);
  if (why !== undefined) {
    collector.skip(place.where, why, text);
    return;
  }
  const [user, createdAt] = [textAt(post, 'user'), textAt(post, 'create_at')];
  const isAlert = textAt(props, 'from_webhook') === 'true' && message === undefined;
  collector.propose({
    ...place,
    // Posts have no id in an export. Their words are no part of it: they may be edited before the next one.
    id: joined('|', channel, user, createdAt),
    when: readEpoch(createdAt),
    author: textAt(props, 'override_username') ?? (user === undefined ? undefined : (world.names.get(user) ?? user)),
    text,
    kind: isAlert ? 'alert' : 'note',
    flags: Number(textAt(post, 'edit_at') ?? 0) > 0 ? [...place.flags, 'edited'] : place.flags,
  });
};

/** Exports of old have comings and goings as ordinary text. */
const cameOrWent =
  /^@?[\w.-]+ (?:(?:has )?(?:joined|left)|(?:was )?(?:added to|removed from)) the (?:channel|team)(?: by @?[\w.-]+)?\.$/;

const whyLeft = (post: unknown, message: string | undefined): string | undefined => {
  const type = textAt(post, 'type');
  if (cameOrWent.test(message?.trim() ?? '')) return 'a notice: somebody came or left';
  if (type?.startsWith('system_')) return `${type}: nothing about the incident`;
  return Number(textAt(post, 'delete_at') ?? 0) > 0 ? 'the message was deleted' : undefined;
};

const nameOf = (user: unknown): readonly [string, string] => {
  const username = textAt(user, 'username') ?? '';
  const full = joined(' ', textAt(user, 'first_name'), textAt(user, 'last_name'));
  return [username, textAt(user, 'nickname') ?? (full === '' ? username : full)];
};
