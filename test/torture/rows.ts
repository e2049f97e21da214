import { makeVocabularyJournal } from '../support/vocabulary-journal.ts';
import { appFaults, appFullDisk } from './app-faults.ts';
import { appKills } from './app-kills.ts';
import { appReadOnly } from './app-read-only.ts';
import { everyFlip, flipsInLibrary } from './every-flip.ts';
import { everyPrefix, everyPrefixOfFile } from './every-prefix.ts';
import { killRounds } from './kill-rounds.ts';
import { merge } from './merge.ts';
import { powerCut, powerCutControl } from './power-cut.ts';
import { powerCutModel } from './power-cut-model.ts';
import { refusals } from './refusals.ts';
import type { Row } from './row.ts';
import { soak } from './soak.ts';
import { systemCallChecks } from './system-calls.ts';

/** What every attack is given. */
export interface Attack {
  readonly seed: number;
  readonly random: () => number;
  /** How long those may go on that have no end of their own; `quick` ones look whether they see a planted defect. */
  readonly seconds: number;
  readonly quick: boolean;
  /** Bundled program of `journal-victim.ts`. */
  readonly victim: string;
  /** Folder of the app, with its package.json and `out`. */
  readonly app: string;
}

/** The attacks by the name that `--only` knows, in the order of running. */
export const attacks: Readonly<Record<string, (attack: Attack) => AsyncGenerator<Row> | Generator<Row>>> = {
  kill: async function* ({ victim, quick, seconds, random }) {
    yield killRounds(victim, quick ? { rounds: 24 } : { rounds: 1000, untilMs: from(seconds / 4) }, random);
  },
  prefix: async function* () {
    const journal = await makeVocabularyJournal();
    yield everyPrefix(journal);
    yield everyPrefixOfFile(journal);
  },
  flip: async function* ({ quick, random }) {
    const journal = await makeVocabularyJournal();
    const bits = quick ? (offset: number) => [offset % 8] : () => [0, 1, 2, 3, 4, 5, 6, 7];
    yield everyFlip(journal, bits, 'full');
    yield everyFlip(journal, bits, 'quick');
    yield flipsInLibrary(journal, random, (line) => !quick || line % 20 === 0);
  },
  model: async function* ({ quick, seconds, random }) {
    yield powerCutModel(
      quick ? { statesEach: 8, share: 1 } : { statesEach: 16, share: 1, untilMs: from(seconds) },
      random,
    );
  },
  power: async function* ({ victim, quick, seconds, random }) {
    for (const fileSystem of ['ext4', 'xfs'] as const) {
      yield powerCut(fileSystem, victim, quick ? 3 : Math.max(5, Math.floor(seconds / 3)), random);
      yield powerCutControl(fileSystem, victim, 3, random);
    }
  },
  merge: function* ({ quick, seconds, seed }) {
    yield merge(quick ? 150 : Math.max(500, Math.floor(seconds) * 25), seed);
  },
  refusals: async function* ({ quick }) {
    yield refusals(quick ? 6_000 : 10_000);
  },
  soak: async function* ({ quick, random }) {
    yield soak(quick ? quickSoak : { events: 100_000, incidents: 8, burst: 480, faultRate: 1 / 100 }, random);
  },
  calls: async function* () {
    yield systemCallChecks();
  },
  'app-kill': async function* ({ quick, seconds, random, app }) {
    yield appKills(quick ? 6 : Math.max(30, Math.floor(seconds / 4)), random, app);
  },
  'app-faults': async function* ({ quick, seconds, app }) {
    for (const who of quick ? (['this user'] as const) : (['this user', 'a normal user'] as const)) {
      yield appFaults(quick ? 1 : Math.max(1, Math.floor(seconds / 30)), app, who);
      yield appFullDisk(quick ? 3 : Math.max(3, Math.floor(seconds / 10)), app, who);
    }
    yield appReadOnly(quick ? 1 : Math.max(2, Math.floor(seconds / 15)), app);
  },
};

/** Few entries, and a fault in nearly every burst. */
const quickSoak = { events: 3_200, incidents: 3, burst: 160, faultRate: 1 / 10 };

const from = (seconds: number) => performance.now() + seconds * 1000;
