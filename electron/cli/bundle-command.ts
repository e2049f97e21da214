import { dirname, resolve } from 'node:path';
import { ok } from '../../shared/kernel/result.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import { type CommandDefinition, jsonOption } from './command-definition.ts';
import { type Outcome, refused, toFailure, wrongUsage } from './failure.ts';
import { findIncident } from './find-incident.ts';
import { type Session, withSession } from './open-session.ts';
import { sayData } from './say-json.ts';

export const bundleCommand: CommandDefinition = {
  name: 'bundle',
  form: '[ID ...] -o FILE.zip [--json]',
  summary: 'Write incidents as one file that another machine can restore',
  details: [
    'Without ID the whole library with its playbook. A file that is there already is',
    'replaced. Redacted texts are not in it; unsent drafts are not, either.',
  ],
  options: { output: { type: 'string', short: 'o' }, ...jsonOption },
  run: async (given, world) => {
    const output = given.text('output');
    if (!output) return wrongUsage('Say where to write it: -o FILE.zip');
    const path = resolve(world.workingFolder, output);
    if (!world.files.stat(dirname(path))?.isFolder) return refused(`There is no folder ${dirname(path)}.`);
    if (world.files.stat(path)?.isFolder) return refused(`${path} is a folder. Name a file in it.`);
    return withSession(given, world, 'must-exist', async (session) => {
      const chosen = given.words.length === 0 ? ok(null) : await findAll(session, given.words);
      if (!chosen.ok) return chosen;
      const written = await session.library.places.bundle(chosen.value, path);
      if (!written.ok) return toFailure(written.error);
      const { incidents, files, bytes, left } = written.value;
      sayData(
        given,
        world,
        () => ({ path, incidents, files, bytes, unreadable: left.map(({ name }) => name) }),
        () => path,
      );
      for (const { name, why } of left) world.warn(`${name} is not in it: ${why}.`);
      return left.length === 0 ? ok(null) : refused('The bundle holds everything else.');
    });
  },
};

const findAll = async (session: Session, wanted: readonly string[]): Promise<Outcome<readonly IncidentId[]>> => {
  const ids: IncidentId[] = [];
  for (const each of wanted) {
    const found = await findIncident(session, each);
    if (!found.ok) return found;
    ids.push(found.value.id);
  }
  return ok(ids);
};
