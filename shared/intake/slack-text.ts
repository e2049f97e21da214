import { joined, listAt, textAt, valueAt } from './foreign-value.ts';
import { decodeEntities } from './plain-text.ts';

/** Names by id; whoever is missing is shown by the id. */
export type SlackNames = ReadonlyMap<string, string>;

/** Slack's markup as people read it: names for ids, links with their address, `&amp; &lt; &gt;` decoded. */
export const slackToText = (text: string, names: SlackNames): string =>
  decodeEntities(
    text.replaceAll(/<([^<>]*)>/g, (_, inside: string) => {
      const [target = '', label] = splitLabel(inside);
      if (target.startsWith('@')) return `@${label ?? names.get(target.slice(1)) ?? target.slice(1)}`;
      if (target.startsWith('#')) return `#${label || target.slice(1)}`;
      // !here, !subteam^S1|@sre, !date^1700000000^{date}|Nov 14
      if (target.startsWith('!')) return label ?? `@${target.slice(1).split('^')[0]}`;
      return label === undefined || label === target ? target : `${label} (${target})`;
    }),
  );

/**
 * What a message says: its text, what alert bots put elsewhere, and messages that it passes on. Previews of linked pages
 * are left out, nobody wrote them. Text of blocks counts only where there is no other: Slack repeats it in `text`.
 */
export const slackWords = (message: unknown, names: SlackNames): string => {
  const attached = listAt(message, 'attachments')
    .filter((attachment) => textAt(attachment, 'from_url') === undefined || isForwarded(attachment))
    .map(attachmentWords);
  const text =
    textAt(message, 'text') ?? (attached.join('') === '' ? blockWords(valueAt(message, 'blocks')) : undefined);
  const files = filesOf(message).map((file) => `[file: ${textAt(file, 'name') ?? textAt(file, 'title') ?? 'no name'}]`);
  return slackToText(joined('\n', text, ...attached, ...files), names);
};

/** A message of elsewhere in Slack: it has the address of its source as a preview has, and its words are people's. */
const isForwarded = (attachment: unknown): boolean =>
  valueAt(attachment, 'is_share') === true || valueAt(attachment, 'is_msg_unfurl') === true;

/** Files of a message; exports of old have one, under another key. */
export const filesOf = (message: unknown): readonly unknown[] => {
  const one = valueAt(message, 'file');
  return [...listAt(message, 'files'), ...(one === undefined ? [] : [one])];
};

const attachmentWords = (attachment: unknown): string => {
  const fields = listAt(attachment, 'fields').map((field) =>
    joined(': ', textAt(field, 'title'), textAt(field, 'value')),
  );
  const from = isForwarded(attachment) ? textAt(attachment, 'author_name') : undefined;
  const said = joined(
    '\n',
    from && `${from}:`,
    textAt(attachment, 'pretext'),
    textAt(attachment, 'title'),
    textAt(attachment, 'text'),
  );
  const words = joined('\n', said, ...fields);
  return words || blockWords(valueAt(attachment, 'blocks')) || (textAt(attachment, 'fallback') ?? '');
};

/** Deeper than any message is laid out; a hostile one must not overflow. */
const deepest = 8;

const blockWords = (block: unknown, depth = 0): string => {
  if (depth > deepest) return '';
  if (Array.isArray(block)) return joined('\n', ...block.map((each) => blockWords(each, depth + 1)));
  const inline = listAt(block, 'elements');
  return joined(
    '\n',
    textAt(block, 'text') ?? textAt(block, 'text', 'text') ?? inlineWords(block),
    ...listAt(block, 'fields').map((field) => textAt(field, 'text')),
    textAt(block, 'type') === 'rich_text_section'
      ? inline.map((each) => blockWords(each, depth + 1)).join('')
      : blockWords(inline.length > 0 ? inline : undefined, depth + 1),
  );
};

const inlineWords = (element: unknown): string | undefined => {
  const user = textAt(element, 'user_id');
  return user === undefined ? textAt(element, 'url') : `<@${user}>`;
};

const splitLabel = (inside: string): readonly [string, string?] => {
  const bar = inside.indexOf('|');
  return bar < 0 ? [inside] : [inside.slice(0, bar), inside.slice(bar + 1)];
};
