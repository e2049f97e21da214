import type { IncidentState } from '../../shared/incident/incident-state.ts';
import { toUpdatesInput } from '../../shared/incident/to-updates-input.ts';
import { instantToMs, msToInstant } from '../../shared/kernel/instant.ts';
import type { Playbook } from '../../shared/playbook/playbook.ts';
import { draftUpdate } from '../../shared/updates/draft.ts';
import { lintUpdate } from '../../shared/updates/lint.ts';
import { useApp } from './app-store.ts';
import { useNow } from './clock.ts';
import { useIncident } from './incident-store.ts';

/** How far the computed draft of one audience is: how many of its checks are open. */
export interface DraftNote {
  readonly toCheck: number;
}

const minuteMs = 60_000;

interface NoteSources {
  readonly state: IncidentState;
  readonly playbook: Playbook;
  readonly deviceZone: string;
  /** Since 1970. */
  readonly minute: number;
}

/** By audience; computed anew when something was recorded and once a minute, because checks look at times. */
export const useDraftNotes = (): ReadonlyMap<string, DraftNote> => {
  const state = useIncident((open) => open.state);
  const playbook = useIncident((open) => open.playbook);
  const deviceZone = useApp(({ info }) => info?.zone ?? 'UTC');
  const minute = Math.floor(instantToMs(useNow()) / minuteMs);
  return draftNotes({ state, playbook, deviceZone, minute });
};

/** Several places show them: what the first has computed the others take. */
let last: { readonly sources: NoteSources; readonly notes: ReadonlyMap<string, DraftNote> } | undefined;

const draftNotes = (sources: NoteSources): ReadonlyMap<string, DraftNote> => {
  if (!last || !isSame(last.sources, sources)) last = { sources, notes: computeNotes(sources) };
  return last.notes;
};

const isSame = (a: NoteSources, b: NoteSources) =>
  a.state === b.state && a.playbook === b.playbook && a.deviceZone === b.deviceZone && a.minute === b.minute;

const computeNotes = ({ state, playbook, deviceZone, minute }: NoteSources): ReadonlyMap<string, DraftNote> => {
  const input = toUpdatesInput(state, playbook, deviceZone);
  const now = msToInstant(minute * minuteMs);
  const notes = new Map<string, DraftNote>();
  for (const { id } of playbook.audiences) {
    const draft = draftUpdate(input, id, now);
    if (!draft) continue;
    const report = lintUpdate(draft.rendered.text, id, input, now, draft.promisedAt);
    notes.set(id, { toCheck: report.open.length });
  }
  return notes;
};
