import type { IncidentId } from '../../shared/record/ids.ts';

/** Which incident each window shows: the library process keeps those open and no others. */
export interface OpenIncidents {
  /** Runs `open`; once it has succeeded the window shows this incident and none other. */
  show<Reply extends { readonly ok: boolean }>(
    window: number,
    incident: IncidentId,
    open: () => Promise<Reply>,
  ): Promise<Reply>;
  /** The window shows nothing more, or nothing more of this incident. */
  leave(window: number, incident?: IncidentId): void;
  all(): readonly IncidentId[];
}

/** @param onLeft called when no window shows an incident any more, nor is about to */
export const createOpenIncidents = (onLeft: (incident: IncidentId) => void): OpenIncidents => {
  const shownByWindow = new Map<number, IncidentId>();
  const opening: IncidentId[] = [];
  const all = () => [...new Set([...shownByWindow.values(), ...opening])];
  const change = (window: number, incident: IncidentId | undefined) => {
    const before = shownByWindow.get(window);
    if (incident === undefined) shownByWindow.delete(window);
    else shownByWindow.set(window, incident);
    if (before !== undefined && !all().includes(before)) onLeft(before);
  };
  return {
    show: async (window, incident, open) => {
      // Held from the first moment on: another window may leave it while the answer is on its way.
      opening.push(incident);
      try {
        const reply = await open();
        if (reply.ok) change(window, incident);
        return reply;
      } finally {
        opening.splice(opening.indexOf(incident), 1);
      }
    },
    leave: (window, incident) => {
      // It may show another one by now: that stays.
      if (incident === undefined || shownByWindow.get(window) === incident) change(window, undefined);
    },
    all,
  };
};
