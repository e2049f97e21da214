import { describe, expect, it } from 'vitest';
import { ensureFolder } from '../../../electron/library/durable-file.ts';
import { type JsonStoreDeps, openJsonStore } from '../../../electron/library/json-store.ts';
import { crashModes, createFaultFileLayer, type FaultFileLayer } from '../../support/fault-file-layer.ts';

interface Content {
  readonly org: string;
}
const path = '/library/playbook.json';
const defaults: Content = { org: 'default' };
let tokens = 0;
const open = (files: FaultFileLayer, given: Partial<JsonStoreDeps<Content>> = {}) =>
  openJsonStore<Content>({
    files,
    path,
    defaults,
    faultOf: (content) => (typeof content === 'object' && content !== null && 'org' in content ? null : 'no org'),
    keepsLastGood: true,
    newToken: () => {
      tokens += 1;
      return String(tokens);
    },
    ...given,
  });
const inFolder = async (): Promise<FaultFileLayer> => {
  const files = createFaultFileLayer();
  await ensureFolder(files, '/', ['library']);
  return files;
};
const withSaved = async (...orgs: readonly string[]): Promise<FaultFileLayer> => {
  const files = await inFolder();
  const store = await open(files);
  for (const org of orgs) await store.save({ org });
  return files;
};
const put = (files: FaultFileLayer, text: string, where = path): void => {
  if (files.stat(where)) files.remove(where);
  files.createFile(where).write(Buffer.from(text));
};
const textOf = (files: FaultFileLayer, name: string) => Buffer.from(files.readFile(`/library/${name}`)).toString();
const damages = ['', 'null', '{"org":"sav', '\u0000\u0000\u0000', '[]', '{"name":"other kind"}'];

describe('a JSON file that cannot be used', () => {
  it.each(damages)(
    '[AF2] is set aside whole, and the last good one is in use and back in its place: %j',
    async (text) => {
      const files = await withSaved('older', 'saved');
      put(files, text);
      const store = await open(files);
      expect(store.value()).toEqual({ org: 'saved' });
      expect(store.notice()).toMatch(
        /playbook\.json could not be used \(.+\)\. It was kept as .+; the last good one is/,
      );
      const kept = files.list('/library').find((name) => name.includes('.corrupt-')) ?? '';
      expect(store.notice()).toContain(kept);
      expect(textOf(files, kept)).toBe(text);
      const next = await open(files);
      expect([next.value(), next.notice()]).toEqual([{ org: 'saved' }, null]);
    },
  );

  it('[AF2] without a last good one the default is in use', async () => {
    const files = await inFolder();
    put(files, '{"org');
    const store = await open(files);
    expect(store.value()).toEqual(defaults);
    expect(store.notice()).toMatch(/the default is in use/);
  });

  it('[AF2] a file that is gone gives way to the last good one; where none was ever saved nothing is said', async () => {
    const files = await withSaved('saved');
    files.remove(path);
    const store = await open(files);
    expect(store.value()).toEqual({ org: 'saved' });
    expect(store.notice()).toMatch(/is gone/);
    expect((await open(files)).notice()).toBeNull();
    expect((await open(await inFolder())).notice()).toBeNull();
  });

  it('[AF2] damage that comes while it is in use is found when it is read again', async () => {
    const files = await withSaved('saved');
    const store = await open(files);
    files.nowMs += 1;
    put(files, '{"org":');
    await store.refresh();
    expect(store.value()).toEqual({ org: 'saved' });
    expect(store.notice()).toMatch(/the last good one/);
  });

  it('[AF2] after a power cut at any call of a save the old or the new content is in use, never the default', async () => {
    const files = await withSaved('old');
    const store = await open(files);
    const found = new Set<string>();
    const crashed: FaultFileLayer[] = [];
    files.onCall = () => {
      crashed.push(...crashModes.map((mode) => files.crash(mode)));
      return undefined;
    };
    await store.save({ org: 'new' });
    for (const disk of crashed) found.add((await open(disk)).value().org);
    expect([...found].sort()).toEqual(['new', 'old']);
  });
});

describe('the last good copy', () => {
  it('[AF3] is never made of a file that was not itself loaded or saved as good', async () => {
    const files = await withSaved('saved');
    const good = textOf(files, 'playbook.json.last-good');
    for (const text of damages) {
      put(files, text);
      await open(files);
      expect(textOf(files, 'playbook.json.last-good')).toBe(good);
    }
  });

  it('[AF3] follows a good file that somebody edited by hand', async () => {
    const files = await withSaved('saved');
    put(files, '{ "org": "by hand" }');
    await open(files);
    put(files, '{ "org": "by hand, bro');
    expect((await open(files)).value()).toEqual({ org: 'by hand' });
  });

  it('[AF3] that is damaged itself is no good one, and is made anew from the file', async () => {
    const files = await withSaved('saved');
    put(files, '{"org', `${path}.last-good`);
    expect((await open(files)).notice()).toBeNull();
    expect(JSON.parse(textOf(files, 'playbook.json.last-good'))).toEqual({ org: 'saved' });
  });

  it('[AF3] a disk that takes no copy does not keep a save from being one', async () => {
    const files = await withSaved('saved');
    const store = await open(files);
    files.onCall = (call, _, where) =>
      call === 'createFile' && where.includes('last-good') ? { code: 'ENOSPC' } : undefined;
    await store.save({ org: 'new' });
    files.onCall = null;
    expect((await open(files)).value()).toEqual({ org: 'new' });
  });

  it('[AF3] is not kept where nobody asked for one', async () => {
    const files = await inFolder();
    await (await open(files, { keepsLastGood: false })).save({ org: 'saved' });
    expect(files.list('/library')).toEqual(['playbook.json']);
  });
});

it('[AF4] a file that the disk would not read stays where it is, is not saved over, and is read when it can be', async () => {
  const files = await withSaved('saved');
  files.remove(`${path}.last-good`);
  files.onCall = (call, _, where) => (call === 'readFile' && where === path ? { code: 'EIO' } : undefined);
  const store = await open(files);
  expect(store.value()).toEqual(defaults);
  expect(store.notice()).toMatch(/EIO.*left in its place/);
  await expect(store.save({ org: 'over it' })).rejects.toMatchObject({ code: 'EEXIST' });
  files.onCall = null;
  await store.refresh();
  expect([store.value(), store.notice()]).toEqual([{ org: 'saved' }, null]);
});
