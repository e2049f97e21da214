import { currentClaim } from '../../../shared/lifecycle/current-claim.ts';
import type { LifecycleState } from '../../../shared/lifecycle/lifecycle-state.ts';
import type { PlaceholderName } from '../../../shared/playbook/placeholders.ts';
import { hypothesisBoard } from '../../../shared/timeline/hypotheses.ts';
import type { TimelineState } from '../../../shared/timeline/timeline-state.ts';
import { type SituationField, situationFields } from '../../../shared/updates/updates-events.ts';
import type { Dialog } from '../../state/view-store.ts';

/** The way from a missing fact to a recorded one. */
export type HowToState =
  | { readonly kind: 'fact'; readonly field: SituationField }
  | { readonly kind: 'dialog'; readonly dialog: Dialog; readonly label: string }
  | { readonly kind: 'regulator-instant' }
  | { readonly kind: 'review' };

/** Undefined for what nobody can state: it comes from the clock, or is typed in the text itself. */
export const howToState = (
  name: PlaceholderName,
  { timeline, lifecycle }: { readonly timeline: TimelineState; readonly lifecycle: LifecycleState },
): HowToState | undefined => {
  // What a fix was is said together with the milestone, once.
  if (changeFacts.has(name) && currentClaim(lifecycle, 'fixed')) return undefined;
  if (name === 'awareAt') return { kind: 'regulator-instant' };
  if (name === 'cause' || name === 'causePlain') return causeWay(name, timeline);
  if (reviewFacts.has(name)) return { kind: 'review' };
  const dialog = dialogs[name];
  if (dialog) return { kind: 'dialog', ...dialog };
  const field = situationFields.find((known) => known === name);
  return field && { kind: 'fact', field };
};

/** A cause is said outside only when a hypothesis was confirmed; then its plain words are a fact like any other. */
const causeWay = (name: 'cause' | 'causePlain', timeline: TimelineState): HowToState => {
  const { confirmed, current } = hypothesisBoard(timeline);
  if (name === 'causePlain' && confirmed.length > 0) return { kind: 'fact', field: 'causePlain' };
  return current
    ? {
        kind: 'dialog',
        dialog: { name: 'judge-hypothesis', hypothesis: current.event.id },
        label: 'Confirm the hypothesis',
      }
    : { kind: 'dialog', dialog: { name: 'hypothesis' }, label: 'Write the hypothesis' };
};

type DialogWay = { readonly dialog: Dialog; readonly label: string };

const milestone = (reached: 'failure' | 'detected' | 'identified' | 'fixed' | 'recovered'): DialogWay => ({
  dialog: { name: 'milestone', milestone: reached },
  label: 'Record the milestone',
});
const details: DialogWay = { dialog: { name: 'details' }, label: 'Change details' };
const impact: DialogWay = { dialog: { name: 'impact' }, label: 'State the impact' };
const decide: DialogWay = { dialog: { name: 'decision' }, label: 'Record a decision' };
const track: DialogWay = { dialog: { name: 'recovery-track' }, label: 'Open the disaster track' };

const dialogs: Readonly<Partial<Record<PlaceholderName, DialogWay>>> = {
  title: details,
  services: details,
  components: details,
  detectedBy: details,
  severity: { dialog: { name: 'severity' }, label: 'Choose the severity' },
  ic: { dialog: { name: 'role', role: 'ic' }, label: 'Name the commander' },
  rl: { dialog: { name: 'role', role: 'lead' }, label: 'Name the lead' },
  responders: { dialog: { name: 'roster' }, label: 'Say who is here' },
  failureAt: milestone('failure'),
  detectedAt: milestone('detected'),
  identifiedAt: milestone('identified'),
  evidence: { dialog: { name: 'correct-milestone', milestone: 'identified' }, label: 'Add evidence' },
  fixedAt: milestone('fixed'),
  fix: milestone('fixed'),
  fixCheck: milestone('fixed'),
  rollback: milestone('fixed'),
  executor: milestone('fixed'),
  recoveredAt: milestone('recovered'),
  impact,
  impactLevel: impact,
  scope: impact,
  impactedTime: impact,
  options: decide,
  decision: decide,
  decisionAt: decide,
  reason: decide,
  effect: decide,
  actions: { dialog: { name: 'task' }, label: 'Give a task' },
  dataImpact: { dialog: { name: 'data-statement' }, label: 'Make a data statement' },
  recoveryPointAt: track,
  dataLoss: track,
  rpo: track,
  rto: track,
  rtoLeft: track,
  drDowntime: track,
};

const changeFacts: ReadonlySet<PlaceholderName> = new Set(['fix', 'fixCheck', 'rollback', 'executor']);

const reviewFacts: ReadonlySet<PlaceholderName> = new Set([
  'pirDate',
  'pirOwner',
  'pirLink',
  'timelineLink',
  'factors',
  'factorsPublic',
  'summaryPublic',
  'actionsPublic',
  'actionsDone',
  'actionsTotal',
  'nextActionDue',
]);
