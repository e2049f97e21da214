import { given } from '../kernel/given.ts';
import { earliest, type Instant } from '../kernel/instant.ts';
import { ok } from '../kernel/result.ts';
import type { Playbook } from '../playbook/playbook.ts';
import { eventBase } from '../record/occurrence.ts';
import { type Asking, refuse } from '../record/rules.ts';
import { checkNotFuture, checkRange, checkText, firstRefusal } from './check-moment.ts';
import { checkKnownSeverity } from './decide-assess.ts';
import type { Decided } from './decided.ts';
import type { Milestone } from './lifecycle.ts';
import type { ChangeDetails, DeclareIncident } from './lifecycle-commands.ts';
import type { LifecycleEvent, MilestoneReached } from './lifecycle-events.ts';
import type { LifecycleState } from './lifecycle-state.ts';

/**
 * The declaration and what it says of failure, alert and detection. Refuses a second one, no title, a moment still to come, a
 * failure outside its range, and a severity that the playbook does not list.
 */
export const decideDeclare = (
  command: DeclareIncident,
  state: LifecycleState,
  asking: Asking,
  playbook: Playbook,
): Decided => {
  if (state.declared) return refuse('incident.already-declared', 'This incident is declared already.');
  const { failureAt, failureRange, severity } = command;
  const check = firstRefusal(
    checkText(command.title, 'declare.needs-title', 'Give the incident a title: a few words are enough.', 'title'),
    ...(['failureAt', 'alertedAt', 'reportedAt', 'detectedAt'] as const).map((field) =>
      checkNotFuture(command[field], asking.now, field),
    ),
    failureAt ? checkRange(failureRange, failureAt, asking.now, 'failureRange') : ok(undefined),
    severity === undefined ? ok(undefined) : checkKnownSeverity(severity, playbook),
  );
  if (!check.ok) return check;
  const when = eventBase(command, asking);
  const detection = command.detection;
  const reach = (milestone: Milestone, at: Instant): MilestoneReached => ({
    type: 'MilestoneReached',
    id: asking.newId(),
    occurredAt: at,
    milestone,
  });
  const events: LifecycleEvent[] = [
    {
      type: 'IncidentDeclared',
      ...when,
      title: command.title.trim(),
      services: command.services ?? [],
      paged: command.alertedAt !== undefined || detection?.source === 'alert',
      drill: command.drill ?? false,
      playbook: command.playbook,
      ...given({ key: command.key, detection, maintenance: command.maintenance, relapseOf: command.relapseOf }),
    },
  ];
  if (failureAt) events.push({ ...reach('failure', failureAt), ...given({ range: failureRange }) });
  if (command.alertedAt) events.push(reach('alerted', command.alertedAt));
  events.push(reach('detected', detectedAt(command) ?? when.occurredAt));
  if (severity !== undefined)
    events.push({
      type: 'SeverityChanged',
      ...eventBase(command, asking),
      severity,
      reason: 'Chosen at declaration',
      provisional: true,
    });
  return ok(events);
};

/** As given, else the earlier of first alert and first report. */
const detectedAt = ({ detectedAt: typed, alertedAt, reportedAt }: DeclareIncident): Instant | undefined =>
  typed ?? (alertedAt && reportedAt ? earliest(alertedAt, reportedAt) : (alertedAt ?? reportedAt));

/** Refuses a change of nothing, and an empty title. */
export const decideDetails = (command: ChangeDetails, asking: Asking): Decided => {
  const { title, key, services, detection } = command;
  const details = given({ title: title?.trim(), key, services, detection });
  if (Object.keys(details).length === 0) return refuse('details.empty', 'Nothing was changed.');
  if (details.title === '') return refuse('details.needs-title', 'An incident needs a title.', 'title');
  return ok([{ type: 'IncidentDetailsChanged', ...eventBase(command, asking), ...details }]);
};
