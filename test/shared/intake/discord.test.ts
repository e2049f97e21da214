import { expect, test } from 'vitest';
import { intakeOf, told } from '../../support/intake.ts';

const ann = { id: '1', name: 'ann', nickname: 'Ann Lee', isBot: false };
const message = (id: string, time: string, fields: object = {}) => ({
  id,
  type: 'Default',
  timestamp: `2026-03-02T${time}`,
  timestampEdited: null,
  content: 'words',
  author: ann,
  attachments: [],
  embeds: [],
  mentions: [],
  ...fields,
});
const exported = (...messages: readonly object[]) => ({
  guild: { id: 'g', name: 'Ops' },
  channel: { id: '100', name: 'general' },
  messages,
});

test('[FI9, FI14] offsets are read, what is out of order is flagged, answers name their message', () => {
  const { entries } = intakeOf(
    exported(
      message('a', '10:04:00+01:00'),
      message('b', '08:04:00.123+00:00', { content: 'an hour early' }),
      message('c', '10:05:00+01:00', { type: 'Reply', reference: { messageId: 'a' }, timestampEdited: 'later' }),
      message('d', '10:06:00+01:00', { type: 'Reply', reference: { messageId: 'lost' } }),
    ),
  );
  expect(entries.map((entry) => [...told(entry), entry.flags, entry.replyTo, entry.precision])).toEqual([
    ['08:04:00', 'Ann Lee', 'an hour early', ['out-of-order'], undefined, 'millisecond'],
    ['09:04:00', 'Ann Lee', 'words', [], undefined, 'second'],
    ['09:05:00', 'Ann Lee', 'words', ['edited'], 'message 1', 'second'],
    ['09:06:00', 'Ann Lee', 'words', ['orphan-reply'], 'a message that is not in the file', 'second'],
  ]);
});

test('[FI13] embeds of bots are their words; mentions are names; notices are listed', () => {
  const bot = { id: '9', name: 'alerts', nickname: null, isBot: true };
  const { entries, skipped } = intakeOf(
    exported(
      message('a', '09:00:00Z', {
        author: bot,
        content: '',
        embeds: [{ title: 'FIRING', description: 'disk', fields: [{ name: 'host', value: 'db1' }] }],
      }),
      message('b', '09:01:00Z', {
        content: 'hi <@1> <@!7> <#100>',
        attachments: [{ url: 'https://cdn.example/a.png?ex=1&hm=2', fileName: 'a.png' }],
      }),
      message('c', '09:02:00Z', { type: 'ChannelPinnedMessage', content: 'Pinned a message.' }),
    ),
  );
  expect(entries.map(({ author, kind, text }) => [author, kind, text])).toEqual([
    ['alerts', 'alert', 'FIRING\ndisk\nhost: db1'],
    ['Ann Lee', 'note', 'hi @Ann Lee @7 #100\n[file: a.png]'],
  ]);
  expect(entries[1]?.evidence.at(1)).toEqual({ kind: 'url', text: 'https://cdn.example/a.png' });
  expect(skipped).toEqual([
    { where: 'message 3', why: 'ChannelPinnedMessage: a notice of Discord, no message', text: 'Pinned a message.' },
  ]);
});

test('[FI6] answers of bots to commands are messages, also where the exporter has only a number for them', () => {
  const { entries, skipped } = intakeOf(
    exported(...['20', '21', '23', '46'].map((type) => message(type, `09:00:${type}Z`, { type, content: type }))),
  );
  expect(entries.map(({ text }) => text)).toEqual(['20', '21', '23']);
  expect(skipped.map(({ text }) => text)).toEqual(['46']);
});
