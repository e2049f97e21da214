import { dirname, join } from 'node:path';
import type { Instant } from '../../shared/kernel/instant.ts';
import { reasonOf } from '../../shared/kernel/reason-of.ts';
import { ok } from '../../shared/kernel/result.ts';
import { isZone } from '../../shared/kernel/zone.ts';
import type { Author } from '../../shared/record/commit.ts';
import { defaultLibraryFolder } from '../data-folder.ts';
import { type HoldfastLibrary, openHoldfastLibrary } from '../library/holdfast-library.ts';
import { parseStartOptions } from '../start-options.ts';
import { readTestClock } from '../test-clock.ts';
import type { Arguments } from './command-definition.ts';
import type { CommandLineWorld } from './command-line-world.ts';
import { readDeviceTag } from './device-tag.ts';
import { type Outcome, refused, wrongUsage } from './failure.ts';

/** An open library with who asks, where and when. */
export interface Session {
  readonly library: HoldfastLibrary;
  readonly folder: string;
  readonly by: Author;
  /** IANA zone that times of day are read and shown in. */
  readonly zone: string;
  readonly now: () => Instant;
  /** Only under a test clock: from here on the clock stands there. */
  readonly moveClock: ((to: Instant) => void) | undefined;
}

/** Opens the library, runs `use` on it, and lets go of its files. `must-exist` never makes a library out of a mistyped path. */
export const withSession = async (
  given: Arguments,
  world: CommandLineWorld,
  access: 'must-exist' | 'may-be-new',
  use: (session: Session) => Promise<Outcome>,
): Promise<Outcome> => {
  const session = await openSession(given, world, access);
  if (!session.ok) return session;
  const { library } = session.value;
  const said = new Set<string>();
  const sayNotices = () => {
    const news = library.state().notices.filter((notice) => !said.has(notice));
    for (const notice of news) {
      said.add(notice);
      world.warn(notice);
    }
  };
  sayNotices();
  try {
    return await use(session.value);
  } finally {
    sayNotices();
    await library.close();
  }
};

const openSession = async (
  given: Arguments,
  world: CommandLineWorld,
  access: 'must-exist' | 'may-be-new',
): Promise<Outcome<Session>> => {
  const chosen = readZone(given);
  if (!chosen.ok) return chosen;
  const zone = chosen.value ?? world.zone;
  const defaultLibrary = defaultLibraryFolder(world.dataFolder);
  const library = given.text('library');
  const { library: folder, testClockFile } = parseStartOptions({
    ...world,
    argv: library === undefined ? [] : ['--library', library],
    defaultLibrary,
  });
  const isDefault = folder === defaultLibrary;
  const missing = isDefault ? undefined : whyNoLibrary(world, folder, access);
  if (missing) return refused(missing);
  const clock = createClock(world, testClockFile);
  if (!clock.ok) return clock;
  const { now, moveClock } = clock.value;
  return ok({
    library: await openHoldfastLibrary({
      files: world.files,
      folder,
      mayCreateParents: isDefault,
      // The app's index belongs to the app: it rewrites it whole, from what it has in memory.
      cacheFolder: null,
      appVersion: world.version,
      now,
      isClockSimulated: world.isClockSimulated ?? moveClock !== undefined,
    }),
    folder,
    by: { person: given.text('as')?.trim() ?? '', device: readDeviceTag(world) },
    zone,
    now,
    moveClock,
  });
};

/** The zone that `--zone` names; undefined where it is left out. */
export const readZone = (given: Arguments): Outcome<string | undefined> => {
  const zone = given.text('zone');
  return zone === undefined || isZone(zone)
    ? ok(zone)
    : wrongUsage(`This machine knows no zone "${zone}". Write it like Europe/Prague, or UTC.`);
};

/** The clock for a command that opens no library. */
export const readClock = (world: CommandLineWorld): Outcome<Instant> => {
  const { testClockFile } = parseStartOptions({ ...world, argv: [], defaultLibrary: '' });
  const clock = createClock(world, testClockFile);
  return clock.ok ? ok(clock.value.now()) : clock;
};

const whyNoLibrary = (
  { files }: CommandLineWorld,
  folder: string,
  access: 'must-exist' | 'may-be-new',
): string | undefined => {
  const found = files.stat(folder);
  if (found && !found.isFolder) return `${folder} is no folder.`;
  if (access === 'may-be-new')
    return found || files.stat(dirname(folder))
      ? undefined
      : `There is no folder ${dirname(folder)}. Make it first, or check the path.`;
  if (!found) return `There is no library ${folder}. Check the path.`;
  if (files.stat(join(folder, 'library.json')) || files.list(folder).length === 0) return undefined;
  return `${folder} is no library: it holds other things and no library.json.`;
};

const createClock = (
  world: CommandLineWorld,
  file: string | undefined,
): Outcome<{ now: () => Instant; moveClock: Session['moveClock'] }> => {
  if (file === undefined) return ok({ now: world.readSystemClock, moveClock: undefined });
  let moved: Instant | undefined;
  const now = () => moved ?? readTestClock(file);
  try {
    now();
  } catch (error) {
    return refused(`${reasonOf(error)}.`);
  }
  const moveClock = (to: Instant) => {
    moved = to;
  };
  return ok({ now, moveClock });
};
