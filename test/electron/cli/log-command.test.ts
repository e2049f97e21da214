import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorkplace, linesOf, type Workplace } from '../../support/command-line-world.ts';

let place: Workplace;
beforeEach(async () => {
  place = createWorkplace('2026-03-02T09:04:00.000Z');
  await place.run('new', 'Checkout', '--key', 'INC-1');
  place.setClock('2026-03-02T09:20:00.000Z');
});
afterEach(() => place.remove());

const timeline = async (incident = 'INC-1') => (await place.json('show', incident)).timeline;

test('[CL6] a line goes to the only incident that runs, and comes back as it was recorded', async () => {
  const { exitCode, stdout } = await place.run('log', 'errors', '12 %', '--as', 'Ann');
  expect(exitCode).toBe(0);
  expect(stdout).toBe('INC-1  desk-1  09:20 UTC  Note  errors 12 %\n');
  expect((await timeline()).at(-1)).toMatchObject({ word: 'Note', text: 'errors 12 %', who: 'Ann', name: 'desk-1' });
});

test('[CL6] while several run, one has to be named', async () => {
  await place.run('new', 'Search', '--key', 'INC-2');
  const unnamed = await place.run('log', 'errors 12 %');
  expect(unnamed).toMatchObject({ exitCode: 1, stdout: '' });
  expect(unnamed.stderr).toContain('Several incidents are running: INC-1 (Checkout), INC-2 (Search).');
  expect(await place.run('log', 'inc-2', 'errors 12 %')).toMatchObject({ exitCode: 0 });
  expect(await place.run('log', '--incident', 'INC-2', 'INC-1 looks the same')).toMatchObject({ exitCode: 0 });
  expect((await timeline('INC-2')).map(({ text }: { text: string }) => text)).toEqual(
    expect.arrayContaining(['errors 12 %', 'INC-1 looks the same']),
  );
});

test('[CL7] a first word that only begins like a key is a word', async () => {
  await place.run('log', 'inc', 'looks', 'bad');
  expect((await timeline()).at(-1)).toMatchObject({ text: 'inc looks bad' });
});

test('[CL7] an id that is not here is no note', async () => {
  const { exitCode, stderr } = await place.run('log', '01JQ0000000000000000000214', 'errors');
  expect(exitCode).toBe(1);
  expect(stderr).toBe('There is no incident 01JQ0000000000000000000214 in this library.\n');
});

test('[CL8] command words are those of the entry line', async () => {
  await place.run('log', '!sev 2 half of all payments fail');
  await place.run('log', '!role ic @Ann');
  await place.run('log', '!task @bob 10m count connections');
  await place.run('log', '!done 1 4200');
  await place.run('log', '!unheard of');
  const shown = await place.json('show', 'INC-1');
  expect(shown.severity).toBe('SEV2');
  expect(shown.roles[0]).toMatchObject({ role: 'ic', person: 'Ann' });
  expect(shown.tasks).toMatchObject([{ owner: 'bob', text: 'count connections', finished: { result: '4200' } }]);
  expect(shown.timeline.at(-1)).toMatchObject({ word: 'Note', text: '!unheard of' });
});

test('[CL8] a time of day is read in the zone of --zone', async () => {
  await place.run('log', '10:05 first ticket', '--zone', 'Europe/Prague');
  expect((await timeline()).find(({ text }: { text: string }) => text === 'first ticket')).toMatchObject({
    at: '2026-03-02T09:05:00.000Z',
    recordedAt: '2026-03-02T09:20:00.000Z',
  });
});

test('[CL8] a doubtful time of day is asked about, and answered by --at', async () => {
  const { exitCode, stderr } = await place.run('log', '09:25 first ticket');
  expect(exitCode).toBe(1);
  expect(stderr).toContain('If you mean 2026-03-01T09:25:00.000Z, say so with --at. Nothing was recorded.');
  await place.run('log', '09:25 first ticket', '--at', '2026-03-01T09:25:00Z');
  await place.run('log', 'second ticket', '--at', '2026-03-02T10:10:00+01:00');
  expect((await timeline()).map(({ at, text }: { at: string; text: string }) => [at, text])).toEqual(
    expect.arrayContaining([
      ['2026-03-01T09:25:00.000Z', 'first ticket'],
      ['2026-03-02T09:10:00.000Z', 'second ticket'],
    ]),
  );
});

test('[CL8] two times that contradict each other are refused', async () => {
  const { exitCode, stderr } = await place.run('log', '09:05 ticket', '--at', '2026-03-02T09:06:00Z');
  expect(exitCode).toBe(1);
  expect(stderr).toContain('another time of day than --at');
});

test.each([
  ['!role', 'Which role?'],
  ['!start Search', 'holdfast new TITLE'],
  ['!upd public we look into it', 'holdfast exec'],
  ['!milestone recovered', 'impact'],
])('[CL1, CL8] %s says what is missing and records nothing', async (line, sentence) => {
  const before = await timeline();
  const { exitCode, stderr } = await place.run('log', line);
  expect(exitCode).toBe(1);
  expect(stderr.toLowerCase()).toContain(sentence.toLowerCase());
  expect(stderr).toMatch(/Nothing was recorded\.\n$/);
  expect(await timeline()).toEqual(before);
});

test('[CL9] lines of standard input are recorded each on its own', async () => {
  const inputLines = linesOf('errors 12 %', '', '!role', '!obs errors 38 %');
  const { exitCode, stdout, stderr } = await place.runWith({ inputLines }, 'log', 'INC-1');
  expect(exitCode).toBe(1);
  expect(stdout.split('\n')).toHaveLength(3);
  expect(stderr).toContain('Line 3 was not recorded: Which role?');
  expect(stderr).toContain('1 of 4 lines were not recorded.');
  expect((await timeline()).slice(-2)).toMatchObject([
    { text: 'errors 12 %' },
    { word: 'Observed', text: 'errors 38 %' },
  ]);
});

test('[CL9] no text and no lines is wrong usage', async () => {
  expect(await place.runWith({ inputLines: linesOf() }, 'log')).toMatchObject({ exitCode: 2 });
  expect(await place.run('log')).toMatchObject({ exitCode: 2 });
});

test('[MS42] a line that moves figures names them', async () => {
  const { stdout } = await place.run('log', '!milestone failure 09:00');
  expect(stdout).toContain('  Time to Detect: 4m 00s (was no Failure)\n');
  expect((await place.run('log', 'errors 12 %')).stdout).not.toContain('Time to');
});
