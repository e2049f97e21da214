import { describe, expect, it } from 'vitest';
import { createFaultFileLayer } from '../../support/fault-file-layer.ts';
import { declare, note, openNotesLibrary } from '../../support/memory-library.ts';

describe('the index of incidents', () => {
  it('[LB11] the list comes from the index when nothing changed, and is the same without it', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    await declare(library);
    await note(library, 'a');
    const list = await library.list();
    expect(list).toEqual([{ notes: ['a'] }]);
    let reads: string[] = [];
    files.onCall = (call, _, path) => {
      if (call === 'readFile' && path.endsWith('.jsonl')) reads.push(path);
      return undefined;
    };
    expect(await (await openNotesLibrary(files)).list()).toEqual(list);
    expect(reads).toEqual([]);
    files.remove('/cache/one/index.json');
    expect(await (await openNotesLibrary(files)).list()).toEqual(list);
    expect(reads).toHaveLength(1);
    await note(library, 'b');
    reads = [];
    expect(await (await openNotesLibrary(files)).list()).toEqual([{ notes: ['a', 'b'] }]);
  });

  it('[AF7] an index that cannot be used is set aside and said, and the list is the same', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    await declare(library);
    const list = await library.list();
    for (const text of [
      '',
      '{"version":"1"',
      '{"version":"1","entries":null}',
      '{"version":"1","entries":{"a":5}}',
      'null',
    ]) {
      files.remove('/cache/one/index.json');
      files.createFile('/cache/one/index.json').write(Buffer.from(text));
      const next = await openNotesLibrary(files);
      expect(next.state().notices).toEqual([
        expect.stringMatching(/index\.json could not be used.*kept as index\.json\.corr/),
      ]);
      expect(await next.list()).toEqual(list);
      expect((await openNotesLibrary(files)).state().notices).toEqual([]);
    }
  });

  it('[AT14] a copy that a crash left while the index was being saved is gone with the next start', async () => {
    const files = createFaultFileLayer();
    const library = await openNotesLibrary(files);
    await declare(library);
    await library.list();
    files.createFile('/cache/one/index.json.abc.tmp').write(Buffer.from('a text'));
    await openNotesLibrary(files);
    expect(files.list('/cache/one')).toEqual(['index.json']);
  });
});
