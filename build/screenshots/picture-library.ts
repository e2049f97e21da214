import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CannotGoOn } from '../cannot-go-on.ts';
import { bundleFolder } from '../paths.ts';

/** When the pictures are taken; the drill began 20 minutes before. */
export const pictureInstant = '2026-03-02T14:20:00.000Z';

/** Who uses the app in the pictures. */
export const identity = { person: 'Ann Lee', device: 'ann-7' };

/** Earlier incidents, so that the library has something to list; written by the command line like everything else. */
const earlier = [
  ...ended(
    '2026-02-11T06:40:00.000Z',
    'INC-208',
    'Login mails arrive hours late',
    'SEV3',
    ['mail'],
    [3, 9, 24, 71, 96],
  ),
  ...ended(
    '2026-02-19T21:05:00.000Z',
    'INC-211',
    'Search answers with 500 in one region',
    'SEV2',
    ['search'],
    [2, 6, 19, 31, 40],
  ),
  ...ended(
    '2026-02-26T09:00:00.000Z',
    'INC-214',
    'Checkout payments fail after a deploy',
    'SEV1',
    ['checkout', 'orders'],
    [4, 9, 22, 32, 91],
  ),
  ...written('INC-214'),
  { clock: '2026-03-02T13:32:00.000Z' },
  {
    by: 'Cleo Novak',
    command: {
      type: 'DeclareIncident',
      title: 'Nightly export is missing two tables',
      key: 'INC-215',
      services: ['reports'],
    },
  },
];

/** Makes the libraries that the pictures need, through the command line. */
export function makePictureLibraries(folder: string): {
  clockFile: string;
  empty: string;
  unknown: string;
  full: string;
  readOnly: string;
  damaged: string;
} {
  const clockFile = join(folder, 'clock');
  moveClock(clockFile, pictureInstant);
  // The device's own tag stands beside no entry; another one would.
  const settings = join(folder, 'config', 'holdfast');
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, 'preferences.json'), JSON.stringify({ identity }));
  // The status line shows a folder's last name, hence the same one for all.
  const at = (name: string) => {
    mkdirSync(join(folder, name), { recursive: true });
    return join(folder, name, 'library');
  };
  const full = at('full');
  runCommandLine(['sample', '--library', full], clockFile);
  const script = join(folder, 'earlier.jsonl');
  writeFileSync(script, earlier.map((line) => JSON.stringify(line)).join('\n'));
  runCommandLine(['exec', script, '--library', full, '--zone', 'UTC'], clockFile);

  const readOnly = at('read-only');
  cpSync(full, readOnly, { recursive: true });
  const mark = join(readOnly, 'library.json');
  writeFileSync(mark, JSON.stringify({ ...JSON.parse(readFileSync(mark, 'utf8')), v: 99 }));

  const damaged = at('damaged');
  cpSync(full, damaged, { recursive: true });
  for (const file of journalsOf(damaged)) damage(file);
  return { clockFile, empty: at('empty'), unknown: at('unknown'), full, readOnly, damaged };
}

/** Whole at every moment: the app may read it at any. */
export function moveClock(file: string, instant: string) {
  writeFileSync(`${file}-next`, instant);
  renameSync(`${file}-next`, file);
}

function runCommandLine(args: readonly string[], clockFile: string) {
  const made = spawnSync(process.execPath, [join(bundleFolder, 'main', 'cli.js'), ...args], {
    encoding: 'utf8',
    env: {
      ...process.env,
      TZ: 'UTC',
      XDG_CONFIG_HOME: join(dirname(clockFile), 'config'),
      HOLDFAST_TEST_CLOCK: clockFile,
    },
  });
  if (made.status !== 0) throw new CannotGoOn(`The library for the pictures could not be made: ${made.stderr}`);
}

function journalsOf(library: string) {
  return readdirSync(library, { recursive: true, encoding: 'utf8' })
    .filter((name) => /journal[\\/][^\\/]+\.jsonl$/.test(name))
    .map((name) => join(library, name));
}

/** Changes one letter in the middle, as a bad disk does. */
function damage(file: string) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const middle = Math.floor(lines.length / 2);
  if (lines.length < 10) return;
  lines[middle] = String(lines[middle]).replace('"type"', '"tYpe"');
  writeFileSync(file, lines.join('\n'));
}

/**
 * An incident from declaration to the end.
 * @param minutes to acknowledged, triaged, identified, fixed, recovered
 */
function ended(
  from: string,
  key: string,
  title: string,
  severity: string,
  services: readonly string[],
  minutes: readonly [number, number, number, number, number],
) {
  const at = (later: number) => new Date(Date.parse(from) + later * 60_000).toISOString();
  const [acknowledged, triaged, identified, fixed, recovered] = minutes;
  const reach = (command: object) => ({
    incident: key,
    by: 'Ann Lee',
    command: { type: 'ReachMilestone', ...command },
  });
  return [
    { clock: at(1) },
    {
      by: 'Ann Lee',
      command: {
        type: 'DeclareIncident',
        title,
        key,
        severity,
        services,
        alertedAt: at(0),
        failureAt: at(-2),
        commander: 'Ann Lee',
        lead: 'Bo Chen',
      },
    },
    { clock: at(acknowledged) },
    reach({ milestone: 'acknowledged' }),
    { clock: at(triaged) },
    reach({
      milestone: 'triaged',
      severity,
      impact: { level: 'partial', text: 'one request in ten fails' },
      reason: 'core function degraded',
    }),
    { clock: at(identified) },
    reach({ milestone: 'identified', cause: 'a change of configuration' }),
    { clock: at(fixed) },
    reach({ milestone: 'fixed', fix: { change: 'configuration rolled back', check: 'error rate below 1 %' } }),
    { clock: at(fixed + 1) },
    { incident: key, by: 'Bo Chen', command: { type: 'ChangeImpact', level: 'none' } },
    { clock: at(recovered) },
    reach({ milestone: 'recovered', evidence: ['no error for half an hour'], reason: 'watched long enough' }),
  ];
}

/** A review that people have worked on. */
function written(key: string) {
  const at = (command: object) => ({ incident: key, by: 'Ann Lee', command });
  return [
    at({ type: 'SetReviewDetails', owner: 'Ann Lee', meetingDate: '2026-03-02' }),
    at({
      type: 'WriteSection',
      section: 'summary',
      markdown:
        'For 91 minutes one request in ten to the checkout failed. A change of configuration had doubled the database ' +
        'connections. Rolling it back ended the harm.',
    }),
    at({
      type: 'WriteSection',
      section: 'what-happened',
      markdown:
        '### From the shop\n\nAt 09:00 payments began to spin. Nothing on the page said why.\n\n### From the resolution ' +
        'team\n\nThe provider looked slow, and it had been the cause in November, so **testing it first** made sense.',
    }),
    at({
      type: 'AddFactor',
      text: 'Pool size doubled by a flag, no limit',
      category: 'prevent.resilience.dependency-handling',
      effect: 'made-worse',
    }),
    at({
      type: 'AddFactor',
      text: 'Rollback rehearsed in January',
      category: 'prevent.resilience.stress-test',
      effect: 'made-better',
    }),
    at({
      type: 'AddAction',
      text: 'Cap connections per release',
      actionType: 'prevent',
      owner: 'Bo Chen',
      due: '2026-03-30',
      mustBeforeResolve: true,
    }),
    at({
      type: 'AddAction',
      text: 'Page when pool use passes 80 %',
      actionType: 'detect',
      owner: 'Cleo Novak',
      due: '2026-03-12',
    }),
    at({ type: 'ChangeReviewStatus', status: 'in-review' }),
  ];
}
