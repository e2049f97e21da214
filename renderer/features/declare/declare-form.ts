import type { IncidentSummary } from '../../../shared/incident/summary.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { DetectionSource } from '../../../shared/lifecycle/lifecycle.ts';
import type { DeclareIncident } from '../../../shared/lifecycle/lifecycle-commands.ts';
import type { IncidentId } from '../../../shared/record/ids.ts';
import { emptyMoment, type MomentText, readMoment } from '../../ui/read-moment.ts';

export interface DeclareForm {
  readonly title: string;
  readonly severity: string | null;
  readonly noticed: MomentText;
  readonly began: MomentText;
  readonly source: DetectionSource | null;
  readonly detail: string;
  readonly services: string;
  readonly key: string;
  readonly commander: string;
  readonly lead: string;
  readonly drill: boolean;
  /** The earlier incident whose harm came back. */
  readonly relapseOf: IncidentId | null;
  readonly person: string;
  readonly device: string;
}

export const emptyForm = (person: string, device: string): DeclareForm => ({
  title: '',
  severity: null,
  noticed: emptyMoment,
  began: emptyMoment,
  source: null,
  detail: '',
  services: '',
  key: '',
  commander: person,
  lead: '',
  drill: false,
  relapseOf: null,
  person,
  device,
});

/** What a relapse takes over from the incident that came back. */
type Earlier = Pick<IncidentSummary, 'title' | 'services' | 'drill'>;

/**
 * What is known before anybody types: a relapse is on the services of the incident that came back. That one is mostly
 * the open one; else a list says what it was, and where none does the relapse is one all the same.
 * @param incidents as shown: filling a form decides nothing, so they need not be checked
 */
export const startOf = (
  { title = '', relapseOf }: { readonly title?: string; readonly relapseOf?: IncidentId },
  incidents: readonly (Earlier & { readonly id: IncidentId })[],
  open: { readonly id: IncidentId; readonly state: { readonly lifecycle: Earlier } } | undefined,
): Partial<DeclareForm> => {
  if (relapseOf === undefined) return { title };
  const earlier = open?.id === relapseOf ? open.state.lifecycle : incidents.find(({ id }) => id === relapseOf);
  if (!earlier) return { title, relapseOf };
  return {
    title: title || earlier.title,
    relapseOf,
    services: earlier.services.join(', '),
    drill: earlier.drill,
  };
};

/** The moment it was noticed, as far as it can be read: an alert or a report, else the moment of declaring. */
export const noticedAt = (form: DeclareForm, zone: string, now: Instant): Instant => {
  const reading = readMoment(form.noticed, zone, now);
  return reading.kind === 'at' ? reading.at : now;
};

/** The command, or the sentence that says what is missing. Only the title is needed. */
export const toCommand = (
  form: DeclareForm,
  zone: string,
  now: Instant,
  playbook: string,
): { readonly command: DeclareIncident } | { readonly problem: string } => {
  if (form.title.trim() === '') return { problem: 'Say in a few words what is wrong.' };
  const noticed = readMoment(form.noticed, zone, now);
  const began = readMoment(form.began, zone, now);
  for (const reading of [noticed, began]) {
    if (reading.kind === 'bad') return { problem: reading.sentence };
    if (reading.kind === 'ask') return { problem: 'Say which moment is meant.' };
  }
  const isAlert = form.source === 'alert';
  return {
    command: {
      type: 'DeclareIncident',
      title: form.title.trim(),
      playbook,
      ...(form.severity ? { severity: form.severity } : {}),
      ...(form.key.trim() ? { key: form.key.trim() } : {}),
      ...(form.services.trim() ? { services: splitList(form.services) } : {}),
      ...(form.source
        ? { detection: { source: form.source, ...(form.detail.trim() ? { detail: form.detail.trim() } : {}) } }
        : {}),
      ...(noticed.kind === 'at'
        ? { [isAlert ? 'alertedAt' : 'reportedAt']: noticed.at }
        : isAlert
          ? { alertedAt: now }
          : {}),
      ...(began.kind === 'at' ? { failureAt: began.at } : {}),
      ...(form.commander.trim() ? { commander: form.commander.trim() } : {}),
      ...(form.lead.trim() ? { lead: form.lead.trim() } : {}),
      ...(form.drill ? { drill: true } : {}),
      ...(form.relapseOf ? { relapseOf: form.relapseOf } : {}),
    },
  };
};

const splitList = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
