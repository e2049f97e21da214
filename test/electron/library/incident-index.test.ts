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
});
