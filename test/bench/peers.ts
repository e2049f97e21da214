import { mkdirSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createNodeFileLayer } from '../../electron/library/node-file-layer.ts';
import { aDraft, aNote, openJournal } from '../support/journal-builders.ts';
import { aText } from './journal-append.ts';
import { elapsedMs, type Figure, median, ms } from './measure.ts';

/** Appends one record and settles once the store says that it is kept. */
type Append = (index: number) => unknown;
interface Peer {
  readonly name: string;
  /** What its acknowledgement promises: see docs/performance.md. */
  readonly promise: string;
  /** A store in this folder that holds so many records already. */
  readonly open: (folder: string, already: number) => Promise<Append>;
}

const appendsEach = 200;

/** 200 appends, one after the other, to stores that hold 10, 10,000 and 100,000 records, round after round. */
export const measurePeers = async (folder: string, packages: string): Promise<readonly Figure[]> => {
  const figures: Figure[] = [];
  for (const already of [10, 10_000, 100_000]) {
    const stores: { peer: Peer; append: Append; times: number[] }[] = [];
    for (const peer of [journal, ...peersFrom(packages)]) {
      const home = mkdtempSync(join(folder, 'peer-'));
      try {
        stores.push({ peer, append: await peer.open(home, already), times: [] });
      } catch (error) {
        const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
        figures.push({ what: `Append beside ${peer.name}`, ours: '', beside: `not measured: ${why}` });
      }
    }
    for (let index = 0; index < appendsEach; index += 1)
      for (const { append, times } of stores) times.push(await elapsedMs(() => append(already + index)));
    const ours = median(stores[0]?.times ?? []);
    for (const { peer, times } of stores.slice(1))
      figures.push({
        what: `Append, ${already.toLocaleString('en')} records there, beside ${peer.name}`,
        ours: ms(ours),
        beside: `${ms(median(times))} (${peer.promise})`,
        ratio: ours / median(times),
      });
  }
  return figures;
};

const record = (index: number) => ({ id: String(index), at: '2026-03-02T09:04:00.000Z', by: 'Zoë', text: aText });
const records = (count: number) => Array.from({ length: count }, (_, index) => record(index));

const journal: Peer = {
  name: 'Holdfast',
  promise: 'flushed',
  open: async (folder, already) => {
    const opened = openJournal({
      files: createNodeFileLayer(),
      base: folder,
      folder: join(folder, 'incident', 'journal'),
    });
    const draft = (index: number) => aDraft(String(index), { events: [aNote(String(index), aText)] });
    for (let index = 0; index < already; index += 500)
      await Promise.all(
        records(Math.min(500, already - index)).map((_, at) => opened.append(draft(index + at)).recorded),
      );
    return (index) => opened.append(draft(index)).recorded;
  },
};

// Loaded where the bench command installed them; they bring no types along, and are no dependency of the product.
const peersFrom = (packages: string): readonly Peer[] => {
  const require = createRequire(join(packages, 'package.json'));
  // biome-ignore lint/suspicious/noExplicitAny: packages without types here, used for a few calls each
  const load = async (name: string): Promise<any> => import(pathToFileURL(require.resolve(name)).href);
  return [
    {
      name: 'lowdb (JSONFile)',
      promise: 'written, not flushed',
      open: async (folder, already) => {
        const { JSONFilePreset } = await import(
          pathToFileURL(join(packages, 'node_modules/lowdb/lib/presets/node.js')).href
        );
        const db = await JSONFilePreset(join(folder, 'db.json'), { records: records(already) });
        await db.write();
        return (index) => {
          db.data.records.push(record(index));
          return db.write();
        };
      },
    },
    {
      name: 'conf',
      promise: 'file flushed, folder not',
      open: async (folder, already) => {
        const { default: Conf } = await import(
          pathToFileURL(join(packages, 'node_modules/conf/dist/source/index.js')).href
        );
        const store = new Conf({ cwd: folder, projectName: 'bench' });
        const kept = records(already);
        store.set('records', kept);
        return (index) => {
          kept.push(record(index));
          store.set('records', kept);
        };
      },
    },
    {
      name: '@seald-io/nedb',
      promise: 'written, not flushed',
      open: async (folder, already) => {
        const { default: Datastore } = await load('@seald-io/nedb');
        const db = new Datastore({ filename: join(folder, 'db.nedb') });
        await db.loadDatabaseAsync();
        await db.insertAsync(records(already));
        return (index) => db.insertAsync(record(index));
      },
    },
    {
      name: 'PouchDB (LevelDB)',
      promise: 'written, not flushed',
      open: async (folder, already) => {
        const { default: PouchDb } = await load('pouchdb');
        mkdirSync(folder, { recursive: true });
        const db = new PouchDb(join(folder, 'pouch'));
        const all = records(already);
        for (let index = 0; index < already; index += 1_000)
          await db.bulkDocs(all.slice(index, index + 1_000).map(({ id, ...rest }) => ({ _id: id, ...rest })));
        return (index) => {
          const { id, ...rest } = record(index);
          return db.put({ _id: id, ...rest });
        };
      },
    },
    {
      name: 'better-sqlite3 (WAL, FULL)',
      promise: 'flushed',
      open: async (folder, already) => {
        const { default: Database } = await load('better-sqlite3');
        const db = new Database(join(folder, 'db.sqlite'));
        db.pragma('journal_mode = WAL');
        db.pragma('synchronous = FULL');
        db.exec('create table record (id text primary key, body text not null)');
        const insert = db.prepare('insert into record values (?, ?)');
        db.transaction(() => {
          for (const each of records(already)) insert.run(each.id, JSON.stringify(each));
        })();
        return (index) => insert.run(String(index), JSON.stringify(record(index)));
      },
    },
  ];
};
