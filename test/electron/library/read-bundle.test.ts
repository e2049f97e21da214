import { describe, expect, it } from 'vitest';
import { readBundle } from '../../../electron/library/read-bundle.ts';
import { incidentA } from '../../support/memory-library.ts';
import { manifestOf, zipOf } from '../../support/zip-builder.ts';

const folder = `incidents/2026-03-02-${incidentA}`;
const files = { [`${folder}/journal/one.jsonl`]: 'one', [`${folder}/evidence/a.txt`]: 'a', 'playbook.json': '{}' };
const bundleOf = (content: Record<string, string>, change: object = {}) =>
  zipOf({ ...content, 'manifest.json': manifestOf(content, change) });
const refusalOf = async (bytes: Buffer, caps?: Parameters<typeof readBundle>[1]) => {
  const read = await readBundle(bytes, caps);
  return read.ok ? `read, ${read.value.damaged.map(({ why }) => why).join()}` : read.error;
};
/** The same zip with another name of the same length in it. */
const renamed = (bytes: Buffer, from: string, to: string) =>
  Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');

describe('a bundle that is read', () => {
  it('[BU26] holds what its list names, each incident with its own files', async () => {
    const read = await readBundle(await bundleOf({ ...files, 'other.txt': 'x', [`${folder}/secret/x`]: 'x' }));
    if (!read.ok) throw new Error(read.error);
    const { given, damaged } = read.value;
    expect(damaged).toEqual([]);
    expect(given.incidents).toMatchObject([
      { id: incidentA, files: [{ name: 'journal/one.jsonl' }, { name: 'evidence/a.txt' }] },
    ]);
    expect(Buffer.from((await given.incidents[0]?.files[0]?.read()) ?? []).toString()).toBe('one');
    expect(Buffer.from((await given.playbook?.()) ?? []).toString()).toBe('{}');
  });

  it('[BU27] that is cut off anywhere, empty, or no zip is refused with a sentence', async () => {
    const whole = await bundleOf(files);
    for (const bytes of [Buffer.alloc(0), Buffer.from('hello'), whole.subarray(1)])
      expect(await refusalOf(bytes)).not.toMatch(/^read, $/);
    for (let end = 0; end < whole.length; end += 1)
      expect(await refusalOf(whole.subarray(0, end)), `cut at ${end}`).toMatch(/no whole zip/);
  });

  it('[BU28] with any flipped byte never passes damage for what was bundled', async () => {
    const whole = await bundleOf(files);
    let harmless = 0;
    for (let at = 0; at < whole.length; at += 1) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x41;
      const read = await readBundle(bytes);
      if (!read.ok) continue;
      harmless += 1;
      const { given } = read.value;
      for (const { name, read: readFile } of given.incidents.flatMap((incident) => incident.files)) {
        const content = Buffer.from(await readFile()).toString();
        expect(content, `byte ${at}`).toBe(name.startsWith('journal') ? 'one' : 'a');
      }
    }
    expect(harmless).toBeGreaterThan(0);
  });

  it('[BU29] with names that lead elsewhere, links, or names that clash is refused as a whole', async () => {
    const plain = await bundleOf({ ...files, 'xx/passwd': 'x' });
    for (const name of ['../passwd', '/x/passwd', 'C:/passwd', 'x\\\\passwd'].map((each) => each.slice(0, 9)))
      expect(await refusalOf(renamed(plain, 'xx/passwd', name)), name).toMatch(/^Its directory cannot be used/);
    const linked = await zipOf({ ...files, 'manifest.json': manifestOf(files) }, 0o120777);
    expect(await refusalOf(linked)).toMatch(/is a link/);
    const twice = await bundleOf({ ...files, 'a.txt': '1', 'b.txt': '2' });
    expect(await refusalOf(renamed(twice, 'b.txt', 'A.txt'))).toMatch(/Two files/);
  });

  it('[BU30] that is larger than any library, or unpacks without end, is not unpacked', async () => {
    const bomb = await bundleOf({ [`${folder}/journal/one.jsonl`]: '0'.repeat(2_000_000) });
    expect(await refusalOf(bomb)).toBe('read, it unpacks without end');
    const caps = { entries: 100, entryBytes: 1000, totalBytes: 10_000, ratio: 1_000_000, freeBytes: 1000 };
    expect(await refusalOf(bomb, { ...caps, totalBytes: 10_000_000 })).toBe(
      'read, it is larger than any file of an incident',
    );
    expect(await refusalOf(bomb, caps)).toMatch(/larger than any library/);
    expect(await refusalOf(bomb, { ...caps, entries: 1 })).toMatch(/more than any library/);
  });

  it('[BU31] names what is missing, changed, unlisted, or could not be read when it was made', async () => {
    const listed = { a: '1', b: '2', c: '3' };
    const bytes = await zipOf({
      a: '1',
      b: 'x',
      d: '4',
      e: '',
      'manifest.json': manifestOf(listed, { unreadable: ['e'] }),
    });
    const read = await readBundle(bytes);
    expect(read.ok && read.value.damaged).toEqual([
      { name: 'b', why: expect.stringContaining('not as it was') },
      { name: 'c', why: expect.stringContaining('missing') },
      { name: 'd', why: expect.stringContaining('does not name it') },
      { name: 'e', why: expect.stringContaining('when the bundle was made') },
    ]);
  });

  it('[BU32] without a list, with a broken one, or of a newer version is refused with the way out', async () => {
    expect(await refusalOf(await zipOf(files))).toMatch(/restore the folder/);
    expect(await refusalOf(await zipOf({ 'manifest.json': '{' }))).toMatch(/damaged/);
    expect(await refusalOf(await zipOf({ 'manifest.json': '{}' }))).toMatch(/none that Holdfast makes/);
    const newer = JSON.stringify({ ...JSON.parse(manifestOf(files).toString()), v: 2 });
    expect(await refusalOf(await zipOf({ ...files, 'manifest.json': newer }))).toMatch(/update Holdfast/);
  });
});
