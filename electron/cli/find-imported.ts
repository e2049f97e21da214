import type { IncidentSummary } from '../../shared/incident/summary.ts';
import type { ProposedEntry } from '../../shared/intake/proposed-entry.ts';
import { ok } from '../../shared/kernel/result.ts';
import { type Outcome, refused } from './failure.ts';
import { nameOf } from './find-incident.ts';
import { asElsewhere, commandIdOf, declarationIdOf, incidentIdOf } from './import-identity.ts';
import type { Session } from './open-session.ts';

/** So many incidents are opened to look for earlier imports: a library of years must not hold one up for minutes. */
const mostOpened = 500;

/**
 * The incident that an earlier import recorded any of these entries in; undefined where none did. Looked for in every
 * incident that an import of them could have declared, and in those declared last. Refuses when there are several.
 */
export const findImported = async (
  { library }: Session,
  entries: readonly ProposedEntry[],
): Promise<Outcome<IncidentSummary | undefined>> => {
  const sought = entries.flatMap((entry) => [entry, asElsewhere(entry)]);
  const declarable = new Set(sought.map(incidentIdOf));
  const commands = sought.flatMap((entry) => [commandIdOf(entry), declarationIdOf(entry)]);
  const all = await library.list();
  const last = new Set(all.toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1)).slice(0, mostOpened));
  const holders: IncidentSummary[] = [];
  for (const incident of all.filter((each) => declarable.has(each.id) || last.has(each))) {
    if (!library.open(incident.id).ok) continue;
    const state = library.stateOf(incident.id);
    if (state.ok && commands.some((id) => state.value.commands.has(id))) holders.push(incident);
    await library.leave(incident.id);
  }
  const [one, ...others] = holders;
  return others.length === 0
    ? ok(one)
    : refused(
        `Entries of this file were imported into ${holders.map((each) => `${nameOf(each)} (${each.title})`).join(', ')} before. Say which goes on, with --into ID.`,
      );
};
