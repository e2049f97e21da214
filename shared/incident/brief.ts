import { byText } from '../kernel/by-text.ts';
import type { Instant } from '../kernel/instant.ts';
import { currentClaim } from '../lifecycle/current-claim.ts';
import { goodSince, impactLevel, impactScope, impactText, lastHarm } from '../lifecycle/current-impact.ts';
import type { ImpactLevel, Phase } from '../lifecycle/lifecycle.ts';
import { currentSeverity, peakSeverity } from '../lifecycle/severity.ts';
import { findRoleName } from '../playbook/find-in-playbook.ts';
import type { Bridge, Playbook } from '../playbook/playbook.ts';
import type { StoredEvent } from '../record/event.ts';
import { incidentName } from '../review/review-words.ts';
import { dutyHolderOf, type RoleHolder, roleHolders } from '../roles/role-holders.ts';
import type { HandoffAccepted } from '../roles/roles-events.ts';
import type { Offer } from '../roles/roles-state.ts';
import { type RosterMember, rosterNow } from '../roles/roster.ts';
import { type OpenQuestion, waitingDecisions } from '../timeline/decisions.ts';
import { type HypothesisBoard, hypothesisBoard } from '../timeline/hypotheses.ts';
import { type OpenTask, openTasks } from '../timeline/tasks.ts';
import type { Decision } from '../timeline/timeline-state.ts';
import { type DueState, dueTimes } from '../updates/due.ts';
import { regulatorRows } from '../updates/regulator-due.ts';
import type { SituationField } from '../updates/updates-events.ts';
import type { IncidentState } from './incident-state.ts';

/** Something that was promised outside, and when. */
export interface BriefPromise {
  readonly id: string;
  readonly name: string;
  readonly at: Instant;
  readonly state: DueState;
  /** False where the cadence asks for it and nobody was told a time. */
  readonly promised: boolean;
}

/** What the successor has to know, in the order of domain.md 3.2; nothing in it was typed for the brief but the risks. */
export interface Brief {
  readonly role: string;
  readonly roleName: string;
  readonly name: string;
  readonly title: string;
  /** Who has the duties now; missing while nobody has. */
  readonly holder?: string;
  /** The newest hand-off of this role, whatever became of it. */
  readonly offer?: Offer;
  /** The risks that the successor read back; missing until the offer is accepted. */
  readonly readBack?: readonly string[];
  readonly events: number;
  readonly startedAt?: Instant;
  readonly phase: Phase;
  readonly severity?: string;
  readonly severitySince?: Instant;
  readonly peak?: string;
  readonly impact: {
    readonly level?: ImpactLevel;
    readonly text?: string;
    readonly scope?: string;
    /** Since when users have felt nothing. */
    readonly goodSince?: Instant;
    readonly worst?: ImpactLevel;
  };
  readonly known?: string;
  readonly unknown?: string;
  readonly hypotheses: HypothesisBoard;
  /** Newest first. */
  readonly decisions: readonly Decision[];
  readonly waiting: readonly OpenQuestion[];
  readonly tasks: readonly OpenTask[];
  /** The nearest first. */
  readonly promises: readonly BriefPromise[];
  readonly holders: readonly RoleHolder[];
  readonly roster: readonly RosterMember[];
  readonly temporary?: string;
  readonly remaining?: string;
  /** Where people talk and look: channel, place, contact, phone bridges. */
  readonly places: readonly string[];
  readonly bridges: readonly Bridge[];
}

/** The brief for the person who takes over `role`, as of `now`. */
export const projectBrief = (state: IncidentState, playbook: Playbook, role: string, now: Instant): Brief => {
  const { lifecycle, roles, timeline } = state;
  const severity = currentSeverity(lifecycle);
  const peak = peakSeverity(lifecycle, playbook.severities);
  const offer = [...roles.offers.values()].findLast(({ event }) => event.role === role);
  return {
    role,
    roleName: findRoleName(playbook, role),
    name: incidentName(state),
    title: lifecycle.title,
    ...given('holder', dutyHolderOf(roles, playbook, role)),
    ...given('offer', offer),
    ...given('readBack', offer && readBack(state, offer)),
    events: state.log.length,
    ...given('startedAt', currentClaim(lifecycle, 'failure')?.at ?? currentClaim(lifecycle, 'detected')?.at),
    phase: lifecycle.phase,
    ...given('severity', severity?.severity),
    ...given('severitySince', severity?.at),
    ...given('peak', peak === severity?.severity ? undefined : peak),
    impact: {
      ...given('level', impactLevel(lifecycle)),
      ...given('text', impactText(lifecycle)),
      ...given('scope', impactScope(lifecycle)),
      ...given('goodSince', goodSince(lifecycle)),
      ...given('worst', lastHarm(lifecycle)),
    },
    ...given('known', stated(state, 'known')),
    ...given('unknown', stated(state, 'unknown')),
    hypotheses: hypothesisBoard(timeline),
    decisions: [...timeline.decisions.values()].toReversed(),
    waiting: waitingDecisions(timeline, now),
    tasks: openTasks(timeline, now, playbook.settings),
    promises: promises(state, playbook, now),
    holders: roleHolders(roles, playbook),
    roster: rosterNow(roles, now),
    ...given('temporary', stated(state, 'temporary')),
    ...given('remaining', stated(state, 'remaining')),
    places: (['channel', 'place', 'contact'] as const).flatMap((field) => stated(state, field) ?? []),
    bridges: playbook.bridges,
  };
};

const readBack = ({ log, withdrawn }: IncidentState, offer: Offer): readonly string[] | undefined =>
  log
    .flatMap(({ event }) => (isAcceptance(event) && !withdrawn.has(event.id) ? [event] : []))
    .findLast((event) => event.offer === offer.event.id)?.risksReadBack;

const isAcceptance = (event: StoredEvent): event is HandoffAccepted => event.type === 'HandoffAccepted';

const stated = ({ updates }: IncidentState, field: SituationField): string | undefined =>
  updates.facts.get(field)?.text || undefined;

const promises = ({ lifecycle, timeline, updates }: IncidentState, playbook: Playbook, now: Instant) => {
  const input = { playbook, lifecycle, timeline, updates };
  const audiences = dueTimes(input, now).flatMap(({ audience, due }): BriefPromise[] => {
    if (due.kind !== 'clock') return [];
    const name = playbook.audiences.find(({ id }) => id === audience)?.name ?? audience;
    return [{ id: audience, name, at: due.at, state: due.state, promised: due.promised }];
  });
  const regulators = regulatorRows(input, now).flatMap(({ preset, due }): BriefPromise[] =>
    due.kind === 'clock' ? [{ id: preset.id, name: preset.name, at: due.at, state: due.state, promised: true }] : [],
  );
  return [...audiences, ...regulators].toSorted(byText(({ at }) => at));
};

const given = <Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: Value });
