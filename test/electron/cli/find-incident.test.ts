import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorkplace, type Workplace } from '../../support/command-line-world.ts';

let place: Workplace;
let first: string;
let second: string;
beforeEach(async () => {
  place = createWorkplace();
  first = (await place.run('new', 'One', '--key', 'INC-1')).stdout.trim();
  place.setClock('2026-04-02T09:04:00.000Z');
  second = (await place.run('new', 'Two', '--key', 'INC-12')).stdout.trim();
});
afterEach(() => place.remove());

const titleOf = async (wanted: string) => (await place.json('show', wanted)).title;

test('[CL4] by id, by key, by the beginning of either, in any case', async () => {
  expect(await titleOf(first)).toBe('One');
  expect(await titleOf('inc-12')).toBe('Two');
  expect(await titleOf(second.slice(0, 6).toLowerCase())).toBe('Two');
});

test('[CL4] a whole key wins over the beginning of another', async () => {
  expect(await titleOf('INC-1')).toBe('One');
});

test('[CL4] what fits several is refused with all of them', async () => {
  const { exitCode, stderr } = await place.run('show', 'INC');
  expect({ exitCode, stderr }).toEqual({
    exitCode: 1,
    stderr: '"INC" could be INC-1 (One), INC-12 (Two). Say more of it.\n',
  });
});

test('[CL4] what fits none is refused', async () => {
  const { exitCode, stderr } = await place.run('due', 'OPS-1');
  expect({ exitCode, stderr }).toEqual({
    exitCode: 1,
    stderr: 'There is no incident "OPS-1" in this library. See: holdfast list\n',
  });
});

test('[CL4] without a key the end of the id is its name, as on the screens of the app', async () => {
  const id = (await place.run('new', 'Three')).stdout.trim();
  expect(await titleOf(id.slice(-6))).toBe('Three');
  expect(await place.json('list')).toContainEqual(expect.objectContaining({ id, name: id.slice(-6), key: null }));
});
