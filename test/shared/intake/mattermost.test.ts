import { expect, test } from 'vitest';
import { intakeOf, told } from '../../support/intake.ts';

const start = 1_772_442_240_000;
const post = (seconds: number, fields: object) => ({
  type: 'post',
  post: { team: 'a', channel: 'ops', user: 'ann', message: 'words', create_at: start + seconds * 1000, ...fields },
});
const lines = (...values: readonly object[]) => values.map((value) => JSON.stringify(value)).join('\n');
const head = [
  { type: 'version', version: 1 },
  { type: 'team', team: { name: 'a' } },
  { type: 'channel', channel: { team: 'a', name: 'ops' } },
  { type: 'user', user: { username: 'ann', nickname: '', first_name: 'Ann', last_name: 'Lee' } },
];

test('[FI14] answers lie in the post, newest first, some older than it; names come from the users', () => {
  const replies = [
    { user: 'bo', message: 'third', create_at: start + 3000 },
    { user: 'bo', message: 'before', create_at: start - 1000 },
  ];
  const { entries, skipped, formats } = intakeOf(lines(...head, post(0, { replies, message: 'root' })));
  expect(formats).toEqual(['mattermost']);
  expect(skipped).toEqual([]);
  expect(entries.map((entry) => [...told(entry), entry.flags, entry.source.where, entry.replyTo])).toEqual([
    ['09:03:59', 'bo', 'before', ['reply-before-parent'], 'line 5, reply 2', 'line 5'],
    ['09:04:00', 'Ann Lee', 'root', [], 'line 5', undefined],
    ['09:04:03', 'bo', 'third', [], 'line 5, reply 1', 'line 5'],
  ]);
});

test('[FI6] a channel that the export does not have is flagged; system, deleted and unreadable lines are listed', () => {
  const { entries, skipped } = intakeOf(
    [
      lines(...head, post(0, { channel: 'gone' }), post(1, { type: 'system_join_channel', message: 'ann joined' })),
      lines(post(2, { delete_at: start + 9000, message: 'oops' }), {
        type: 'direct_post',
        direct_post: { channel_members: ['bo', 'ann'], user: 'bo', message: 'direct', create_at: start, edit_at: 5 },
      }),
      '{"type":"post","post":{"team":',
    ].join('\r\n'),
  );
  expect(entries.map(({ text, flags, source }) => [text, flags, source.id])).toEqual([
    ['words', ['unknown-channel'], `gone|ann|${start}|words`],
    ['direct', ['edited'], `ann,bo|bo|${start}|direct`],
  ]);
  expect(skipped.map(({ where, why }) => [where, why])).toEqual([
    ['line 9', 'it is no whole JSON object'],
    ['line 6', 'system_join_channel: nothing about the incident'],
    ['line 7', 'the message was deleted'],
  ]);
});

test('[FI13] a webhook that speaks in attachments only is an alert under its own name', () => {
  const props = {
    from_webhook: 'true',
    override_username: 'Alertmanager',
    attachments: [{ title: 'Disk', text: 'full' }],
  };
  const [entry] = intakeOf(lines(post(0, { message: '', props }))).entries;
  expect(entry).toMatchObject({ author: 'Alertmanager', kind: 'alert', text: 'Disk\nfull' });
});
