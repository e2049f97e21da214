import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { EventId } from '../../shared/record/ids.ts';
import {
  aDraft,
  aNote,
  aRedaction,
  forge,
  type JournalBench,
  namesOf,
  openJournal,
} from '../support/journal-builders.ts';

const done = { ok: true, value: null };

/** What every journal must do, whatever it lies on. `makeBench` gives an empty folder. */
export const journalContract = (name: string, makeBench: () => JournalBench) => {
  const textOf = ({ files, folder }: JournalBench, file: string) =>
    Buffer.from(files.readFile(join(folder, file))).toString();

  describe(`journal on ${name}`, () => {
    it('[JR1] nothing is on the disk before the first append', async () => {
      const bench = makeBench();
      const journal = openJournal(bench);
      expect(journal.read()).toEqual({ commits: [], problems: [], isReadOnly: false });
      expect(bench.files.list(bench.base)).toEqual([]);
      await journal.append(aDraft('a')).recorded;
      expect(bench.files.list(bench.folder)).toEqual(['run-1.jsonl']);
    });

    it('[JR2] what was acknowledged is read back by another run, in order and with its texts', async () => {
      const bench = makeBench();
      const journal = openJournal(bench);
      const text = 'Zoë said: "14:05 — über \u2028 alles" \\ 𝄞';
      expect(await journal.append(aDraft('a', { events: [aNote('a', text)] })).recorded).toEqual(done);
      expect(await journal.append(aDraft('b')).recorded).toEqual(done);
      const { commits, problems } = openJournal(bench, 'other').read();
      expect(problems).toEqual([]);
      expect(namesOf(commits)).toEqual(['a', 'b']);
      expect(commits[0]?.commit.events).toEqual([aNote('a', text)]);
    });

    it('[OP3] what was read on the quick check is checked slice by slice, and read anew without the lines that fail', async () => {
      const bench = makeBench();
      const [writer, long] = [openJournal(bench), 'long '.repeat(30_000)];
      for (const [name, text] of [
        ['a', long],
        ['b', 'to be forged'],
        ['c', long],
        ['d', 'd'],
      ] as const)
        await writer.append(aDraft(name, { events: [aNote(name, text)] })).recorded;
      const lines = textOf(bench, 'run-1.jsonl').split('\n');
      lines[2] = forge(lines[2] ?? '', (body) => body.replace('to be forged', 'forged'));
      bench.files.remove(join(bench.folder, 'run-1.jsonl'));
      bench.files.createFile(join(bench.folder, 'run-1.jsonl')).write(Buffer.from(lines.join('\n')));
      const journal = openJournal(bench, 'other', 'quick');
      expect(namesOf(journal.read().commits)).toEqual(['a', 'b', 'c', 'd']);
      expect(journal.isChecked()).toBe(false);
      const steps: string[] = [];
      while (!journal.isChecked()) steps.push(journal.checkMore());
      expect(steps.length).toBeGreaterThan(2);
      expect([...new Set(steps)]).toEqual(['more', 'found']);
      const { commits, unfit, problems } = journal.readAnew();
      expect([namesOf(commits), namesOf(unfit)]).toEqual([['a', 'c', 'd'], ['b']]);
      expect(problems).toEqual(openJournal(bench, 'third').read().problems);
      while (!journal.isChecked()) expect(journal.checkMore()).not.toBe('found');
    });

    it('[JR3] a commit names the line before it, the first one the header', async () => {
      const bench = makeBench();
      const journal = openJournal(bench);
      const first = journal.append(aDraft('a'));
      const second = journal.append(aDraft('b'));
      await second.recorded;
      const [header, line] = textOf(bench, 'run-1.jsonl').split('\n');
      expect(JSON.parse(header ?? '').sum).toBe(first.loaded.commit.prev);
      expect(JSON.parse(line ?? '').sum).toBe(second.loaded.commit.prev);
    });

    it('[JR4] appends at the same time keep their order and are all recorded', async () => {
      const bench = makeBench();
      const journal = openJournal(bench);
      const names = Array.from({ length: 40 }, (_, index) => String(index));
      const settled: string[] = [];
      await Promise.all(names.map((each) => journal.append(aDraft(each)).recorded.then(() => settled.push(each))));
      expect(settled).toEqual(names);
      expect(namesOf(openJournal(bench, 'other').read().commits)).toEqual(names);
    });

    it('[JR5] two runs in one folder write side by side and see each other once', async () => {
      const bench = makeBench();
      const [one, two] = [openJournal(bench, 'one'), openJournal(bench, 'two')];
      await one.append(aDraft('a')).recorded;
      await two.append(aDraft('b')).recorded;
      expect(namesOf(one.read().commits)).toEqual(['b']);
      expect(namesOf(two.read().commits)).toEqual(['a']);
      await two.append(aDraft('c')).recorded;
      expect(namesOf(one.read().commits)).toEqual(['c']);
      expect(one.read().commits).toEqual([]);
    });

    it('[JR6] a run hears of another one within a second', async () => {
      const bench = makeBench();
      const [one, two] = [openJournal(bench, 'one'), openJournal(bench, 'two')];
      await one.append(aDraft('a')).recorded;
      await two.append(aDraft('b')).recorded;
      const onNews = vi.fn();
      const stop = one.watch(onNews);
      await two.append(aDraft('c')).recorded;
      await vi.waitFor(() => expect(onNews).toHaveBeenCalled(), { timeout: 1_000 });
      stop();
      expect(namesOf(one.read().commits)).toEqual(['b', 'c']);
    });

    it('[JR7] blanking takes the text out of the file and leaves the chain whole', async () => {
      const bench = makeBench();
      const journal = openJournal(bench);
      await journal.append(aDraft('a', { events: [aNote('a', 'SECRET one'), aNote('keep', 'stays')] })).recorded;
      await journal.append(aDraft('b', { events: [aRedaction('event-a')] })).recorded;
      const blanked = await journal.blank(new Set(['event-a' as EventId]));
      expect(blanked.commits.map(({ blanked: events }) => events)).toEqual([['event-a']]);
      await journal.append(aDraft('c')).recorded;
      expect(textOf(bench, 'run-1.jsonl')).not.toContain('SECRET');
      expect(bench.files.list(bench.folder)).toEqual(['run-1.jsonl']);
      const { commits, problems } = openJournal(bench, 'other').read();
      expect(problems).toEqual([]);
      expect(namesOf(commits)).toEqual(['a', 'b', 'c']);
      expect(commits[0]?.commit.events.map((event) => (event as { text?: string }).text)).toEqual([
        '[redacted]',
        'stays',
      ]);
    });

    it('[JR8] appending while a text is being blanked loses nothing', async () => {
      const bench = makeBench();
      const journal = openJournal(bench);
      await journal.append(aDraft('a')).recorded;
      const outcomes = await Promise.all([
        journal.append(aDraft('b')).recorded,
        journal.blank(new Set(['event-a' as EventId])),
        journal.append(aDraft('c')).recorded,
        journal.blank(new Set(['event-b' as EventId])),
        journal.append(aDraft('d')).recorded,
      ]);
      expect(outcomes.every((outcome) => ('ok' in outcome ? outcome.ok : outcome.failure === null))).toBe(true);
      const { commits, problems } = openJournal(bench, 'other').read();
      expect(problems).toEqual([]);
      expect(namesOf(commits)).toEqual(['a', 'b', 'c', 'd']);
    });

    it('[JR9] a journal taken away under its run refuses instead of writing into nothing, then goes on in a new file', async () => {
      const bench = makeBench();
      const journal = openJournal(bench);
      await journal.append(aDraft('a')).recorded;
      bench.files.rename(join(bench.folder, 'run-1.jsonl'), join(bench.folder, 'elsewhere.bak'));
      const refused = await journal.append(aDraft('b')).recorded;
      expect(refused).toMatchObject({ ok: false, error: { code: 'storage.gone' } });
      expect(journal.read().problems.map((problem) => problem.kind)).toContain('lost-lines');
      expect(await journal.append(aDraft('b')).recorded).toEqual(done);
      expect(bench.files.list(bench.folder)).toEqual(['elsewhere.bak', 'run-2.jsonl']);
    });

    it('[JR45] a journal that is put back is missed no more; the line that was refused meanwhile is in doubt', async () => {
      const bench = makeBench();
      const journal = openJournal(bench);
      await journal.append(aDraft('a')).recorded;
      const [there, away] = [join(bench.folder, 'run-1.jsonl'), join(bench.folder, 'elsewhere.bak')];
      bench.files.rename(there, away);
      expect((await journal.append(aDraft('b')).recorded).ok).toBe(false);
      expect(journal.read().problems).toMatchObject([{ kind: 'lost-lines', file: 'run-1.jsonl' }]);
      bench.files.rename(away, there);
      expect(journal.read().problems).toMatchObject([
        { kind: 'in-doubt', file: 'run-1.jsonl', line: 3, command: 'command-b' },
      ]);
    });

    it('[JR45] a journal that goes away while nothing is being written is missed at the next look', async () => {
      const bench = makeBench();
      const journal = openJournal(bench);
      await journal.append(aDraft('a')).recorded;
      expect(journal.read().problems).toEqual([]);
      const [there, away] = [join(bench.folder, 'run-1.jsonl'), join(bench.folder, 'elsewhere.bak')];
      bench.files.rename(there, away);
      expect(journal.read().problems).toMatchObject([{ kind: 'lost-lines', file: 'run-1.jsonl' }]);
      bench.files.rename(away, there);
      expect(journal.read().problems).toEqual([]);
      expect(await journal.append(aDraft('b')).recorded).toEqual(done);
    });

    it('[JR45] a journal that was cut short, or replaced by an older copy, says how many lines are gone', async () => {
      const bench = makeBench();
      const journal = openJournal(bench);
      await journal.append(aDraft('a')).recorded;
      const older = Buffer.from(bench.files.readFile(join(bench.folder, 'run-1.jsonl')));
      await journal.append(aDraft('b')).recorded;
      expect(journal.read().problems).toEqual([]);
      bench.files.remove(join(bench.folder, 'run-1.jsonl'));
      bench.files.createFile(join(bench.folder, 'run-1.jsonl')).write(older);
      expect(journal.read().problems).toMatchObject([
        { kind: 'lost-lines', file: 'run-1.jsonl', message: expect.stringContaining('One recorded line') },
      ]);
    });

    it('[JR42] what is recorded can be had from memory when the folder is gone', async () => {
      const bench = makeBench();
      const other = openJournal(bench, 'other');
      await other.append(aDraft('a')).recorded;
      const journal = openJournal(bench);
      journal.read();
      await journal.append(aDraft('b')).recorded;
      await other.append(aDraft('c')).recorded;
      journal.read();
      const onDisk = bench.files.list(bench.folder).map((file) => [file, textOf(bench, file)]);
      for (const file of bench.files.list(bench.folder)) bench.files.remove(join(bench.folder, file));
      expect((await journal.append(aDraft('refused')).recorded).ok).toBe(false);
      const held = [...journal.heldFiles()].map(([file, bytes]) => [file, Buffer.from(bytes).toString()]);
      expect(held.sort()).toEqual(onDisk);
    });

    it('[JR10] a file that is no journal is reported and left alone', async () => {
      const bench = makeBench();
      const journal = openJournal(bench);
      await journal.append(aDraft('a')).recorded;
      const stray = bench.files.createFile(join(bench.folder, 'photo.jsonl'));
      stray.write(Buffer.from([0x89, 0x50, 0, 10, 0, 255, 10, 3]));
      stray.close();
      const { commits, problems } = openJournal(bench, 'other').read();
      expect(namesOf(commits)).toEqual(['a']);
      expect(problems).toMatchObject([{ kind: 'not-a-journal', file: 'photo.jsonl' }]);
      expect(bench.files.stat(join(bench.folder, 'photo.jsonl'))?.size).toBe(8);
    });
  });
};
