import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answerRequest } from '../../../electron/library/answer-request.ts';
import { openHoldfastLibrary, simulatedClock } from '../../../electron/library/holdfast-library.ts';
import type { ExecuteRequest } from '../../../electron/library/library.ts';
import { createNodeFileLayer } from '../../../electron/library/node-file-layer.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { CommandId } from '../../../shared/record/ids.ts';
import { start } from '../../support/journal-builders.ts';
import { incidentA } from '../../support/memory-library.ts';

const base = mkdtempSync(join(tmpdir(), 'holdfast-library-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const open = () =>
  openHoldfastLibrary({
    files: createNodeFileLayer(),
    folder: join(base, 'library'),
    mayCreateParents: true,
    cacheFolder: join(base, 'cache'),
    appVersion: '1',
    now: () => start,
  });

describe("the library with Holdfast's rules", () => {
  it('[LB20] declares, notes, lists and opens on real files, asked as the main process asks', async () => {
    const library = await open();
    const ask = (id: string, command: unknown) => {
      const payload: ExecuteRequest = {
        id: id as CommandId,
        incident: incidentA,
        command,
        by: { person: 'Ada', device: 'lap' },
        zone: 'Europe/Berlin',
      };
      return answerRequest(library, { id: 1, channel: 'execute', payload });
    };
    const { digest } = library.playbook();
    expect(await ask('c1', { type: 'DeclareIncident', title: 'Checkout fails', playbook: digest })).toMatchObject({
      ok: true,
    });
    expect(await ask('c2', { type: 'RecordEntry', kind: 'note', text: 'Zoë looks', source: 'typed' })).toMatchObject({
      ok: true,
    });
    expect(await ask('c3', { type: 'Nonsense' })).toMatchObject({ ok: false, error: { code: 'command.malformed' } });
    await library.close();

    const next = await open();
    const listed = await answerRequest(next, { id: 2, channel: 'list', payload: null });
    expect(listed.ok && listed.value).toMatchObject([{ id: incidentA, title: 'Checkout fails' }]);
    const opened = await answerRequest(next, { id: 3, channel: 'open', payload: { incident: incidentA } });
    const page = JSON.parse(opened.ok ? opened.value : '{}');
    expect(page.commits.map(({ commit }: { commit: { command: { id: string } } }) => commit.command.id)).toEqual([
      'c1',
      'c2',
    ]);
    expect(page).toMatchObject({ problems: [], readOnly: null, playbookDigest: digest });
    await next.close();
  });

  it('[CE10] under a simulated clock forward is time that passes and back is a move, so that samples look like days', () => {
    let stands = start;
    const clock = simulatedClock(() => stands, 'one');
    const first = clock.monoMs();
    stands = '2026-03-02T10:04:00.000Z' as Instant;
    expect(clock.monoMs() - first).toBe(3_600_000);
    stands = '2026-03-02T09:34:00.000Z' as Instant;
    expect(clock.monoMs() - first).toBe(3_600_000);
    expect(clock.now()).toBe(stands);
    expect(simulatedClock(() => stands, 'two').boot).not.toBe(clock.boot);
  });
});
