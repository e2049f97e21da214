import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSlackZip } from '../../../electron/cli/read-slack-zip.ts';
import { createWorkplace, type Workplace } from '../../support/command-line-world.ts';
import { slackDay as day } from '../../support/intake.ts';
import { zipOf } from '../../support/zip-builder.ts';

let place: Workplace;
beforeEach(() => {
  place = createWorkplace('2026-03-13T00:00:00.000Z');
});
afterEach(() => place.remove());

test('[FI23] the zip of a Slack export is read in memory, days and people alone', async () => {
  const zip = await zipOf({
    'export/ops/2026-03-02.json': JSON.stringify(day.slice(0, 2)),
    'export/users.json': JSON.stringify([{ id: 'U1', name: 'ann', profile: { display_name: 'Ann Lee' } }]),
    'export/integration_logs.json': '[]',
    'export/__uploads/big.bin': Buffer.alloc(1000),
  });
  writeFileSync(join(place.folder, 'export.zip'), zip);
  const { entries, skipped } = JSON.parse((await place.run('import', 'export.zip')).stdout);
  expect(skipped).toEqual([]);
  expect(entries).toMatchObject([
    { author: 'Ann Lee', source: { where: 'export/ops/2026-03-02.json, item 1' } },
    {
      author: 'Bo Chen',
      text: 'looking, @Ann Lee',
      evidence: [{ text: 'export.zip, export/ops/2026-03-02.json, item 2' }],
    },
  ]);
  writeFileSync(join(place.folder, 'other.zip'), await zipOf({ 'a.txt': 'x' }));
  expect((await place.run('import', 'other.zip')).stderr).toContain('no Slack export');
});

test('[FI6, FI23] a day in the zip that is cut off, empty or no text is listed, whatever the others hold', async () => {
  const zip = await zipOf({
    'ops/2026-03-01.json': '[{"type":"message","ts":"17724',
    'ops/2026-03-02.json': JSON.stringify(day.slice(0, 1)),
    'ops/2026-03-03.json': 'PK\u0003\u0000\u0000',
    'ops/2026-03-04.json': '',
  });
  writeFileSync(join(place.folder, 'export.zip'), zip);
  const { entries, skipped } = JSON.parse((await place.run('import', 'export.zip')).stdout);
  expect(entries).toHaveLength(1);
  expect(skipped).toMatchObject([
    { where: 'ops/2026-03-01.json', why: expect.stringMatching(/^it begins like JSON and cannot be read: ./) },
    { where: 'ops/2026-03-03.json', why: 'it is no text' },
    { where: 'ops/2026-03-04.json', why: 'it is empty' },
  ]);
});

test('[FI22, FI23] more than an import may hold is refused while it is unpacked, however small the zip', async () => {
  const zip = await zipOf({ 'ops/2026-03-01.json': ' '.repeat(600), 'ops/2026-03-02.json': ' '.repeat(600) });
  expect(await readSlackZip(zip, 1200)).toMatchObject({ ok: true });
  expect(await readSlackZip(zip, 1199)).toMatchObject({
    ok: false,
    error: expect.stringContaining('unpacked it has over'),
  });
});
