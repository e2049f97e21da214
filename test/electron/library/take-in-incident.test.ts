import { describe, expect, it } from 'vitest';
import { takeInIncident } from '../../../electron/library/take-in-incident.ts';
import { createFaultFileLayer } from '../../support/fault-file-layer.ts';
import { aDraft, aJournalFile, anIncident } from '../../support/journal-builders.ts';

describe('an incident from elsewhere', () => {
  it('[BU16] a file that cannot be read is named, the others come in; nothing else is looked at', async () => {
    const files = createFaultFileLayer();
    for (const folder of ['/incident', '/incident/journal']) files.makeFolder(folder);
    const given = (name: string, bytes: Uint8Array) => ({ name, read: () => Promise.resolve(bytes) });
    let tokens = 0;
    const newToken = () => {
      tokens += 1;
      return `token-${tokens}`;
    };
    const outcome = await takeInIncident(
      { files, newToken, nowMs: () => 1_000_000 },
      { incident: anIncident, folder: '/incident', isOwn: () => false, whenBusy: 'beside', mayBeNewer: false },
      [
        given('journal/one.jsonl', aJournalFile('one', [aDraft('a')]).bytes),
        { name: 'journal/two.jsonl', read: () => Promise.reject(new Error('EIO: bad sector')) },
        given('evidence/graph.png', Buffer.from('png')),
        given('journal/sub/three.jsonl', aJournalFile('three', [aDraft('c')]).bytes),
        given('elsewhere/x', Buffer.from('x')),
      ],
    );
    expect(outcome).toEqual({
      commits: 1,
      files: 1,
      later: [],
      left: [{ name: 'journal/two.jsonl', why: 'It could not be read: EIO: bad sector.' }],
    });
    expect(files.list('/incident')).toEqual(['evidence', 'journal']);
    expect(files.list('/incident/journal')).toEqual(['one.jsonl']);
  });

  it('[BU46] a name that this disk does not take is named, and the record comes in', async () => {
    const files = createFaultFileLayer();
    for (const folder of ['/incident', '/incident/journal']) files.makeFolder(folder);
    files.onCall = (call, _, path) =>
      call === 'createFile' && path.includes('graph') ? { code: 'EILSEQ' } : undefined;
    const given = (name: string, bytes: Uint8Array) => ({ name, read: () => Promise.resolve(bytes) });
    const outcome = await takeInIncident(
      { files, newToken: () => `token-${files.callCount()}`, nowMs: () => 1_000_000 },
      { incident: anIncident, folder: '/incident', isOwn: () => false, whenBusy: 'beside', mayBeNewer: false },
      [
        given('evidence/graph.png', Buffer.from('png')),
        given('journal/one.jsonl', aJournalFile('one', [aDraft('a')]).bytes),
      ],
    );
    expect(outcome).toMatchObject({
      commits: 1,
      files: 0,
      left: [{ name: 'evidence/graph.png', why: expect.stringContaining('EILSEQ') }],
    });
  });
});
