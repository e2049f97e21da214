import { err, ok, type Result } from '../kernel/result.ts';
import { decideLifecycle } from '../lifecycle/decide-lifecycle.ts';
import type { LifecycleCommand } from '../lifecycle/lifecycle-commands.ts';
import type { Playbook } from '../playbook/playbook.ts';
import { takeTexts } from '../record/event-texts.ts';
import { type Asking, authorName, type Refusal, refuse } from '../record/rules.ts';
import { tellingWordIn } from '../record/telling-words.ts';
import { decideReview } from '../review/decide-review.ts';
import type { ReviewCommand } from '../review/review-commands.ts';
import { decideRoles } from '../roles/decide-roles.ts';
import type { RolesCommand } from '../roles/roles-commands.ts';
import { decideTimeline } from '../timeline/decide-timeline.ts';
import { readAlert } from '../timeline/line-alert.ts';
import type { RecordEntry, TimelineCommand } from '../timeline/timeline-commands.ts';
import { decideUpdates } from '../updates/decide-updates.ts';
import type { UpdatesCommand } from '../updates/updates-commands.ts';
import type { Command } from './command.ts';
import { decideMilestone } from './decide-milestone.ts';
import { decideReceive } from './decide-receive.ts';
import type { IncidentEvent } from './incident-event.ts';
import type { IncidentState } from './incident-state.ts';
import { refusalToTakeBack } from './taking-back.ts';
import { textPaths } from './text-paths.ts';

export type Decided = Result<readonly IncidentEvent[], Refusal>;

/**
 * What a command leads to: events to record, none when it changes nothing, or a refusal in words.
 * `asking.now` bounds every instant; nothing here reads a clock.
 */
export const decide = (command: Command, state: IncidentState, asking: Asking, playbook: Playbook): Decided => {
  const declared = state.lifecycle.declared !== undefined;
  if (command.type === 'DeclareIncident') {
    return declared
      ? refuse('declare.twice', 'This incident is declared already. Declare a new one from the library.')
      : decideDeclaration(command, state, asking, playbook);
  }
  if (!declared) return refuse('incident.unknown', 'There is no such incident in this library.');
  switch (command.type) {
    case 'ReachMilestone':
      return decideMilestone(command, state, asking, playbook);
    case 'WithdrawDiagnosis':
      return decideWithdrawnDiagnosis(command, state, asking, playbook);
    case 'WithdrawEvent':
    case 'RedactText':
    case 'StarEntry':
      return decideAboutEvent(command, state, asking, playbook);
    case 'MakeDecision':
      return decideTimeline(
        { ...command, decidedBy: command.decidedBy ?? commanderOf(state, asking) },
        state.timeline,
        asking,
        playbook,
      );
    case 'AdoptPlaybook':
      return ok([{ type: 'PlaybookAdopted', id: asking.newId(), occurredAt: asking.now, playbook: command.playbook }]);
    case 'ReceiveEvent':
      return decideReceive(command, state, asking);
    default:
      return decideByFeature(command, state, asking, playbook);
  }
};

const decideByFeature = (
  command: Exclude<Command, { type: 'AdoptPlaybook' | 'ReceiveEvent' }>,
  state: IncidentState,
  asking: Asking,
  playbook: Playbook,
): Decided => {
  if (isTimelineCommand(command)) return decideTimeline(command, state.timeline, asking, playbook);
  if (isRolesCommand(command)) return decideRoles(command, state.roles, asking, playbook);
  if (isUpdatesCommand(command)) return decideUpdates(command, state.updates, asking, playbook);
  if (isReviewCommand(command)) return decideReview(command, state.review, asking, playbook);
  return decideLifecycle(command, state.lifecycle, asking, playbook);
};

type Declaration = Extract<LifecycleCommand, { type: 'DeclareIncident' }>;

/** Who takes command and who leads may be said in the same breath as what is wrong. */
const decideDeclaration = (command: Declaration, state: IncidentState, asking: Asking, playbook: Playbook): Decided => {
  const declared = decideLifecycle(command, state.lifecycle, asking, playbook);
  if (!declared.ok) return declared;
  const people = [
    ['ic', command.commander],
    ['lead', command.lead],
  ] as const;
  const events: IncidentEvent[] = [...declared.value];
  for (const [role, person] of people) {
    if (!person?.trim()) continue;
    const assigned = decideRoles({ type: 'AssignRole', role, person }, state.roles, asking, playbook);
    if (!assigned.ok) return assigned;
    // One person in both roles joins the roster once.
    events.push(...assigned.value.filter((event) => !joinsAgain(event, events)));
  }
  const alert = alertSeen(command);
  if (!alert) return ok(events);
  const seen = decideTimeline(alert, state.timeline, asking, playbook);
  return seen.ok ? ok([...events, ...seen.value]) : seen;
};

/** What the alert said that began it, as an entry of its own: the review tells its class and shows it as evidence. */
const alertSeen = ({ detection, alertedAt }: Declaration): RecordEntry | undefined => {
  const text = detection?.source === 'alert' ? detection.detail?.trim() : undefined;
  if (!text) return undefined;
  const { alert } = readAlert(text);
  return {
    type: 'RecordEntry',
    kind: 'alert',
    text,
    // That it paged is what its instant says; the class alone would only say that it should have.
    ...(alert ? { alert: { ...alert, paged: alert.paged || alertedAt !== undefined } } : {}),
    ...(alertedAt === undefined ? {} : { at: alertedAt }),
  };
};

const joinsAgain = (event: IncidentEvent, events: readonly IncidentEvent[]): boolean =>
  event.type === 'PersonJoined' &&
  events.some((other) => other.type === 'PersonJoined' && other.person === event.person);

/** The hypothesis that carried the diagnosis falls with it. */
const decideWithdrawnDiagnosis = (
  command: Extract<LifecycleCommand, { type: 'WithdrawDiagnosis' }>,
  state: IncidentState,
  asking: Asking,
  playbook: Playbook,
): Decided => {
  const withdrawn = decideLifecycle(command, state.lifecycle, asking, playbook);
  if (!withdrawn.ok) return withdrawn;
  const refuted = [...state.timeline.hypotheses.values()]
    .filter((hypothesis) => hypothesis.state === 'confirmed')
    .map((hypothesis) => ({
      type: 'HypothesisJudged' as const,
      id: asking.newId(),
      occurredAt: withdrawn.value[0]?.occurredAt ?? asking.now,
      hypothesis: hypothesis.event.id,
      state: 'refuted' as const,
      result: command.reason,
    }));
  return ok([...withdrawn.value, ...refuted]);
};

const decideAboutEvent = (
  command: Extract<TimelineCommand, { type: 'WithdrawEvent' | 'RedactText' | 'StarEntry' }>,
  state: IncidentState,
  asking: Asking,
  playbook: Playbook,
): Decided => {
  if (command.type === 'WithdrawEvent') {
    const refusal = refusalToTakeBack(command.event, state, { now: asking.now, device: asking.by.device });
    if (refusal) return err(refusal);
  }
  const about = state.logById.get(command.type === 'StarEntry' ? command.entry : command.event);
  if (!about) return refuse('event.unknown', 'That entry is not in this incident.', 'event');
  if (command.type === 'RedactText') {
    const { texts } = takeTexts(about.event, textPaths(about.event.type));
    const telling = tellingWordIn(
      command.why,
      texts.map(({ text }) => text),
    );
    if (telling !== undefined)
      return refuse(
        'redaction.repeats',
        `"${telling}" stands in the text that is to go. Say what kind of thing it was, without the thing itself: "customer name".`,
        'why',
      );
  }
  return decideTimeline(command, state.timeline, asking, playbook);
};

const commanderOf = (state: IncidentState, asking: Asking): string =>
  state.roles.tenures.find((tenure) => tenure.role === 'ic' && tenure.until === undefined)?.person ||
  authorName(asking.by);

const isOneOf =
  <Narrow extends Command>(types: Readonly<Record<Narrow['type'], true>>) =>
  (command: Command): command is Narrow =>
    Object.hasOwn(types, command.type);

const isTimelineCommand = isOneOf<TimelineCommand>({
  RecordEntry: true,
  CorrectEntry: true,
  StarEntry: true,
  AttachEvidence: true,
  RedactText: true,
  WithdrawEvent: true,
  StateClockError: true,
  AskDecision: true,
  MakeDecision: true,
  ProposeHypothesis: true,
  JudgeHypothesis: true,
  GiveTask: true,
  ExtendTask: true,
  FinishTask: true,
  CloseTodo: true,
});
const isRolesCommand = isOneOf<RolesCommand>({
  AssignRole: true,
  OfferHandoff: true,
  AcceptHandoff: true,
  CancelHandoff: true,
  JoinRoster: true,
  LeaveRoster: true,
  TickChecklistItem: true,
  SkipChecklistItem: true,
  UntickChecklistItem: true,
});
const isUpdatesCommand = isOneOf<UpdatesCommand>({
  StateFact: true,
  MakeDataStatement: true,
  SendUpdate: true,
  CorrectUpdate: true,
  RetractUpdate: true,
  PromiseUpdate: true,
});
const isReviewCommand = isOneOf<ReviewCommand>({
  WriteSection: true,
  SetReviewDetails: true,
  ChangeReviewStatus: true,
  MarkReviewCheck: true,
  AddFactor: true,
  ChangeFactor: true,
  AddAction: true,
  ChangeAction: true,
});
