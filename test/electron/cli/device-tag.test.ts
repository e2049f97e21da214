import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorkplace, type Workplace } from '../../support/command-line-world.ts';

let place: Workplace;
beforeEach(async () => {
  place = createWorkplace();
  await place.run('new', 'Checkout', '--key', 'INC-1');
});
afterEach(() => place.remove());

const lastName = async () => (await place.json('show', 'INC-1')).timeline.at(-1);

const setPreferences = (content: string) => {
  mkdirSync(join(place.folder, 'data'));
  writeFileSync(join(place.folder, 'data', 'preferences.json'), content);
};

test('[CL19] entries carry the tag that was set in the app', async () => {
  setPreferences('{"identity":{"person":"Ann","device":"war-room"},"view":{"theme":"dark"}}');
  await place.run('log', 'errors 12 %');
  expect(await lastName()).toMatchObject({ name: 'war-room-1', device: 'war-room', who: 'someone on war-room' });
});

test.each(['{"identity":{"person":"Ann","device":""}}', '{}', 'not JSON'])(
  '[CL19] else the first part of the host name (preferences: %s)',
  async (content) => {
    setPreferences(content);
    await place.run('log', 'errors 12 %', '--as', 'Bo Chen');
    expect(await lastName()).toMatchObject({ name: 'desk-1', who: 'Bo Chen' });
  },
);
