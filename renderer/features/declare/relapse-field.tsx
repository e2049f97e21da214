import type { IncidentSummary } from '../../../shared/incident/summary.ts';
import { formatClock, formatDate } from '../../../shared/kernel/zone.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { useApp, useZone } from '../../state/app-store.ts';
import { Select } from '../../ui/select.tsx';
import type { DeclareForm } from './declare-form.ts';
import { earlierIncidents } from './earlier-incidents.ts';

interface RelapseFieldProps {
  readonly form: DeclareForm;
  readonly onChange: (relapseOf: IncidentId | null) => void;
}

/** Asked only where an incident of the same service is over: most of the time there is nothing to ask. */
export const RelapseField = ({ form, onChange }: RelapseFieldProps) => {
  const incidents = useApp((app) => app.incidents);
  const zone = useZone();
  const earlier = earlierIncidents(incidents ?? [], form);
  if (earlier.length === 0) return null;
  return (
    <Select
      label="Came back"
      onChange={(id) => onChange(earlier.find((one) => one.id === id)?.id ?? null)}
      options={[
        { id: 'new', label: 'No, a new problem' },
        ...earlier.map((one) => ({ id: one.id, label: nameOf(one), detail: whenOf(one, zone) })),
      ]}
      value={form.relapseOf ?? 'new'}
    />
  );
};

const nameOf = ({ key, title }: IncidentSummary): string => `Relapse of ${key ? `${key} ` : ''}${title}`;
const whenOf = ({ declaredAt, status }: IncidentSummary, zone: string): string =>
  `${status}, declared ${formatDate(declaredAt, zone)} ${formatClock(declaredAt, zone)}`;
