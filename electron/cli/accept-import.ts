import type { IncidentState } from '../../shared/incident/incident-state.ts';
import type { Intake, ProposedEntry } from '../../shared/intake/proposed-entry.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import type { RecordEntry } from '../../shared/timeline/timeline-commands.ts';
import type { Arguments } from './command-definition.ts';
import type { CommandLineWorld } from './command-line-world.ts';
import { type Outcome, refused, toFailure } from './failure.ts';
import { findImported } from './find-imported.ts';
import { findIncident, readIncident } from './find-incident.ts';
import { countFlags, flagLines } from './flag-words.ts';
import { commandIdOf, declarationIdOf, incidentIdOf } from './import-identity.ts';
import { type Known, knownEntries } from './known-entries.ts';
import { type Session, withSession } from './open-session.ts';
import { sayData } from './say-json.ts';
import { lineWidth, shorten, toOneLine } from './text-table.ts';

/** More than any incident has; a whole workspace is not what somebody wants on one timeline. */
const maxEntries = 10_000;
/** So many of what was left out are named one by one. */
const maxNamed = 20;
/** Characters of names in a refusal. */
const maxNames = 600;

/**
 * Records the entries of an import, each as a command whose id is made from its source: whatever is recorded already is
 * left alone, also when it was withdrawn or redacted since. Milestones are never touched. What no timeline takes is
 * refused before a library is opened, or made.
 */
export const acceptImport = async (given: Arguments, world: CommandLineWorld, intake: Intake): Promise<Outcome> => {
  const { entries, skipped, incidents } = intake;
  const [first] = entries;
  if (!first)
    return refused(`There is nothing to record: ${skipped.length} left out. See the preview, without --accept.`);
  if (entries.length > maxEntries)
    return refused(
      `${entries.length} entries are more than one timeline takes (${maxEntries}). Export a shorter time.`,
    );
  if (incidents.length > 1)
    return refused(
      `The file holds ${incidents.length} incidents: ${shorten(incidents.join('; '), maxNames)}. One timeline takes one: import a file with one of them.`,
    );
  return withSession(given, world, given.text('into') === undefined ? 'may-be-new' : 'must-exist', (session) =>
    recordEntries(given, world, session, intake, first),
  );
};

const recordEntries = async (
  given: Arguments,
  world: CommandLineWorld,
  session: Session,
  intake: Intake,
  first: ProposedEntry,
): Promise<Outcome> => {
  const { entries } = intake;
  const target = await chooseTarget(given.text('into'), session, intake, first);
  if (!target.ok) return target;
  const read = readIncident(session, world, target.value.id);
  if (!read.ok) return read;
  const known = knownEntries(entries, read.value.state);
  const fresh = entries.filter((entry) => known.get(entry) === 'new');
  for (const [index, entry] of fresh.entries()) {
    const recorded = await session.library.execute({
      id: commandIdOf(entry),
      incident: target.value.id,
      command: toCommand(entry),
      by: session.by,
      zone: session.zone,
    });
    if (!recorded.ok)
      return refused(
        `${entry.source.where}: ${recorded.error.message} ${index} of ${fresh.length} were recorded before. Import again: nothing is recorded twice.`,
      );
  }
  report(given, world, { intake, known, fresh, ...target.value, state: read.value.state });
  return ok(null);
};

interface Target {
  readonly id: IncidentId;
  readonly isDeclared: boolean;
}

/** Without `--into` the one that holds any of the entries from an earlier import, else a new incident. */
const chooseTarget = async (
  into: string | undefined,
  session: Session,
  { title, entries }: Intake,
  first: ProposedEntry,
): Promise<Outcome<Target>> => {
  if (into !== undefined) {
    const found = await findIncident(session, into);
    return found.ok ? ok({ id: found.value.id, isDeclared: false }) : found;
  }
  const imported = await findImported(session, entries);
  if (!imported.ok) return imported;
  if (imported.value) return ok({ id: imported.value.id, isDeclared: false });
  const { library, by, zone } = session;
  const incident = incidentIdOf(first);
  // Somebody had noticed by then; left out, the incident would count as detected at the moment of the import.
  const command = { type: 'DeclareIncident', title, detectedAt: first.at, playbook: library.playbook().digest };
  const declared = await library.execute({ id: declarationIdOf(first), incident, command, by, zone });
  return declared.ok ? ok({ id: incident, isDeclared: true }) : toFailure(declared.error);
};

/** Whoever wrote it there is the actor; who imports it is the author of the command. */
const toCommand = (entry: ProposedEntry): RecordEntry => ({
  type: 'RecordEntry',
  kind: entry.kind,
  text: entry.text,
  at: entry.at,
  typed: entry.typed,
  actor: entry.author,
  source: 'imported',
  evidence: entry.evidence,
  ...(entry.flags.includes('approximate') ? { certainty: 'likely' } : {}),
  ...(entry.visibility === undefined ? {} : { visibility: entry.visibility }),
  ...(entry.key === undefined ? {} : { key: entry.key }),
});

interface Accepted extends Target {
  readonly intake: Intake;
  readonly known: ReadonlyMap<ProposedEntry, Known>;
  readonly fresh: readonly ProposedEntry[];
  readonly state: IncidentState;
}

const report = (given: Arguments, world: CommandLineWorld, accepted: Accepted): void => {
  const { intake, known, fresh, id, isDeclared, state } = accepted;
  const changed = intake.entries.filter((entry) => known.get(entry) === 'changed');
  const there = intake.entries.length - fresh.length;
  const flags = countFlags(fresh);
  const { title } = state.lifecycle;
  sayData(
    given,
    world,
    () => ({
      incident: { id, title, declared: isDeclared },
      recorded: fresh.length,
      there,
      changed: changed.map(({ source, text }) => ({ where: source.where, text })),
      flags,
      skipped: intake.skipped,
    }),
    () =>
      [
        shorten(`${id}  ${toOneLine(title)}${isDeclared ? ' (declared)' : ''}`, lineWidth),
        `${fresh.length} recorded, ${there} already there, ${intake.skipped.length} left out.`,
      ].join('\n'),
  );
  const remarks = [
    ...changed.map(({ source }) => `Reads otherwise in this file, kept as recorded: ${source.where}`),
    ...intake.skipped.map(({ where, why }) => `Left out: ${where}: ${why}`),
  ];
  for (const line of flagLines(flags)) world.warn(line);
  for (const remark of remarks.slice(0, maxNamed)) world.warn(shorten(toOneLine(remark), lineWidth * 2));
  if (remarks.length > maxNamed) world.warn(`And ${remarks.length - maxNamed} more: import with --json lists them.`);
};
