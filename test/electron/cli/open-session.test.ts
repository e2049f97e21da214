import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorkplace, type Workplace } from '../../support/command-line-world.ts';

let place: Workplace;
beforeEach(() => {
  place = createWorkplace();
});
afterEach(() => place.remove());

test("[CL2] the library is --library, then HOLDFAST_LIBRARY, then the app's own", async () => {
  const other = join(place.folder, 'other');
  await place.run('new', 'in the named variable');
  await place.run('new', 'in the option', '--library', other);
  await place.runWith({ env: {} }, 'new', 'in the default');
  const titles = async (env: Record<string, string>, ...options: string[]) => {
    const { stdout } = await place.runWith({ env }, 'list', '--json', ...options);
    return (JSON.parse(stdout) as { title: string }[]).map(({ title }) => title);
  };
  expect(await titles({ HOLDFAST_LIBRARY: place.library })).toEqual(['in the named variable']);
  expect(await titles({ HOLDFAST_LIBRARY: place.library }, '--library', 'other')).toEqual(['in the option']);
  expect(await titles({})).toEqual(['in the default']);
  expect(existsSync(join(place.folder, 'data', 'library', 'library.json'))).toBe(true);
});

test('[CL3] a command that reads makes no library of a mistyped path', async () => {
  const typo = join(place.folder, 'typo');
  const { exitCode, stderr } = await place.run('list', '--library', typo);
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: `There is no library ${typo}. Check the path.\n` });
  expect(existsSync(typo)).toBe(false);
});

test('[CL3] nor of a folder that holds other things', async () => {
  const documents = join(place.folder, 'documents');
  mkdirSync(documents);
  writeFileSync(join(documents, 'letter.txt'), 'Dear Ann');
  const { exitCode, stderr } = await place.run('verify', '--library', documents);
  expect(exitCode).toBe(1);
  expect(stderr).toContain('is no library');
  expect(existsSync(join(documents, 'library.json'))).toBe(false);
});

test('[CL3] a stick that is not in makes no library either', async () => {
  const { exitCode, stderr } = await place.run('new', 'x', '--library', join(place.folder, 'stick', 'library'));
  expect(exitCode).toBe(1);
  expect(stderr).toContain(`There is no folder ${join(place.folder, 'stick')}`);
});

test('[CL24] the test clock is read in a checkout and ignored in a package', async () => {
  const readSystemClock = () => '2026-06-01T00:00:00.000Z' as never;
  expect(JSON.parse((await place.runWith({ readSystemClock }, 'new', 'a', '--json')).stdout)).toMatchObject({
    declaredAt: '2026-03-02T09:04:00.000Z',
  });
  const packaged = await place.runWith({ readSystemClock, isPackaged: true }, 'new', 'b', '--json');
  expect(JSON.parse(packaged.stdout)).toMatchObject({ declaredAt: '2026-06-01T00:00:00.000Z' });
});

test('[CL24] a test clock that holds no moment is told, not replaced by another clock', async () => {
  place.setClock('noon');
  const { exitCode, stderr } = await place.run('new', 'a');
  expect(exitCode).toBe(1);
  expect(stderr).toContain('HOLDFAST_TEST_CLOCK names');
});
