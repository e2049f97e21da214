import { expect, test } from 'vitest';
import { readForeign } from '../../../shared/intake/read-foreign.ts';
import { importNow, intakeOf, told } from '../../support/intake.ts';

const at = (second: number, micros = '000100') => `${1_772_442_240 + second}.${micros}`;
const message = (ts: string, fields: object) => ({ type: 'message', ts, user: 'U1', text: 'words', ...fields });

test('[FI12] markup reads as people see it, entities are decoded once', () => {
  const text =
    '&lt;b&gt; &amp;amp; <@U9> <@U8|dan> <#C1|ops> <!here> <!subteam^S1|@sre> <!date^1736554746^{date}|Jan 11> <https://x.example|graph> <https://y.example>';
  const [entry] = intakeOf([message(at(0), { text })]).entries;
  expect(entry?.text).toBe('<b> &amp; @U9 @dan #ops @here @sre Jan 11 graph (https://x.example) https://y.example');
});

test('[FI12] addresses of files lose the token of the export, texts every token', () => {
  const files = [{ name: 'graph.png', permalink: 'https://files.example/graph.png?t=xoxe-123-abc&pub=1' }];
  const [entry] = intakeOf([
    message(at(0), { text: 'see <https://f.example/a?t=xoxe-9-z> xoxb-12345678-abc', files }),
  ]).entries;
  expect(entry?.text).toBe('see https://f.example/a [token left out]\n[file: graph.png]');
  expect(entry?.evidence.at(1)).toEqual({ kind: 'url', text: 'https://files.example/graph.png?pub=1' });
  expect(JSON.stringify(entry)).not.toContain('xox');
});

test('[FI12] a message with more files than an entry has room for names them all in its text', () => {
  const files = Array.from({ length: 60 }, (_, n) => ({ name: `${n}.png`, permalink: `https://files.example/${n}` }));
  const [entry] = intakeOf([message(at(0), { files })]).entries;
  expect(entry?.evidence).toHaveLength(50);
  expect(entry?.text).toContain('[file: 59.png]');
});

test('[FI13] what alert bots say in attachments and blocks is not lost, previews of links are', () => {
  const bot = { user: undefined, bot_id: 'B1', username: 'Alerts', subtype: 'bot_message', text: '' };
  const fields = [{ title: 'Host', value: 'db1' }];
  const { entries } = intakeOf([
    message(at(0), { ...bot, attachments: [{ pretext: 'FIRING', title: 'DiskSpace', text: '93 % on /', fields }] }),
    message(at(1), { ...bot, blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'from *blocks*' } }] }),
    message(at(2), { ...bot, attachments: [{ fallback: 'only this' }] }),
    message(at(3), { attachments: [{ from_url: 'https://x.example', title: 'A page' }], blocks: null, metadata: {} }),
  ]);
  expect(entries.map(({ author, kind, text }) => [author, kind, text])).toEqual([
    ['Alerts', 'alert', 'FIRING\nDiskSpace\n93 % on /\nHost: db1'],
    ['Alerts', 'note', 'from *blocks*'],
    ['Alerts', 'alert', 'only this'],
    ['U1', 'note', 'words'],
  ]);
});

test('[FI13] messages that are passed on keep their words and who said them', () => {
  const shared = { from_url: 'https://x.slack.example/archives/C1/p1', author_name: 'Bo', text: 'the disk is full' };
  const { entries } = intakeOf([
    message(at(0), { text: 'see', attachments: [{ ...shared, is_share: true }] }),
    message(at(1), { text: '', attachments: [{ ...shared, is_msg_unfurl: true, fallback: 'x' }] }),
  ]);
  expect(entries.map(({ text }) => text)).toEqual(['see\nBo:\nthe disk is full', 'Bo:\nthe disk is full']);
});

test('[FI6, FI13] joins, deleted and unknown messages are listed with their reason', () => {
  const { entries, skipped } = intakeOf([
    message(at(0), { subtype: 'channel_join', text: '<@U1> has joined' }),
    message(at(1), { subtype: 'tombstone', text: 'This message was deleted.', hidden: true }),
    message(at(2), { subtype: 'canvas_thing', text: 'new in 2027' }),
    message(at(3), { text: '', blocks: null }),
    { type: 'message', text: 'no time' },
  ]);
  expect(entries).toEqual([]);
  expect(skipped.map(({ where, why }) => [where, why])).toEqual(
    expect.arrayContaining([
      ['item 1', 'channel_join: nothing about the incident'],
      ['item 2', 'the message was deleted'],
      ['item 3', 'Holdfast knows no Slack message "canvas_thing"'],
      ['item 4', 'it has no words'],
      ['item 5', 'Holdfast knows no such message'],
    ]),
  );
});

test('[FI14] an answer names what it answers; without its root it is kept, and an older one is flagged', () => {
  const { entries } = intakeOf([
    message(at(0), { thread_ts: at(0) }),
    message(at(5), { thread_ts: at(0), text: 'answer' }),
    message(at(6), { thread_ts: at(-90_000), text: 'to yesterday' }),
    message(at(7), { thread_ts: at(8), text: 'older than its root', edited: { user: 'U1', ts: at(99) } }),
    message(at(8), { thread_ts: at(8) }),
  ]);
  expect(entries.map(({ replyTo, flags }) => [replyTo, flags])).toEqual([
    [undefined, []],
    ['item 1', []],
    ['a message that is not in the file', ['orphan-reply']],
    ['item 5', ['edited', 'reply-before-parent']],
    [undefined, []],
  ]);
  expect(entries[1]?.evidence[0]?.text).toBe('file, item 2, answers item 1');
});

test('[FI9, FI11] time orders, not the file: a day file ends at the midnight of some zone; a broadcast is one event', () => {
  const late = message(at(60), { text: 'second', thread_ts: at(0) });
  const { entries, skipped } = intakeOf([
    late,
    message(at(0), { text: 'first' }),
    { ...late, subtype: 'thread_broadcast' },
  ]);
  expect(entries.map(told)).toEqual([
    ['09:04:00', 'U1', 'first'],
    ['09:05:00', 'U1', 'second'],
  ]);
  expect(entries[0]?.flags).toEqual(['out-of-order']);
  expect(skipped).toEqual([{ where: 'item 3', why: 'it is the same as item 1', text: 'second' }]);
});

test('[FI8] the time is compared and kept as text: neighbouring messages stay apart', () => {
  const { entries } = intakeOf([message(at(0, '999999'), {}), message(at(0, '999998'), { text: 'other' })]);
  expect(entries.map(({ at, typed, precision }) => [at, typed.text, precision])).toEqual([
    ['2026-03-02T09:04:00.999Z', at(0, '999999'), 'microsecond'],
    ['2026-03-02T09:04:00.999Z', at(0, '999998'), 'microsecond'],
  ]);
});

test('[FI23] in an archive people have names, threads cross days and channels stay apart', () => {
  const files = [
    { name: 'users.json', content: [{ id: 'U1', name: 'ann', profile: { display_name: 'Ann Lee' } }] },
    { name: 'ops/2026-03-01.json', content: [message(at(0), { thread_ts: at(0), text: 'root' })] },
    { name: 'ops/2026-03-02.json', content: [message(at(9), { thread_ts: at(0), text: 'hi <@U1>' })] },
    { name: 'dev/2026-03-02.json', content: [message(at(10), { thread_ts: at(0), user: 'U2' })] },
  ].map(({ name, content }) => ({ name, inside: name, text: JSON.stringify(content) }));
  const read = readForeign('export.zip', files, { zone: undefined, now: importNow });
  if (!read.ok) throw new Error(read.error.message);
  expect(read.value.entries.map((entry) => [...told(entry), entry.replyTo])).toEqual([
    ['09:04:00', 'Ann Lee', 'root', undefined],
    ['09:04:09', 'Ann Lee', 'hi @Ann Lee', 'ops/2026-03-01.json, item 1'],
    ['09:04:10', 'U2', 'words', 'a message that is not in the file'],
  ]);
});
