import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorkplace, type Workplace } from '../../support/command-line-world.ts';
import { slackDay as day } from '../../support/intake.ts';

let place: Workplace;
beforeEach(() => {
  place = createWorkplace('2026-03-13T00:00:00.000Z');
});
afterEach(() => place.remove());

const entriesOf = async (id: string) =>
  (await place.json('show', id)).timeline.filter(({ name }: { name: string | null }) => name !== null);

test('[FI1] without --accept the preview is one JSON document and nothing is recorded, not even a library made', async () => {
  place.write('day.json', day);
  const { exitCode, stdout, stderr } = await place.runWith(
    { env: { HOLDFAST_TEST_CLOCK: join(place.folder, 'clock'), HOLDFAST_LIBRARY: join(place.folder, 'none') } },
    'import',
    'day.json',
  );
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const preview = JSON.parse(stdout);
  expect(Object.keys(preview)).toEqual(['formats', 'title', 'zone', 'incident', 'entries', 'skipped']);
  expect(preview).toMatchObject({ formats: ['slack'], zone: null, incident: null });
  expect(preview.entries[0]).toEqual({
    at: '2026-03-02T09:04:00.000Z',
    precision: 'microsecond',
    typed: { text: '1772442240.000100', zone: 'UTC', offsetMinutes: 0 },
    author: 'U1',
    kind: 'note',
    text: 'checkout is slow & getting worse',
    key: false,
    restricted: false,
    evidence: [{ kind: 'file', text: 'day.json, item 1' }],
    replyTo: null,
    suggests: null,
    flags: [],
    source: { format: 'slack', id: '1772442240.000100|U1', line: null, where: 'item 1' },
    known: 'new',
  });
  expect(preview.skipped).toEqual([
    { where: 'item 3', why: 'channel_join: nothing about the incident', text: '@U3 has joined' },
  ]);
  expect((await place.run('list')).stdout).toBe('No incidents yet.\n');
});

test('[FI2] --accept records into an incident who wrote what and when, and who imported it', async () => {
  await place.run('new', 'Checkout', '--key', 'INC-1');
  place.write('day.json', day);
  const { exitCode, stdout, stderr } = await place.run(
    'import',
    'day.json',
    '--into',
    'INC-1',
    '--accept',
    '--as',
    'Ann',
  );
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^[0-9A-Z]{26} {2}Checkout\n2 recorded, 0 already there, 1 left out\.\n$/);
  expect(stderr).toBe('Left out: item 3: channel_join: nothing about the incident\n');
  expect(await entriesOf('INC-1')).toMatchObject([
    { at: '2026-03-02T09:04:00.000Z', who: 'U1', text: 'checkout is slow & getting worse', flag: 'added-later' },
    { at: '2026-03-02T09:05:00.000Z', who: 'Bo Chen', text: 'looking, @U1' },
  ]);
  await place.run('export', 'INC-1', '--format', 'json', '-o', 'review.json');
  expect(place.read('review.json')).toContain('day.json, item 2');
});

test('[FI3] importing the same file again records nothing, and a longer export only what is new', async () => {
  await place.run('new', 'Checkout', '--key', 'INC-1');
  place.write('day.json', day);
  await place.run('import', 'day.json', '--into', 'INC-1', '--accept');
  const before = await place.json('show', 'INC-1');
  const again = await place.json('import', 'day.json', '--into', 'INC-1', '--accept');
  expect(again).toMatchObject({ recorded: 0, there: 2, changed: [] });
  expect(await place.json('show', 'INC-1')).toEqual(before);
  const edited = { ...day[0], text: 'all is well', edited: { ts: '1' } };
  place.write('longer.json', [
    { type: 'message', ts: '1772442360.000100', user: 'U1', text: 'rolling back' },
    edited,
    day[1],
  ]);
  const longer = await place.json('import', 'longer.json', '--into', 'INC-1', '--accept');
  expect(longer).toMatchObject({ recorded: 1, there: 2, changed: [{ where: 'item 2', text: 'all is well' }] });
  expect((await entriesOf('INC-1')).map(({ text }: { text: string }) => text)).toEqual([
    'checkout is slow & getting worse',
    'looking, @U1',
    'rolling back',
  ]);
  const { stdout } = await place.run('import', 'longer.json', '--into', 'INC-1');
  expect(JSON.parse(stdout).entries.map(({ known }: { known: string }) => known)).toEqual([
    'changed',
    'there',
    'there',
  ]);
});

test('[FI4] without --into an incident is declared with the title of the source, and found again', async () => {
  place.write('pd.json', {
    event: {
      id: 'E1',
      event_type: 'incident.acknowledged',
      occurred_at: '2026-03-02T10:04:00+01:00',
      agent: { type: 'user_reference', summary: 'Ann Lee' },
      data: { id: 'P1', title: 'Checkout is slow' },
    },
  });
  const first = await place.json('import', 'pd.json', '--accept');
  expect(first).toMatchObject({ incident: { title: 'Checkout is slow', declared: true }, recorded: 1, there: 0 });
  const { milestones } = await place.json('show', first.incident.id);
  expect(milestones).toMatchObject({ detected: { at: '2026-03-02T09:04:00.000Z' }, acknowledged: null });
  place.setClock('2026-03-14T00:00:00.000Z');
  const again = await place.json('import', 'pd.json', '--accept');
  expect(again).toMatchObject({ incident: { id: first.incident.id, declared: false }, recorded: 0, there: 1 });
  expect(await place.json('list')).toHaveLength(1);
  expect((await place.run('verify')).exitCode).toBe(0);
});

test('[FI3] what was withdrawn or redacted is not recorded again', async () => {
  await place.run('new', 'Checkout', '--key', 'INC-1');
  place.write('day.json', day);
  await place.run('import', 'day.json', '--into', 'INC-1', '--accept');
  const [one, two] = await entriesOf('INC-1');
  await place.exec([
    { incident: 'INC-1', command: { type: 'RedactText', event: one.id, why: 'customer name' } },
    { incident: 'INC-1', command: { type: 'WithdrawEvent', event: two.id, reason: 'wrong incident' } },
  ]);
  expect(await place.json('import', 'day.json', '--into', 'INC-1', '--accept')).toMatchObject({
    recorded: 0,
    there: 2,
    changed: [],
  });
  expect((await place.run('show', 'INC-1', '--json')).stdout).not.toContain('getting worse');
});

test('[FI3] what was typed here, or came by another file, is there by its time, author and words', async () => {
  await place.run('new', 'Checkout', '--key', 'INC-1');
  for (const text of ['ok', 'ok', '!obs errors 38 %', '!todo count', '!alert fire rule:5xx errors'])
    await place.run('log', 'INC-1', text, '--as', 'Ann');
  place.write('day.json', day);
  await place.run('import', 'day.json', '--into', 'INC-1', '--accept');
  await place.run('export', 'INC-1', '--format', 'csv', '-o', 'timeline.csv');
  const before = await entriesOf('INC-1');
  place.write('longer.csv', `${place.read('timeline.csv')}2026-03-13T00:00:00.000Z,,note,ok,Ann\r\n`);
  const { recorded, there } = await place.json('import', 'longer.csv', '--into', 'INC-1', '--accept');
  expect({ recorded, there }).toEqual({ recorded: 3, there: 7 });
  const added = (await entriesOf('INC-1')).filter(({ id }: { id: string }) =>
    before.every((old: { id: string }) => old.id !== id),
  );
  expect(added.map(({ text }: { text: string }) => text)).toEqual(['Declared: Checkout', 'Detected', 'ok']);
});

test('[FI3] two devices that imported the same file have each entry once after their libraries meet', async () => {
  place.write('day.json', day);
  const elsewhere = createWorkplace('2026-03-13T00:00:00.000Z');
  try {
    for (const each of [place, elsewhere]) {
      writeFileSync(join(each.folder, 'day.json'), JSON.stringify(day));
      await each.run('import', 'day.json', '--accept');
    }
    expect((await place.run('restore', elsewhere.library)).exitCode).toBe(0);
    const [incident, ...others] = await place.json('list');
    expect(others).toEqual([]);
    expect(await entriesOf(incident.id)).toHaveLength(2);
    expect(await place.run('verify')).toMatchObject({ exitCode: 0, stderr: '' });
    const [{ ok, problems, repeats }] = await place.json('verify');
    expect({ ok, problems }).toEqual({ ok: true, problems: [] });
    expect(repeats.map(({ kind }: { kind: string }) => kind)).toContain('repeated');
  } finally {
    elsewhere.remove();
  }
});

test('[LB67] what one device corrected and redacted of an import stands after another that imported the same file', async () => {
  const elsewhere = createWorkplace('2026-03-13T00:00:00.000Z');
  try {
    for (const each of [place, elsewhere]) {
      each.write('times.csv', 'time,text\n2026-03-02T09:00:00Z,the key is 4711\n2026-03-02T09:01:00Z,all is well\n');
      await each.run('import', 'times.csv', '--accept');
    }
    const [{ id }] = await elsewhere.json('list');
    const { timeline } = await elsewhere.json('show', id);
    const [secret, well] = ['the key is 4711', 'all is well'].map(
      (text) => timeline.find((row: { text: string }) => row.text === text).id,
    );
    await elsewhere.exec([
      { incident: id, command: { type: 'CorrectEntry', entry: well, text: 'nothing is well' } },
      { incident: id, command: { type: 'RedactText', event: secret, why: 'a key' } },
    ]);
    await place.run('restore', elsewhere.library);
    const texts = (await entriesOf(id)).map(({ text }: { text: string }) => text);
    expect(texts).toContain('nothing is well');
    expect(texts).not.toContain('all is well');
    expect(JSON.stringify(await place.json('show', id))).not.toContain('4711');
  } finally {
    elsewhere.remove();
  }
});

test('[FI2] texts with lone surrogates, and people of any name, are recorded and verify', async () => {
  place.write(
    'odd.json',
    `[{"type":"message","ts":"1772442240.000100","username":"\\ud83d Žofie\\n\\u202e","text":"a \\ud800 b \\u0007 \\u0000"}]`,
  );
  const { incident } = await place.json('import', 'odd.json', '--accept');
  expect((await place.run('verify')).exitCode).toBe(0);
  expect(await entriesOf(incident.id)).toHaveLength(1);
});

test('[FI7] times without a zone ask for --zone; an unknown zone is wrong usage', async () => {
  place.write('times.csv', 'time,text\n2026-03-02 10:04,slow\n');
  const { exitCode, stderr, stdout } = await place.run('import', 'times.csv');
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toBe(
    'Times in times.csv say no zone. Say which clock they were read from, like: --zone Europe/Prague\n',
  );
  const read = await place.run('import', 'times.csv', '--zone', 'Europe/Prague');
  expect(JSON.parse(read.stdout)).toMatchObject({
    zone: 'Europe/Prague',
    entries: [{ at: '2026-03-02T09:04:00.000Z' }],
  });
  expect((await place.run('import', 'times.csv', '--zone', 'Mars')).exitCode).toBe(2);
});

test.each([
  ['nothing.txt', 'dear all', /^Nothing in nothing.txt is of a kind that Holdfast reads[.] Looked for: .*Slack.*[.]$/],
  ['empty.json', ' \n', /^empty.json is empty[.]$/],
  ['picture.png', '\u0089PNG\r\n\u0000\u0000\u0000\rIHDR\u0000', /^picture.png is no text[.]/],
  [
    'cut.json',
    '[{"type":"message","ts"',
    /^cut.json: it begins like JSON and cannot be read: .* Is it cut off[?] Export it again[.]$/,
  ],
  ['broken.zip', 'PK\u0003\u0004 and no more', /^broken.zip: it is no whole zip file[.]/],
])('[FI5, FI22] %s is refused in a sentence', async (name, content, sentence) => {
  writeFileSync(join(place.folder, name), content, 'latin1');
  const { exitCode, stdout, stderr } = await place.run('import', name);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr.trim()).toMatch(sentence);
});

test('[FI22] a file that is not there, a folder, too much, and no file at all', async () => {
  expect(await place.run('import', 'gone.json')).toMatchObject({
    exitCode: 1,
    stderr: 'There is no file gone.json. Check the path.\n',
  });
  expect((await place.run('import', 'library')).stderr).toContain('is a folder');
  expect(await place.run('import')).toMatchObject({ exitCode: 2 });
  place.write('huge.json', '');
  truncateSync(join(place.folder, 'huge.json'), 64 * 1024 ** 2 + 1);
  expect((await place.run('import', 'huge.json')).stderr).toBe(
    'huge.json has 65 MB, an import at most 64. Export a shorter time.\n',
  );
});

test('[FI22] UTF-16 with a byte order mark is read', async () => {
  writeFileSync(
    join(place.folder, 'wide.csv'),
    Buffer.from('\uFEFFtime,text\n2026-03-02 09:04Z,žluťoučký\n', 'utf16le'),
  );
  expect(JSON.parse((await place.run('import', 'wide.csv')).stdout).entries[0].text).toBe('žluťoučký');
});

test('[FI6] nothing to record, and more than a timeline takes, is refused before anything is recorded', async () => {
  place.write('joins.json', [day[2]]);
  expect(await place.run('import', 'joins.json', '--accept')).toMatchObject({
    exitCode: 1,
    stderr: 'There is nothing to record: 1 left out. See the preview, without --accept.\n',
  });
  place.write(
    'many.csv',
    `time,text\n${Array.from({ length: 10_001 }, (_, n) => `2026-03-02 09:04Z,line ${n}\n`).join('')}`,
  );
  expect((await place.run('import', 'many.csv', '--accept')).stderr).toContain('10001 entries are more than');
  expect((await place.run('list')).stdout).toBe('No incidents yet.\n');
});
