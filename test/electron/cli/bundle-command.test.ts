import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { createWorkplace, type Workplace } from '../../support/command-line-world.ts';

let desk: Workplace;
let laptop: Workplace;
beforeEach(() => {
  desk = createWorkplace();
  laptop = createWorkplace();
});
afterEach(() => {
  desk.remove();
  laptop.remove();
});
const file = () => join(desk.folder, 'bundle.zip');
/** What a person would notice of an incident; not when it was asked for. */
const storyOf = async (place: Workplace, key: string) => {
  const { now: _, ...story } = await place.json('show', key);
  return story;
};

test('[BU20] an incident is bundled, and restored on a machine that never saw it, with all that was recorded', async () => {
  await desk.run('new', 'Checkout', '--key', 'INC-1', '--severity', 'SEV2');
  await desk.run('log', 'errors 12 %');
  await desk.run('new', 'Search', '--key', 'INC-2');
  const written = await desk.json('bundle', 'INC-1', '-o', file());
  expect(written).toMatchObject({ path: file(), incidents: [expect.any(String)], unreadable: [] });
  expect(await laptop.json('restore', file())).toMatchObject({
    incidents: [{ name: 'INC-1', title: 'Checkout', new: true, records: 2, conflicts: 0, left: [] }],
    playbook: 'none',
    damaged: [],
  });
  expect(await storyOf(laptop, 'INC-1')).toEqual(await storyOf(desk, 'INC-1'));
  expect(await laptop.run('verify')).toMatchObject({ exitCode: 0 });
  expect(await laptop.run('restore', file())).toEqual({
    exitCode: 0,
    stdout: 'INC-1 (Checkout)  nothing new\n',
    stderr: '',
  });
});

test('[BU21] carried to a second laptop and back: both went on and contradicted each other, both are kept, nothing failed', async () => {
  const script = (place: Workplace, ...lines: readonly object[]) =>
    place.exec(lines.map((line) => ({ incident: 'INC-1', ...line })));
  await desk.run('new', 'Checkout', '--key', 'INC-1', '--severity', 'SEV2');
  await desk.run('log', 'errors 12 %');
  await desk.run('bundle', '-o', file());
  await laptop.run('restore', file());

  desk.setClock('2026-03-02T09:10:00.000Z');
  laptop.setClock('2026-03-02T09:11:00.000Z');
  const worse = { type: 'ChangeSeverity', severity: 'SEV1', reason: 'all regions' };
  const milder = { type: 'ChangeSeverity', severity: 'SEV3', reason: 'one region only' };
  expect(await script(desk, { command: worse })).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await script(laptop, { command: milder })).toMatchObject({ exitCode: 0, stderr: '' });
  await laptop.run('log', 'the laptop went on');

  await laptop.run('bundle', '-o', file());
  expect(await desk.run('restore', file())).toMatchObject({
    exitCode: 0,
    stdout: 'INC-1 (Checkout)  2 new records, 1 contradiction to settle\n',
  });
  await desk.run('bundle', '-o', file());
  expect(await laptop.json('restore', file())).toMatchObject({ incidents: [{ new: false, records: 1, conflicts: 1 }] });

  const story = await storyOf(desk, 'INC-1');
  expect(await storyOf(laptop, 'INC-1')).toEqual(story);
  const rows = story.timeline.filter((row: { conflict: boolean }) => row.conflict);
  expect(rows.map((row: { text: string }) => row.text).join(' ')).toMatch(/all regions.*one region only/);
  for (const place of [desk, laptop]) {
    const [verified] = await place.json('verify', 'INC-1');
    expect(verified).toMatchObject({ ok: true, commits: 5, problems: [] });
  }
});

test('[BU22] a stick with a library is merged like a bundle; the library itself and other folders are refused', async () => {
  await desk.run('new', 'Checkout', '--key', 'INC-1');
  expect(await laptop.run('restore', desk.library)).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await storyOf(laptop, 'INC-1')).toEqual(await storyOf(desk, 'INC-1'));
  expect(await laptop.run('restore', laptop.library)).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('is this library itself'),
  });
  expect(await laptop.run('restore', laptop.folder)).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('is no library'),
  });
});

test('[BU23] a damaged bundle says what is wrong and takes in nothing, or what is whole when that is asked', async () => {
  await desk.run('new', 'Checkout', '--key', 'INC-1');
  await desk.run('new', 'Search', '--key', 'INC-2');
  await desk.run('bundle', '-o', file());
  const bytes = readFileSync(file());
  // In the middle of the first entry's packed bytes; the letters alone may be among these by chance.
  const middle = Math.floor(bytes.indexOf('PK\x03\x04', 4) / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 0x40;
  writeFileSync(file(), bytes);
  const refused = await laptop.run('restore', file());
  expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('One file in') });
  expect(refused.stderr).toContain('--what-is-whole');
  expect(await laptop.json('list')).toEqual([]);
  const partly = await laptop.run('restore', file(), '--what-is-whole', '--json');
  expect(partly).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('Left out: incidents/') });
  expect(JSON.parse(partly.stdout)).toMatchObject({ damaged: [{ name: expect.any(String), why: expect.any(String) }] });
  expect(await laptop.json('list')).not.toEqual([]);
});

test('[BU24] a whole library brings its playbook where there is none, and never replaces one', async () => {
  const playbookOf = (place: Workplace) => join(place.library, 'playbook.json');
  const inZone = (displayZone: string) => JSON.stringify({ ...defaultPlaybook, displayZone });
  await desk.run('new', 'Checkout');
  writeFileSync(playbookOf(desk), inZone('Europe/Prague'));
  await desk.run('bundle', '-o', file());
  expect(await laptop.json('restore', file())).toMatchObject({ playbook: 'taken' });
  expect(await laptop.json('restore', file())).toMatchObject({ playbook: 'same' });
  writeFileSync(playbookOf(laptop), inZone('Asia/Tokyo'));
  expect(await laptop.json('restore', file())).toMatchObject({ playbook: 'kept' });
  expect(readFileSync(playbookOf(laptop), 'utf8')).toBe(inZone('Asia/Tokyo'));
});

test('[BU25] a place that is not there, a folder, or no place at all is said, and nothing is left behind', async () => {
  await desk.run('new', 'Checkout');
  expect(await desk.run('bundle')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('-o FILE.zip') });
  expect(await desk.run('bundle', '-o', 'gone/b.zip')).toMatchObject({ exitCode: 1 });
  expect(await desk.run('bundle', '-o', desk.library)).toMatchObject({ exitCode: 1 });
  expect(await desk.run('bundle', 'INC-9', '-o', file())).toMatchObject({ exitCode: 1 });
  expect(await desk.run('restore', 'nothing.zip')).toMatchObject({ exitCode: 1 });
  expect(await desk.run('restore')).toMatchObject({ exitCode: 2 });
  expect(readdirSync(desk.folder).filter((name) => name.includes('zip'))).toEqual([]);
});
