import { resolve } from 'node:path';
import { restoredPlaybookWords, restoredWords } from '../../shared/incident/restored-words.ts';
import type { IncidentSummary } from '../../shared/incident/summary.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { RestoreReport } from '../library/places.ts';
import { type CommandDefinition, jsonOption } from './command-definition.ts';
import { refused, toFailure, wrongUsage } from './failure.ts';
import { nameOf } from './find-incident.ts';
import { withSession } from './open-session.ts';
import { sayData } from './say-json.ts';
import { toOneLine } from './text-table.ts';

export const restoreCommand: CommandDefinition = {
  name: 'restore',
  form: 'FILE.zip|FOLDER [--what-is-whole] [--json]',
  summary: 'Merge a bundle, or another library, into this one',
  details: [
    'Nothing that is here is overwritten, and it can be repeated. A bundle with a damaged',
    'file is refused as a whole.',
    '  --what-is-whole  takes in what is whole of a damaged bundle',
  ],
  options: { 'what-is-whole': { type: 'boolean' }, ...jsonOption },
  run: async (given, world) => {
    const [from, ...more] = given.words;
    if (from === undefined || more.length > 0)
      return wrongUsage('Name one bundle or one folder: holdfast restore FILE.zip');
    return withSession(given, world, 'may-be-new', async ({ library }) => {
      const restored = await library.places.restore(resolve(world.workingFolder, from), given.has('what-is-whole'));
      if (!restored.ok) {
        const wayOut = restored.error.code === 'bundle.damaged' ? ' To take in what is whole: --what-is-whole' : '';
        return toFailure({ ...restored.error, message: `${restored.error.message}${wayOut}` });
      }
      const { incidents, playbook, damaged } = restored.value;
      sayData(
        given,
        world,
        () => ({ incidents: incidents.map(restoredData), playbook, damaged }),
        () => incidents.map((each) => `${nameIn(each)}  ${restoredWords(each)}`).join('\n') || 'It holds no incidents.',
      );
      const aboutPlaybook = restoredPlaybookWords[playbook];
      if (aboutPlaybook !== '') world.warn(aboutPlaybook);
      const left = [...incidents.flatMap((each) => each.left), ...damaged];
      for (const { name, why } of left) world.warn(`Left out: ${name}: ${why.replace(/[.]$/, '')}.`);
      return left.length === 0 ? ok(null) : refused('Everything else was taken in.');
    });
  },
};

type Entry = RestoreReport<IncidentSummary>['incidents'][number];

const restoredData = ({ id, summary, isNew, records, files, conflicts, left }: Entry) => ({
  id,
  name: summary ? nameOf(summary) : id.slice(-6),
  title: summary?.title ?? null,
  new: isNew,
  records,
  files,
  conflicts,
  left,
});

const nameIn = ({ id, summary }: Entry) => (summary ? `${nameOf(summary)} (${toOneLine(summary.title)})` : id);
