import { ok } from '../../shared/kernel/result.ts';
import { countOf } from '../../shared/kernel/words.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import type { Chain } from '../library/chains.ts';
import type { Residue } from '../library/find-residue.ts';
import type { Verified } from '../library/verified.ts';
import { type CommandDefinition, jsonOption } from './command-definition.ts';
import { type Outcome, refused, toFailure, wrongUsage } from './failure.ts';
import { findIncident } from './find-incident.ts';
import { type Session, withSession } from './open-session.ts';
import { sayData } from './say-json.ts';

export const verifyCommand: CommandDefinition = {
  name: 'verify',
  form: '[ID] [--json]',
  summary: 'Check every line of the record for damage and change',
  details: [
    'Without ID every incident of the library. Exit code 1 when anything is wrong.',
    'Files that may still hold redacted text, and commands that lie there twice',
    'and count once, are listed too; they are nothing wrong.',
  ],
  options: jsonOption,
  run: async (given, world) => {
    const [wanted, ...more] = given.words;
    if (more.length > 0) return wrongUsage('Name one incident, or none for all: holdfast verify [ID]');
    return withSession(given, world, 'must-exist', async (session) => {
      const ids = await chosenIds(session, wanted);
      if (!ids.ok) return ids;
      const reports = ids.value.map((id) => ({ id, verified: session.library.verify(id) }));
      const failed = reports.find(({ verified }) => !verified.ok)?.verified;
      if (failed && !failed.ok) return toFailure(failed.error);
      const results = reports.flatMap(({ id, verified }) =>
        verified.ok ? [{ id, ...verified.value, residue: residueOf(session, id) }] : [],
      );
      const wrong = results.filter(({ problems }) => problems.length > 0).length;
      sayData(
        given,
        world,
        () =>
          results.map(({ id, commits, chains, problems, repeats, residue }) => ({
            id,
            ok: problems.length === 0,
            commits,
            chains,
            problems,
            repeats,
            residue: residue.map(({ path, bytes, madeAt, why }) => ({ path, bytes, madeAt, why })),
          })),
        () => results.map(reportWords).join('\n') || 'No incidents yet.',
      );
      return wrong === 0 ? ok(null) : refused(`${wrong} of ${results.length} incidents: something is wrong.`);
    });
  },
};

/** By the folders, not by the list: an incident whose declaration is damaged is in no list, and is the one to check. */
const chosenIds = async (session: Session, wanted: string | undefined): Promise<Outcome<readonly IncidentId[]>> => {
  const all = [...session.library.incidents()].sort();
  if (wanted === undefined) return ok(all);
  const whole = all.find((id) => id === wanted.toUpperCase());
  if (whole) return ok([whole]);
  const found = await findIncident(session, wanted);
  return found.ok ? ok([found.value.id]) : found;
};

const residueOf = ({ library }: Session, id: IncidentId): readonly Residue[] => {
  const found = library.residue(id, '');
  return found.ok ? found.value.files : [];
};

interface Report extends Verified {
  readonly id: IncidentId;
  readonly residue: readonly Residue[];
}

const reportWords = ({ id, commits, chains, problems, repeats, residue }: Report): string => {
  const counted = `${countOf(commits, 'command')} in ${countOf(chains.length, 'file')}`;
  const verdict = problems.length === 0 ? 'all in order' : `${problems.length} wrong`;
  return [
    `${id}  ${counted}, ${verdict}`,
    ...chains.flatMap(chainWords),
    ...[...problems, ...repeats].map(
      ({ file, line, message }) => `  ${file}${line === undefined ? '' : `:${line}`}  ${message}`,
    ),
    ...residue.map(({ path, why }) => `  ${path}  ${residueWords[why]}`),
  ].join('\n');
};

const chainWords = ({ writer, commits, head, firstBadLine }: Chain): readonly string[] => {
  const verdict = firstBadLine === null ? 'chain holds' : `first bad line ${firstBadLine}`;
  return [`  ${writer}  ${countOf(commits, 'command')}, ${verdict}`, ...(head ? [`    head ${head.sum}`] : [])];
};

const residueWords: Readonly<Record<Residue['why'], string>> = {
  holds: 'holds redacted text',
  unreadable: 'made before a redaction: may hold redacted text',
  'made-before': 'made before a redaction: may hold redacted text',
};
