import { useMemo } from 'react';
import { toUpdatesInput } from '../../shared/incident/to-updates-input.ts';
import { instantToMs, msToInstant } from '../../shared/kernel/instant.ts';
import { draftUpdate } from '../../shared/updates/draft.ts';
import { lintUpdate } from '../../shared/updates/lint.ts';
import type { UpdatesInput } from '../../shared/updates/updates-input.ts';
import { useApp } from './app-store.ts';
import { useNow } from './clock.ts';
import { useIncident } from './incident-store.ts';

/** How far the computed draft of one audience is: how many of its checks are open. */
export interface DraftNote {
  readonly toCheck: number;
}

const minuteMs = 60_000;

/** What texts are computed from, of the open incident. */
const useUpdatesInput = (): UpdatesInput => {
  const state = useIncident((open) => open.state);
  const playbook = useIncident((open) => open.playbook);
  const deviceZone = useApp(({ info }) => info?.zone ?? 'UTC');
  return useMemo(() => toUpdatesInput(state, playbook, deviceZone), [state, playbook, deviceZone]);
};

/** By audience; computed anew when something was recorded and once a minute, because checks look at times. */
export const useDraftNotes = (): ReadonlyMap<string, DraftNote> => {
  const input = useUpdatesInput();
  const minute = Math.floor(instantToMs(useNow()) / minuteMs);
  return useMemo(() => {
    const now = msToInstant(minute * minuteMs);
    const notes = new Map<string, DraftNote>();
    for (const { id } of input.playbook.audiences) {
      const draft = draftUpdate(input, id, now);
      if (!draft) continue;
      const report = lintUpdate(draft.rendered.text, id, input, now, draft.promisedAt);
      notes.set(id, { toCheck: report.open.length });
    }
    return notes;
  }, [input, minute]);
};
