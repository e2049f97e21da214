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
    ['words', ['unknown-channel'], `gone|ann|${start}`],
    ['direct', ['edited'], `ann,bo|bo|${start}`],
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

test('[FI13] files of a post are named; comings and goings in plain words are listed', () => {
  const { entries, skipped } = intakeOf(
    lines(
      post(0, { message: 'see', attachments: [{ path: '20260302/teams/a/graph.png' }] }),
      post(1, {
        message: '',
        replies: [{ user: 'bo', message: '', create_at: start, attachments: [{ path: 'a.log' }] }],
      }),
      post(2, { message: 'ann joined the channel.' }),
      post(3, { message: '@bo.li added to the channel by ann.' }),
      post(4, { message: 'db2 joined the cluster.' }),
    ),
  );
  expect(entries.map(({ text }) => text)).toEqual([
    'see\n[file: graph.png]',
    '[file: a.log]',
    'db2 joined the cluster.',
  ]);
  expect(skipped.map(({ where, why }) => [where, why])).toEqual([
    ['line 2', 'it has no words'],
    ['line 3', 'a notice: somebody came or left'],
    ['line 4', 'a notice: somebody came or left'],
  ]);
});

test('[FI3] a post that was edited is the same post; two of one moment are told apart', () => {
  const idOf = (message: string) => intakeOf(lines(post(0, { message }))).entries.map(({ source }) => source.id);
  expect(idOf('all is well')).toEqual(idOf('all is bad'));
  expect(
    intakeOf(lines(post(0, { message: 'a' }), post(0, { message: 'b' }))).entries.map(({ flags }) => flags),
  ).toEqual([['same-id'], ['same-id']]);
});
