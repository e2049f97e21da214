import { describe, expect, it } from 'vitest';
import { digestOfPlaybook } from '../../../electron/library/playbook-copies.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { createFaultFileLayer } from '../../support/fault-file-layer.ts';
import {
  aRequest,
  declare,
  incidentA,
  notesDigest,
  notesPlaybook,
  openNotesLibrary,
} from '../../support/memory-library.ts';

const incidentB = '01JD000000000000000000000B' as IncidentId;

describe('playbooks of incidents', () => {
  it('[LB16] a corrupt playbook is set aside, kept, and said', async () => {
    const files = createFaultFileLayer();
    const first = await openNotesLibrary(files);
    expect((await first.savePlaybook({ org: 'Other' })).ok).toBe(true);
    expect((await openNotesLibrary(files)).playbook().playbook).toEqual({ org: 'Other' });
    files.remove('/data/library/playbook.json');
    files.createFile('/data/library/playbook.json').write(Buffer.from('{"org":"Oth'));
    const library = await openNotesLibrary(files);
    expect(library.playbook().playbook).toEqual({ org: 'Other' });
    expect(library.state().notices[0]).toMatch(/could not be used.*the last good one is in use/);
    const kept = files.list('/data/library').find((name) => name.startsWith('playbook.json.corrupt-'));
    expect(Buffer.from(files.readFile(`/data/library/${kept}`)).toString()).toBe('{"org":"Oth');
    expect((await library.savePlaybook({ org: 'New' })).ok).toBe(true);
    expect((await openNotesLibrary(files)).playbook().playbook).toEqual({ org: 'New' });
  });

  it('[LB16] after one was set aside the next can be saved again and again', async () => {
    const files = createFaultFileLayer();
    await openNotesLibrary(files);
    files.createFile('/data/library/playbook.json').write(Buffer.from('{"org":"Oth'));
    const library = await openNotesLibrary(files);
    for (const org of ['New', 'Newer']) expect((await library.savePlaybook({ org })).ok).toBe(true);
    expect((await openNotesLibrary(files)).playbook().playbook).toEqual({ org: 'Newer' });
  });

  it('[LB34] a playbook that another run has saved is found when it is read, and its digest is what declares', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    const saved = await (await openNotesLibrary(files)).savePlaybook({ org: 'Elsewhere' });
    expect(saved).toEqual({
      ok: true,
      value: { playbook: { org: 'Elsewhere' }, digest: digestOfPlaybook({ org: 'Elsewhere' }) },
    });
    expect(await library.readPlaybook()).toEqual(saved.ok && saved.value);
    // Named by the digest of the one before, read before the other run saved.
    expect(await declare(library)).toMatchObject({ ok: false, error: { code: 'playbook.unknown' } });
    const { digest } = library.playbook();
    expect((await library.execute(aRequest('again', { type: 'Declare', playbook: digest }))).ok).toBe(true);
  });

  it('[LB17] an incident keeps the playbook it was declared with, and adopts a newer one by name', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    await declare(library);
    await library.savePlaybook({ org: 'New' });
    const before = library.open(incidentA);
    expect(before.ok && before.value.playbook).toEqual(notesPlaybook);
    const digest = digestOfPlaybook({ org: 'New' });
    expect(await library.execute(aRequest('x', { type: 'Adopt', playbook: 'nonsense' }))).toMatchObject({
      error: { code: 'playbook.unknown' },
    });
    expect((await library.execute(aRequest('y', { type: 'Adopt', playbook: digest }))).ok).toBe(true);
    const after = library.open(incidentA);
    expect(after.ok && after.value).toMatchObject({ playbook: { org: 'New' }, playbookDigest: digest });
  });

  it.each(['missing', 'damaged'])(
    '[LB70] a playbook copy that is %s is told, where another one has to stand in for it',
    async (what) => {
      const files = createFaultFileLayer();
      await declare(await openNotesLibrary(files));
      const path = `/data/library/incidents/2026-03-02-${incidentA}/playbook-${notesDigest}.json`;
      files.remove(path);
      if (what === 'damaged') files.createFile(path).write(Buffer.from('{"org":"ACMF"}'));
      const looked = async () => {
        const library = await openNotesLibrary(files);
        const [opened, verified] = [library.open(incidentA), library.verify(incidentA)];
        if (!opened.ok || !verified.ok) throw new Error('It cannot be read.');
        expect(verified.value.problems).toEqual(opened.value.problems);
        return [library, opened.value] as const;
      };
      // The one in force is the very same.
      const [library, before] = await looked();
      expect(before).toMatchObject({ playbook: notesPlaybook, problems: [] });
      await library.savePlaybook({ org: 'New' });
      const [, after] = await looked();
      expect(after.problems).toMatchObject([{ kind: 'playbook-lost', file: `playbook-${notesDigest}.json` }]);
    },
  );

  it('[LB17] a playbook that another incident carries already is copied to each that adopts it', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    await declare(library);
    await declare(library, incidentB);
    await library.savePlaybook({ org: 'New' });
    const digest = digestOfPlaybook({ org: 'New' });
    for (const incident of [incidentA, incidentB]) {
      const adopted = await library.execute(aRequest(`y-${incident}`, { type: 'Adopt', playbook: digest }, incident));
      expect(adopted.ok).toBe(true);
      const home = library.folderOf(incident);
      expect(home.ok && files.list(home.value)).toContain(`playbook-${digest}.json`);
    }
  });
});
