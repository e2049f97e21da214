import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDraftStore, type DraftStore } from '../../electron/library/draft-store.ts';
import type { FileLayer } from '../../electron/library/file-layer.ts';
import { start } from '../support/journal-builders.ts';

/** `library` is an existing, empty folder of `files`. */
export interface DraftsBench {
  readonly files: FileLayer;
  readonly library: string;
}

/** What damaged drafts have to become on any file layer. */
export const draftsContract = (name: string, makeBench: () => DraftsBench): void => {
  describe(`damaged drafts on ${name}`, () => {
    let told = 0;
    let tokens = 0;
    const open = ({ files, library }: DraftsBench, run: string, below = files): DraftStore =>
      createDraftStore({
        files: below,
        library,
        run,
        isRunAlive: () => false,
        now: () => start,
        newToken: () => `token${++tokens}`,
        onNotices: () => {
          told += 1;
        },
      });
    /** A run that is over with a whole draft `A/entry` and a damaged one of `A/update`; returns the damaged file. */
    const leaveDamaged = async (bench: DraftsBench, content: string): Promise<string> => {
      const dead = open(bench, 'dead');
      await dead.save('A/update', 'x');
      const folder = join(bench.library, 'drafts', 'dead');
      const [file = ''] = bench.files.list(folder);
      await dead.save('A/entry', 'whole');
      bench.files.remove(join(folder, file));
      const made = bench.files.createFile(join(folder, file));
      made.write(Buffer.from(content));
      made.close();
      return join(folder, file);
    };
    const textOf = ({ files }: DraftsBench, path: string) => Buffer.from(files.readFile(path)).toString('utf8');
    const keptOf = ({ files, library }: DraftsBench): readonly string[] => {
      const folder = join(library, 'drafts', 'dead');
      return files
        .list(folder)
        .filter((each) => each.includes('.corrupt-'))
        .map((each) => join(folder, each));
    };

    it.each([['{"key":"A/update","text":"half an upd'], [''], ['{"key":"A/update"}'], ['null']])(
      '[DF7] %j is kept aside and told of once, and the others are offered',
      async (content) => {
        const bench = makeBench();
        const damaged = await leaveDamaged(bench, content);
        told = 0;
        const drafts = open(bench, 'mine');
        expect(drafts.notices()).toEqual([]);
        for (let look = 0; look < 2; look += 1) expect(drafts.list().map(({ text }) => text)).toEqual(['whole']);
        const [kept = '', ...more] = keptOf(bench);
        expect(more).toEqual([]);
        expect(drafts.notices()).toEqual([
          `A text that was typed and not recorded cannot be used (its file is damaged). It was kept as ${kept}: look there for what is left of it.`,
        ]);
        expect(told).toBe(1);
        expect(kept.startsWith(damaged)).toBe(true);
        expect(textOf(bench, kept)).toBe(content);
        const next = open(bench, 'next');
        next.list();
        expect(next.notices()).toEqual([]);
      },
    );

    it('[DF7] what cannot be read or was set aside outlives the next text of its field', async () => {
      const bench = makeBench();
      const damaged = await leaveDamaged(bench, 'half an upd');
      const early = open(bench, 'early');
      await early.save('A/update', 'a new one');
      expect(await early.remove('A/update')).toMatchObject({ ok: true });
      expect(textOf(bench, damaged)).toBe('half an upd');
      early.list();
      await early.save('A/update', 'another one');
      await early.remove('A/update');
      expect(keptOf(bench).map((path) => textOf(bench, path))).toEqual(['half an upd']);
    });

    it('[DF7] what the disk does not give stays in its place, and is offered when it does', async () => {
      const bench = makeBench();
      await open(bench, 'dead').save('A/entry', 'whole');
      let isBroken = true;
      const readFile: FileLayer['readFile'] = (...asked) => {
        if (isBroken)
          throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', errno: -5, syscall: 'read' });
        return bench.files.readFile(...asked);
      };
      const drafts = open(bench, 'mine', { ...bench.files, readFile });
      expect(drafts.list()).toEqual([]);
      expect(drafts.notices()).toEqual([
        expect.stringMatching(/\(EIO: i\/o error, read\)\. It was left as .+dead.+\.json:/),
      ]);
      await drafts.remove('A/entry');
      isBroken = false;
      expect(drafts.list()).toMatchObject([{ text: 'whole' }]);
      expect(drafts.notices()).toEqual([]);
    });

    it('[DF7] where nothing can be renamed it stays in its place, and is told of', async () => {
      const bench = makeBench();
      const damaged = await leaveDamaged(bench, 'half an upd');
      const rename: FileLayer['rename'] = () => {
        throw Object.assign(new Error('EROFS: read-only'), { code: 'EROFS', errno: -30, syscall: 'rename' });
      };
      const drafts = open(bench, 'mine', { ...bench.files, rename });
      drafts.list();
      drafts.list();
      expect(drafts.notices()).toEqual([expect.stringContaining(`It was left as ${damaged}:`)]);
      expect(textOf(bench, damaged)).toBe('half an upd');
    });

    it('[DF9] redacted text leaves what was set aside, and what was not yet; the damage around it stays', async () => {
      for (const isSetAside of [true, false]) {
        const bench = makeBench();
        const secret = 'say "Jörg 4711"';
        const nested = JSON.stringify(JSON.stringify({ wrong: secret }));
        const damaged = await leaveDamaged(bench, `{"text":${nested},"and":${JSON.stringify(`${secret} twice`)},`);
        const drafts = open(bench, 'mine');
        if (isSetAside) drafts.list();
        expect(await drafts.takeOut(['A/'], [secret])).toEqual({ ok: true, value: null });
        const [kept = damaged] = keptOf(bench);
        expect(textOf(bench, kept)).toBe('{"text":"{\\"wrong\\":\\"[redacted]\\"}","and":"[redacted] twice",');
      }
    });
  });
};
