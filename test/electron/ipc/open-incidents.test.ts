import { describe, expect, it } from 'vitest';
import { createOpenIncidents } from '../../../electron/ipc/open-incidents.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';

const [one, two] = ['one', 'two'] as unknown as readonly [IncidentId, IncidentId];
const opens = async () => ({ ok: true });

describe('the incidents that windows show', () => {
  it('[LP10] an incident is let go when the last window that showed it shows another or is closed', async () => {
    const left: IncidentId[] = [];
    const incidents = createOpenIncidents((incident) => left.push(incident));
    await incidents.show(1, one, opens);
    await incidents.show(2, one, opens);
    await incidents.show(1, two, opens);
    expect(left).toEqual([]);
    expect(incidents.all()).toEqual([two, one]);
    incidents.leave(2);
    expect(left).toEqual([one]);
    // A late word about an incident that this window shows no more.
    incidents.leave(1, one);
    expect(incidents.all()).toEqual([two]);
    incidents.leave(1, two);
    expect(left).toEqual([one, two]);
  });

  it('[LP10] one that cannot be opened leaves the one before in its place', async () => {
    const left: IncidentId[] = [];
    const incidents = createOpenIncidents((incident) => left.push(incident));
    await incidents.show(1, one, opens);
    await incidents.show(1, two, async () => ({ ok: false }));
    expect(left).toEqual([]);
    expect(incidents.all()).toEqual([one]);
  });

  it('[LP10] an incident that another window is just opening is not let go under it', async () => {
    const left: IncidentId[] = [];
    const incidents = createOpenIncidents((incident) => left.push(incident));
    await incidents.show(1, one, opens);
    await incidents.show(2, one, async () => {
      incidents.leave(1, one);
      return { ok: true };
    });
    expect(left).toEqual([]);
    expect(incidents.all()).toEqual([one]);
  });
});
