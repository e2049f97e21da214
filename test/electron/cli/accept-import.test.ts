import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorkplace, type Workplace } from '../../support/command-line-world.ts';
import { slackDay as day } from '../../support/intake.ts';
import { zipOf } from '../../support/zip-builder.ts';

let place: Workplace;
beforeEach(() => {
  place = createWorkplace('2026-03-13T00:00:00.000Z');
});
afterEach(() => place.remove());

test('[FI4] a longer export goes on in the incident that holds any of its entries, also one named with --into', async () => {
  const earlier = { type: 'message', ts: '1772442000.000100', user: 'U1', text: 'deploy' };
  place.write('day.json', day);
  place.write('longer.json', [earlier, ...day]);
  const first = await place.json('import', 'day.json', '--accept');
  expect(await place.json('import', 'longer.json', '--accept')).toMatchObject({
    incident: { id: first.incident.id, declared: false },
    recorded: 1,
    there: 2,
  });
  expect(await place.json('list')).toHaveLength(1);
  await place.run('new', 'Other', '--key', 'INC-2');
  place.write('one.json', [{ ...earlier, ts: '1772441000.000100' }]);
  await place.run('import', 'one.json', '--into', 'INC-2', '--accept');
  expect(await place.json('import', 'one.json', '--accept')).toMatchObject({ incident: { title: 'Other' }, there: 1 });
  place.write('both.json', [{ ...earlier, ts: '1772441000.000100' }, ...day]);
  const refused = await place.run('import', 'both.json', '--accept');
  expect(refused).toMatchObject({
    exitCode: 1,
    stderr: expect.stringMatching(/INC-2 [(]Other[)].* with --into ID[.]/),
  });
  expect(await place.json('list')).toHaveLength(2);
});

test('[FI4, FI18] several incidents of a status page are not mixed into one: refused with their names', async () => {
  const incident = (id: string, name: string) => ({
    id,
    name,
    incident_updates: [{ id: `u-${id}`, status: 'resolved', body: 'ok', created_at: '2026-03-02T09:00:00Z' }],
  });
  const both = { page: { name: 'Shop' }, incidents: [incident('a', 'Slow checkout'), incident('b', 'No search')] };
  place.write('both.json', both);
  expect(await place.run('import', 'both.json', '--accept')).toMatchObject({
    exitCode: 1,
    stderr:
      'The file holds 2 incidents: Slow checkout; No search. One timeline takes one: import a file with one of them.\n',
  });
  expect((await place.run('list')).stdout).toBe('No incidents yet.\n');
  place.write('twice.json', [
    { ...both, incidents: both.incidents.slice(0, 1) },
    { page: both.page, incident: incident('a', 'Slow checkout') },
  ]);
  expect(await place.json('import', 'twice.json', '--accept')).toMatchObject({ recorded: 1 });
});

test('[FI2] what the preview flags is counted when it is recorded, and an approximate time is likely, not confirmed', async () => {
  place.write(
    'rough.csv',
    'time,text\n2026-03-02 09:05Z,slow\n2026-03-02 10:45Z~,up\n2026-03-02 09:04Z - 09:06Z,deploy\n',
  );
  const { stderr } = await place.run('import', 'rough.csv', '--accept');
  expect(stderr).toBe(
    [
      'Look at them: 1 have a span of time, its beginning is taken (range).',
      'Look at them: 1 stand in the file behind one that happened later (out-of-order).',
      'Look at them: 1 have a time that is said to be about (approximate).\n',
    ].join('\n'),
  );
  const journals = readdirSync(place.library, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.jsonl'),
  );
  const recorded = journals.map((name) => place.read(join('library', name))).join('');
  expect(recorded.match(/"certainty":"\w+"/g)).toEqual(['"certainty":"likely"']);
  place.write('more.csv', `${place.read('rough.csv')}2026-03-02 11:00Z~,closed\n`);
  expect(await place.json('import', 'more.csv', '--accept')).toMatchObject({ recorded: 1, flags: { approximate: 1 } });
});

test('[FI6] a file that is refused with --accept leaves no library behind', async () => {
  place.write('nothing.txt', 'dear all');
  place.write('joins.json', [day[2]]);
  for (const name of ['nothing.txt', 'joins.json']) {
    expect((await place.run('import', name, '--accept')).exitCode).toBe(1);
    expect(readdirSync(place.library)).toEqual([]);
  }
});

test('[FI3] what reads otherwise in another file is named so: the zip has the people that a day file lacks', async () => {
  const zip = {
    'ops/2026-03-02.json': JSON.stringify(day),
    'users.json': JSON.stringify([{ id: 'U1', name: 'ann', profile: { display_name: 'Ann' } }]),
  };
  place.write('day.json', day);
  writeFileSync(join(place.folder, 'export.zip'), await zipOf(zip));
  await place.run('import', 'day.json', '--accept');
  const { stdout, stderr } = await place.run('import', 'export.zip', '--accept');
  expect(stdout).toContain('0 recorded, 2 already there');
  expect(stderr).toContain('Reads otherwise in this file, kept as recorded: ops/2026-03-02.json, item 2\n');
});

test('[FI3, FI11] messages that share an id stay recognised when another export has more or fewer of them', async () => {
  const [first] = day;
  const twin = { ...first, text: 'another with that id' };
  place.write('one.json', [first]);
  place.write('two.json', [first, twin]);
  const { incident } = await place.json('import', 'one.json', '--accept');
  const { timeline } = await place.json('show', incident.id);
  const { id: event } = timeline.find(({ text }: { text: string }) => text.startsWith('checkout'));
  await place.exec([{ incident: incident.id, command: { type: 'CorrectEntry', entry: event, text: 'corrected' } }]);
  expect(await place.json('import', 'two.json', '--accept')).toMatchObject({ recorded: 1, there: 1, changed: [] });
  place.write('twin.json', [twin]);
  expect(await place.json('import', 'twin.json', '--into', incident.id, '--accept')).toMatchObject({ there: 1 });
  await place.exec([{ incident: incident.id, command: { type: 'RedactText', event, why: 'name' } }]);
  expect(await place.json('import', 'two.json', '--accept')).toMatchObject({ recorded: 0, there: 2 });
});
