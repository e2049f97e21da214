import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorkplace, type Workplace } from '../../support/command-line-world.ts';

let place: Workplace;
let id: string;
beforeEach(async () => {
  place = createWorkplace();
  id = (await place.run('new', 'Checkout', '--key', 'INC-1')).stdout.trim();
  await place.run('log', 'errors 12 %');
  place.setClock('2026-04-02T09:04:00.000Z');
  await place.run('new', 'Search', '--key', 'INC-2');
});
afterEach(() => place.remove());

/** Turns one byte of the journal file that holds `word`. */
const damage = (word: string) => {
  const folder = join(place.library, 'incidents', `2026-03-02-${id}`, 'journal');
  const files = readdirSync(folder).map((name) => join(folder, name));
  const file = files.find((path) => readFileSync(path, 'utf8').includes(word)) ?? '';
  const bytes = readFileSync(file);
  const at = bytes.indexOf(word);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
};

test('[CL18] an intact library is in order', async () => {
  const { exitCode, stdout, stderr } = await place.run('verify');
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toContain(`${id}  2 commands in 2 files, all in order\n`);
  expect(stdout.match(/1 command, chain holds\n {4}head [0-9a-f]{64}\n/g)).toHaveLength(3);
  expect(await place.json('verify', 'INC-1')).toMatchObject([{ id, ok: true, commits: 2, problems: [] }]);
});

test('[CL18] one turned bit is found, its place is named, and the exit code is 1', async () => {
  damage('errors 12 %');
  const { exitCode, stdout, stderr } = await place.run('verify');
  expect(exitCode).toBe(1);
  expect(stderr).toBe('1 of 2 incidents: something is wrong.\n');
  expect(stdout).toMatch(/\.jsonl:\d+ {2}\S/);
  expect(stdout.match(/0 commands, first bad line 2\n/g)).toHaveLength(1);
  const { stdout: document } = await place.run('verify', '--json');
  expect(JSON.parse(document)).toMatchObject([
    { id, ok: false },
    { ok: true, problems: [] },
  ]);
});

test('[CL18] an incident that no list can show is checked all the same', async () => {
  damage('Checkout');
  expect(await place.json('list')).toMatchObject([{ key: 'INC-2' }]);
  expect(await place.run('verify')).toMatchObject({ exitCode: 1 });
  expect(await place.run('verify', id)).toMatchObject({ exitCode: 1 });
});

test('[MG14] a journal that is gone, or ends too early, is missed where another run had seen it', async () => {
  await place.run('log', 'INC-1', 'and falling');
  const journal = join(place.library, 'incidents', `2026-03-02-${id}`, 'journal');
  const [seen = ''] = readdirSync(journal).filter((name) => readFileSync(join(journal, name)).includes('errors 12 %'));
  const whole = readFileSync(join(journal, seen));
  for (const bytes of [whole.subarray(0, whole.indexOf(10) + 1), undefined]) {
    if (bytes) writeFileSync(join(journal, seen), bytes);
    else rmSync(join(journal, seen));
    const { exitCode, stdout } = await place.run('verify', id);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`${seen}:2  From this line on records are missing that others had seen.`);
  }
  writeFileSync(join(journal, seen), whole);
  expect((await place.run('verify', id)).exitCode).toBe(0);
});

const noFiles: Readonly<Record<string, (path: string) => void>> = {
  'a folder': (path) => mkdirSync(path),
  // Windows has no pipes among files, and keeps links to itself.
  ...(process.platform === 'win32'
    ? {}
    : {
        'a link to nothing': (path) => symlinkSync('/nowhere', path),
        'a link to itself': (path) => symlinkSync(path, path),
        'a pipe': (path) => execFileSync('mkfifo', [path]),
        'a device': (path) => symlinkSync('/dev/zero', path),
      }),
};

test.each(Object.keys(noFiles))(
  '[JR44] %s in place of a journal is named, holds up nothing, and all else counts',
  async (what) => {
    const journal = join(place.library, 'incidents', `2026-03-02-${id}`, 'journal');
    const [first = ''] = readdirSync(journal).filter((name) =>
      readFileSync(join(journal, name)).includes('errors 12 %'),
    );
    rmSync(join(journal, first));
    noFiles[what]?.(join(journal, first));
    const { exitCode, stdout } = await place.run('verify', id);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`${first}  This file cannot be read now`);
    expect((await place.run('show', 'INC-1')).stdout).toContain('Checkout');
    expect(await place.json('list')).toHaveLength(2);
    expect((await place.run('log', 'INC-1', 'it goes on')).exitCode).toBe(0);
  },
);

test('[CL18] something else in place of the incidents is said without a mistake of Holdfast', async () => {
  rmSync(join(place.library, 'incidents'), { recursive: true });
  writeFileSync(join(place.library, 'incidents'), '');
  const { exitCode, stderr } = await place.run('list');
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^The library cannot be used: ENOTDIR.*Mend that, then try again[.]\n$/);
});

test('[CL18] who reads a damaged incident is told', async () => {
  damage('errors 12 %');
  const { exitCode, stderr } = await place.run('show', 'INC-1');
  expect(exitCode).toBe(0);
  expect(stderr).toContain(`See: holdfast verify ${id}`);
});

test('[RX12] exports made before a redaction are listed by a check, and are nothing wrong', async () => {
  await place.exec([
    { incident: 'INC-1', as: 'said', command: { type: 'RecordEntry', kind: 'note', text: 'card 4000 1234' } },
    { incident: 'INC-1', command: { type: 'RedactText', event: '$said', why: 'card number' } },
  ]);
  const exports = join(place.library, 'incidents', `2026-03-02-${id}`, 'exports');
  mkdirSync(exports);
  writeFileSync(join(exports, 'review.md'), 'card 4000 1234');
  utimesSync(join(exports, 'review.md'), new Date('2026-03-02T09:00:00Z'), new Date('2026-03-02T09:00:00Z'));
  writeFileSync(join(exports, 'later.md'), 'made after it');
  const { exitCode, stdout } = await place.run('verify', 'INC-1');
  expect(exitCode).toBe(0);
  expect(stdout).toContain(', all in order\n');
  expect(stdout).toContain('\n  exports/review.md  made before a redaction: may hold redacted text\n');
  expect(await place.json('verify', 'INC-1')).toMatchObject([
    {
      ok: true,
      problems: [],
      residue: [{ path: 'exports/review.md', bytes: 14, madeAt: '2026-03-02T09:00:00.000Z', why: 'made-before' }],
    },
  ]);
  expect(await place.json('verify', 'INC-2')).toMatchObject([{ residue: [] }]);
});
