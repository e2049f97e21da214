import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readForeign } from '../../../shared/intake/read-foreign.ts';
import { importNow, intakeOf, refusalOf } from '../../support/intake.ts';

const read = (text: string) => readForeign('file', [{ name: 'file', text }], { zone: 'UTC', now: importNow });

test('[FI5] the content says what a file is; where nothing is known the refusal names what was looked for', () => {
  const slack = [{ type: 'message', ts: '1772442240.000100', user: 'U1', text: 'hi' }];
  expect(intakeOf(slack, undefined, 'timeline.csv').formats).toEqual(['slack']);
  for (const text of [
    'dear all',
    '{}',
    '[]',
    '[1, 2]',
    '"x"',
    'a,b\n1,2\n',
    '{"messages":[{"event":"incident.trigger"}]}',
  ])
    expect([text, refusalOf(text)]).toEqual([text, 'intake.unknown']);
  const refused = read('dear all');
  expect(refused.ok ? '' : refused.error.message).toMatch(
    /^Nothing in file is of a kind .* Looked for: a Slack export .*[.]$/,
  );
});

test('[FI5] a file that is cut off says so', () => {
  expect(refusalOf('[{"type":"message","ts":"1772442240.0001')).toBe('intake.broken');
});

test.each([
  ['lines', `10:42 x\n${'\n'.repeat(200_001)}`],
  ['messages', `[${'1,'.repeat(200_001)}1]`],
  ['alerts', `{"alerts":[${'{"labels":{}},'.repeat(200_001)}{"labels":{}}]}`],
])(
  '[FI22] more %s than a preview can show are refused',
  (_, text) => {
    expect(refusalOf(text)).toBe('intake.large');
  },
  60_000,
);

test('[FI6] several sources may lie in one file; what none of them knows is listed', () => {
  const { formats, entries, skipped } = intakeOf([
    { type: 'message', ts: '1772442240.000100', user: 'U1', text: 'hi' },
    { AlarmName: 'Errors', NewStateValue: 'OK', StateChangeTime: '2026-03-02T09:00:00Z' },
    { hello: 1, world: 2 },
    7,
  ]);
  expect(formats).toEqual(['slack', 'aws-sns']);
  expect(entries).toHaveLength(2);
  expect(skipped).toEqual([
    { where: 'item 3', why: 'Holdfast knows no such message', text: 'with hello, world' },
    { where: 'item 4', why: 'Holdfast knows no such message', text: '7' },
  ]);
});

test('[FI8] what is to come and what is longer than an entry is left out', () => {
  const { entries, skipped } = intakeOf(
    `time,text\n2026-12-01 00:00:00Z,now\n2026-12-01 00:00:01Z,later\n2026-03-02 09:00Z,${'x'.repeat(65_537)}\n`,
  );
  expect(entries.map(({ text }) => text)).toEqual(['now']);
  expect(skipped.map(({ where, why, text }) => [where, why, text.length])).toEqual([
    ['line 4', 'it has 65537 characters, an entry holds 65536: shorten it there, or record where it is', 200],
    ['line 3', '2026-12-01 00:00:01Z is still to come', 5],
  ]);
});

test('[FI11] different messages with one id are all kept, and their ids depend neither on their order nor on one more', () => {
  const notification = (text: string) => ({
    Type: 'Notification',
    TopicArn: 'a:ops',
    MessageId: 'm',
    Message: text,
    Timestamp: '2026-03-02T09:00:00Z',
  });
  const idsOf = (...texts: readonly string[]) =>
    Object.fromEntries(intakeOf(texts.map(notification)).entries.map(({ text, source }) => [text, source.id]));
  expect(new Set(Object.values(idsOf('a', 'b', 'c'))).size).toBe(3);
  expect(idsOf('c', 'a', 'b')).toEqual(idsOf('a', 'b', 'c'));
  expect(idsOf('a', 'aa', 'b', 'c')).toMatchObject(idsOf('a', 'b', 'c'));
});

const oddText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '0001-01-01T00:00:00Z', '1772442240.000100', '2026-03-02T09:00:00Z'),
);
const odd = fc.oneof(fc.jsonValue({ maxDepth: 3 }), oddText);
const keys =
  'type ts text user thread_ts subtype attachments blocks files alerts labels annotations startsAt endsAt status event event_type data occurred_at action alert alertId updatedAt Type TopicArn Message Records Sns guild channel messages incidents incident_updates post create_at replies message props id timestamp content author'.split(
    ' ',
  );
const nested = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, odd, fc.array(tie('value'), { maxLength: 3 }), tie('object')),
  object: fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 12 }),
}));
const lines = fc.array(
  fc
    .tuple(
      fc.constantFrom('', '- ', '| ', '[', '## ', '2026-03-02 '),
      fc.constantFrom('', '10:42', '10:42:11] <a>', '--:--', '\t'),
      oddText,
    )
    .map((parts) => parts.join('')),
);

test('[FI10] whatever is in a file, it is read or refused', () => {
  const isAnswered = (text: string) => {
    const outcome = read(text);
    if (outcome.ok) for (const { where, why } of outcome.value.skipped) expect([where, why]).not.toContain('');
    else expect(outcome.error.message).toMatch(/[.]$|Prague$/);
  };
  fc.assert(fc.property(fc.string({ unit: 'binary' }), isAnswered));
  fc.assert(fc.property(nested.object, (value) => isAnswered(JSON.stringify(value))));
  fc.assert(
    fc.property(fc.array(nested.object), (values) =>
      isAnswered(values.map((value) => JSON.stringify(value)).join('\n')),
    ),
  );
  fc.assert(fc.property(lines, (all) => isAnswered(all.join('\n'))));
  fc.assert(fc.property(lines, (all) => isAnswered(`time,text\n${all.join('\n')}`)));
});

test.each([
  ['spaces', `- ${' '.repeat(200_000)}x`],
  ['spaces behind a time', `- 10:42${' '.repeat(200_000)}\u2028x`],
  ['brackets', `[${'<a'.repeat(100_000)}`],
  ['depth', '['.repeat(100_000) + ']'.repeat(100_000)],
  [
    'deep blocks',
    `[{"ts":"1772442240.000100","type":"message","blocks":${'[{"elements":'.repeat(5_000)}1${'}]'.repeat(5_000)}}]`,
  ],
  ['times in a cell', `time,text\n${'1:00 '.repeat(50_000)},x`],
  ['a heading', `time${' '.repeat(200_000)}x,text\n1,2`],
])('[FI10] hostile %s take no time', (_, text) => {
  const start = performance.now();
  read(text);
  expect(performance.now() - start).toBeLessThan(5_000);
});

test('[FI10] the order of messages in a file changes no entry', () => {
  const message = fc.record({
    type: fc.constant('message'),
    ts: fc.integer({ min: 0, max: 20 }).map((n) => `17724422${String(40 + n)}.000100`),
    user: fc.constantFrom('U1', 'U2'),
    text: fc.constantFrom('one', 'two', 'three'),
  });
  const contentOf = (value: unknown) =>
    intakeOf(value)
      .entries.map(({ at, author, text, source }) => JSON.stringify([at, author, text, source.id]))
      .toSorted();
  const shuffled = fc
    .array(message, { minLength: 1 })
    .chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
  fc.assert(
    fc.property(shuffled, ([all, other]) => {
      expect(contentOf(other)).toEqual(contentOf(all));
    }),
  );
});
