import type { IncidentSummary } from '../../../shared/incident/summary.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';
import type { Option } from '../../ui/option.ts';

/** Where an entry can go: running incidents first, then the newest. */
export const moveTargets = (incidents: readonly IncidentSummary[], here: IncidentId): readonly Option<IncidentId>[] =>
  incidents
    .filter(({ id }) => id !== here)
    .toSorted((a, b) => rank(a) - rank(b) || (a.declaredAt < b.declaredAt ? 1 : -1))
    .map(({ id, key, title, status }) => ({ id, label: key ? `${key} ${title}` : title, detail: statusWords[status] }));

const rank = ({ status }: IncidentSummary) => (status === 'open' ? 0 : 1);

const statusWords: Readonly<Record<IncidentSummary['status'], string>> = {
  open: 'Running',
  restored: 'Restored',
  resolved: 'Resolved',
  'false-alarm': 'False alarm',
  merged: 'Merged',
  cancelled: 'Cancelled',
};
