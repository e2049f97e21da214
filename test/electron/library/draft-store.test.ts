import { describe, expect, it } from 'vitest';
import { createDraftStore, type DraftStoreDeps } from '../../../electron/library/draft-store.ts';
import { createFaultFileLayer, type FaultFileLayer } from '../../support/fault-file-layer.ts';
import { start } from '../../support/journal-builders.ts';

const freshFiles = async () => {
  const files = createFaultFileLayer();
  files.makeFolder('/library');
  await files.flushFolder('/');
  return files;
};
let tokens = 0;
const depsOf = (files: FaultFileLayer, run: string): DraftStoreDeps => ({
  files,
  library: '/library',
  run,
  isRunAlive: () => false,
  now: () => start,
  newToken: () => {
    tokens += 1;
    return String(tokens);
  },
  onNotices: () => undefined,
});
const store = (files: FaultFileLayer, run: string, alive: readonly string[] = []) =>
  createDraftStore({ ...depsOf(files, run), isRunAlive: (other) => alive.includes(other) });
const done = { ok: true, value: null };

describe('drafts', () => {
  it('[DF1] a saved draft survives a power cut', async () => {
    const files = await freshFiles();
    expect(await store(files, 'one').save('entry/A', 'half a sent')).toEqual(done);
    const crashed = files.crash({ bytes: 'lost', names: 'lost' });
    expect(store(crashed, 'two').list()).toEqual([
      { key: 'entry/A', text: 'half a sent', savedAt: start, isOrphan: true },
    ]);
  });

  it('[DF2] of saves that wait for one another the newest text is what stays, and every one is answered', async () => {
    const files = await freshFiles();
    const drafts = store(files, 'one');
    const outcomes = await Promise.all(['a', 'ab', 'abc', 'abcd'].map((text) => drafts.save('k', text)));
    expect(outcomes).toEqual([done, done, done, done]);
    expect(drafts.list().map((draft) => draft.text)).toEqual(['abcd']);
  });

  it('[DF3] a removed draft is gone, also when a dead run had left it', async () => {
    const files = await freshFiles();
    await store(files, 'one').save('k', 'left');
    const drafts = store(files, 'two');
    await drafts.save('other', 'stays');
    expect(await drafts.remove('k')).toEqual(done);
    expect(drafts.list().map((draft) => draft.key)).toEqual(['other']);
    expect(
      store(files.crash({ bytes: 'lost', names: 'lost' }), 'three')
        .list()
        .map((draft) => draft.key),
    ).toEqual(['other']);
  });

  it('[DF4] drafts of a run that still lives are neither offered nor removed', async () => {
    const files = await freshFiles();
    await store(files, 'one').save('k', 'being typed');
    const drafts = store(files, 'two', ['one']);
    expect(drafts.list()).toEqual([]);
    await drafts.remove('k');
    expect(store(files, 'three').list()).toHaveLength(1);
  });

  it('[DF5] the own text of a key hides an orphan of the same key', async () => {
    const files = await freshFiles();
    await store(files, 'zzz').save('k', 'old');
    const drafts = store(files, 'aaa');
    await drafts.save('k', 'mine');
    expect(drafts.list()).toMatchObject([{ text: 'mine', isOrphan: false }]);
  });

  it('[DF6] a fault at any call is answered and keeps the draft saved before', async () => {
    const probe = await freshFiles();
    await store(probe, 'one').save('k', 'first');
    const first = probe.callCount();
    await store(probe, 'one').save('k', 'second');
    const last = probe.callCount();
    for (const fault of [{ code: 'ENOSPC' }, { code: 'EIO' }, { short: 0 }, { short: 5 }])
      for (let failing = first; failing < last; failing += 1) {
        const files = await freshFiles();
        await store(files, 'one').save('k', 'first');
        files.onCall = (_, index) => (index === failing ? fault : undefined);
        const outcome = await store(files, 'one').save('k', 'second');
        files.onCall = null;
        const texts = store(files, 'two')
          .list()
          .map((draft) => draft.text);
        expect(texts, `${JSON.stringify(fault)} at ${failing}`).toHaveLength(1);
        if (outcome.ok) expect(texts).toEqual(['second']);
      }
  });

  it('[AT14] a removed draft takes the copy along that a crash left while it was being saved', async () => {
    const files = await freshFiles();
    await store(files, 'one').save('k', 'typed words');
    const [name = ''] = files.list('/library/drafts/one');
    files.createFile(`/library/drafts/one/${name}.abc.tmp`).write(Buffer.from('typed words'));
    expect(await store(files, 'two').remove('k')).toMatchObject({ ok: true });
    expect(files.list('/library/drafts/one')).toEqual([]);
  });

  it('[RX1] redacted text leaves the drafts of its incident, of every run, and nothing else of them', async () => {
    const files = await freshFiles();
    await store(files, 'dead').save('A/entry', '!obs Jane Doe called about the refund');
    await store(files, 'alive').save('A/place:update:public', JSON.stringify({ wrong: 'Jane Doe called' }, null, 1));
    await store(files, 'alive').save('B/entry', 'Jane Doe called');
    await store(files, 'dead').save('library/form:declare', 'twice: Jane Doe called');
    const drafts = store(files, 'mine', ['alive']);
    await drafts.save('A/section:summary', 'first\nJane Doe called\nlast');
    expect(await drafts.takeOut(['A/', 'library/'], ['Jane Doe called'])).toEqual(done);
    const texts = store(files.crash({ bytes: 'lost', names: 'lost' }), 'later')
      .list()
      .map(({ key, text, savedAt }) => [key, text, savedAt]);
    expect(texts).toEqual(
      expect.arrayContaining([
        ['A/entry', '!obs [redacted] about the refund', start],
        ['A/place:update:public', JSON.stringify({ wrong: '[redacted]' }, null, 1), start],
        ['A/section:summary', 'first\n[redacted]\nlast', start],
        ['B/entry', 'Jane Doe called', start],
        ['library/form:declare', 'twice: [redacted]', start],
      ]),
    );
  });

  it('[RX1] a draft that waits for its turn is written without the redacted text', async () => {
    const files = await freshFiles();
    const drafts = store(files, 'one');
    const saved = [drafts.save('A/entry', 'x'), drafts.save('A/entry', 'secret word')];
    await drafts.takeOut(['A/'], ['secret word']);
    await Promise.all(saved);
    expect(drafts.list()).toMatchObject([{ text: '[redacted]' }]);
  });

  it('[RX1] half of a replacement that a dead run left is removed: it may hold the text', async () => {
    const files = await freshFiles();
    await store(files, 'dead').save('A/entry', 'kept');
    files.createFile('/library/drafts/dead/x.json.1.tmp').write(Buffer.from('{"key":"A/entry","text":"secret'));
    await store(files, 'mine').takeOut(['A/'], ['secret word']);
    expect(files.list('/library/drafts/dead').filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('[RX1] a disk that refuses says so', async () => {
    const files = await freshFiles();
    const drafts = store(files, 'one');
    await drafts.save('A/entry', 'secret word');
    files.onCall = (call) => (call === 'rename' ? { code: 'EIO' } : undefined);
    expect(await drafts.takeOut(['A/'], ['secret word'])).toMatchObject({
      ok: false,
      error: { code: 'storage.error' },
    });
  });

  it('[DF10] a folder of drafts that the disk does not give is told of, and keeps no other draft back', async () => {
    const files = await freshFiles();
    await store(files, 'bad').save('A/entry', 'secret word, unread');
    await store(files, 'dead').save('A/entry', 'secret word');
    files.onCall = (call, _, path) => (call === 'list' && path.endsWith('bad') ? { code: 'EACCES' } : undefined);
    const drafts = store(files, 'mine');
    expect(drafts.list()).toMatchObject([{ text: 'secret word' }]);
    expect(drafts.notices()).toEqual([expect.stringContaining('/library/drafts/bad')]);
    expect(await drafts.takeOut(['A/'], ['secret word'])).toMatchObject({
      ok: false,
      error: { code: 'storage.denied' },
    });
    expect(drafts.list()).toMatchObject([{ text: '[redacted]' }]);
    expect(await drafts.remove('A/entry')).toEqual(done);
    expect(drafts.list()).toEqual([]);
    files.onCall = null;
    expect(drafts.list()).toMatchObject([{ text: 'secret word, unread' }]);
  });

  it('[DF11] what a living run types while a redaction goes through its drafts stays, without the text', async () => {
    const files = await freshFiles();
    const alive = store(files, 'alive');
    await alive.save('A/entry', 'secret word');
    let isTyped = false;
    const slow: FaultFileLayer = {
      ...files,
      createFile: (path) => {
        const file = files.createFile(path);
        const flush = async () => {
          if (!isTyped) {
            isTyped = true;
            await alive.save('A/entry', 'secret word, and more');
          }
          await file.flush();
        };
        return { ...file, flush };
      },
    };
    expect(await store(slow, 'mine', ['alive']).takeOut(['A/'], ['secret word'])).toEqual(done);
    expect(alive.list()).toMatchObject([{ text: '[redacted], and more' }]);
  });

  it('[DF12] what a console on another machine types stays when this one records under the same key', async () => {
    const files = await freshFiles();
    const elsewhere = store(files, 'elsewhere');
    const drafts = createDraftStore({ ...depsOf(files, 'mine'), isRunAlive: (run) => (run === 'mine' ? true : null) });
    await elsewhere.save('A/entry', 'seen here');
    expect(drafts.list()).toMatchObject([{ text: 'seen here', isOrphan: true }]);
    expect(await drafts.remove('A/entry')).toEqual(done);
    expect(elsewhere.list()).toEqual([]);
    await elsewhere.save('A/entry', 'never seen here');
    await drafts.save('A/entry', 'recorded here');
    expect(await drafts.remove('A/entry')).toEqual(done);
    expect(elsewhere.list()).toMatchObject([{ text: 'never seen here' }]);
  });
});
