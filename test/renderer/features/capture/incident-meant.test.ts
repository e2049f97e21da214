import { describe, expect, it } from 'vitest';
import { incidentMeant } from '../../../../renderer/features/capture/incident-meant.ts';
import type { IncidentSummary } from '../../../../shared/incident/summary.ts';
import type { IncidentId } from '../../../../shared/record/ids.ts';

const summary = (id: string, status: IncidentSummary['status']) => ({ id, status }) as IncidentSummary;
const all = [summary('a', 'open'), summary('b', 'resolved')];

describe('where a captured line goes', () => {
  it('[CP1] to the incident that the console has open, also one that is over', () => {
    expect(incidentMeant({ incident: 'b' as IncidentId, title: '' }, all)?.id).toBe('b');
  });

  it('[CP1] to the only one that is running while the console has none open', () => {
    expect(incidentMeant({ incident: null, title: '' }, all)?.id).toBe('a');
    expect(incidentMeant(undefined, all)?.id).toBe('a');
  });

  it('[CP2] nowhere when several are running: nothing is guessed', () => {
    expect(incidentMeant(undefined, [...all, summary('c', 'open')])).toBeUndefined();
    expect(incidentMeant(undefined, [])).toBeUndefined();
  });
});
