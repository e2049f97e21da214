import { reasonOf } from '../../shared/kernel/reason-of.ts';
import type { IncidentId } from '../../shared/record/ids.ts';
import type { JournalNews } from './journal.ts';

/** Incidents that no list can show. One that is merely left out would be taken for never recorded. */
export interface UnlistedIncidents {
  note(incident: IncidentId, folder: string, read: Pick<JournalNews, 'commits' | 'problems'>): void;
  /** Its lines are whole, and what they say cannot be shown. */
  noteSenseless(incident: IncidentId, folder: string, error: unknown): void;
  forget(incident: IncidentId): void;
  /** A sentence for each: which, why, and what to do. */
  notices(): readonly string[];
}

export const createUnlistedIncidents = (): UnlistedIncidents => {
  const noticesById = new Map<IncidentId, string>();
  const say = (incident: IncidentId, because: string, wayOut: string) =>
    noticesById.set(
      incident,
      `An incident is missing from the list, because ${because} Nothing was changed. Copy that folder to a safe place; ${wayOut}`,
    );
  return {
    note: (incident, folder, { commits, problems }) => {
      const worst = problems.find(({ kind }) => kind !== 'empty');
      // Files in which nothing was ever begun hide nothing.
      if (commits.length === 0 && worst === undefined) return;
      const why = worst
        ? `${worst.message} (${worst.file}${worst.line === undefined ? '' : `, line ${worst.line}`})`
        : 'Perhaps not all of its files were copied yet.';
      const wayOut = `"holdfast verify ${incident}" lists what is wrong.`;
      say(incident, `its declaration cannot be read: ${folder}. ${why}`, wayOut);
    },
    noteSenseless: (incident, folder, error) =>
      say(
        incident,
        `its record says what Holdfast cannot show (${reasonOf(error)}): ${folder}.`,
        'perhaps another version shows it.',
      ),
    forget: (incident) => {
      noticesById.delete(incident);
    },
    notices: () => [...noticesById.values()],
  };
};
