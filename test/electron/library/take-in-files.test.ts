import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../electron/library/sha256.ts';
import { isBeside, takeInBeside } from '../../../electron/library/take-in-files.ts';
import { createFaultFileLayer } from '../../support/fault-file-layer.ts';

const withFolder = () => {
  const files = createFaultFileLayer();
  files.makeFolder('/incident');
  void files.flushFolder('/');
  return files;
};
let tokens = 0;
const newToken = () => {
  tokens += 1;
  return `token-${tokens}`;
};
const text = (content: string) => Buffer.from(content);

describe('files beside the journals, from elsewhere', () => {
  it('[BU14] new ones are added durably, the same is not written again, other bytes get a name of their own', async () => {
    const files = withFolder();
    const bring = (content: string) =>
      takeInBeside(files, '/incident', { name: 'evidence/graph.png', bytes: text(content) }, newToken);
    expect(await bring('first')).toBe(true);
    expect(await bring('first')).toBe(false);
    expect(await bring('second')).toBe(true);
    expect(await bring('second')).toBe(false);
    const after = files.crash({ bytes: 'lost', names: 'lost' });
    const names = after.list('/incident/evidence');
    expect(names).toEqual(['graph.png', `graph~${sha256('second').slice(0, 16)}.png`]);
    const contents = names.map((name) => Buffer.from(after.readFile(`/incident/evidence/${name}`)).toString());
    expect(contents).toEqual(['first', 'second']);
  });

  it('[BU15] a playbook copy that fits its name takes the place of a damaged one, which is kept', async () => {
    const files = withFolder();
    const name = `playbook-${sha256('whole')}.json`;
    await takeInBeside(files, '/incident', { name, bytes: text('broken') }, newToken);
    expect(await takeInBeside(files, '/incident', { name, bytes: text('whole') }, newToken)).toBe(true);
    expect(Buffer.from(files.readFile(`/incident/${name}`)).toString()).toBe('whole');
    expect(files.list('/incident')).toHaveLength(2);
    expect(await takeInBeside(files, '/incident', { name, bytes: text('broken') }, newToken)).toBe(false);
  });

  it('[BU14] names that lead elsewhere, hide, or that some file system forbids are none of them', () => {
    const good = ['evidence/a b.png', 'exports/Überblick (2).html', `playbook-${'a'.repeat(64)}.json`];
    const bad = ['evidence/../x', 'evidence/.x', 'evidence/a/b', 'exports/a\u202egpj.exe', 'exports/a:b', 'exports/x.'];
    expect(good.filter(isBeside)).toEqual(good);
    expect([...bad, 'library.json', 'playbook-1.json'].filter(isBeside)).toEqual([]);
  });
});
