import { compareTexts } from '../kernel/by-text.ts';
import { type Instant, latest } from '../kernel/instant.ts';
import { impactLevel } from '../lifecycle/current-impact.ts';
import { isWorse } from '../lifecycle/impact-time.ts';
import type { ImpactLevel } from '../lifecycle/lifecycle.ts';
import type { LifecycleState } from '../lifecycle/lifecycle-state.ts';
import type { Playbook } from '../playbook/playbook.ts';
import { severityRank } from './cadence.ts';
import type { UpdateSent } from './updates-events.ts';
import type { CadenceInput } from './updates-input.ts';

/** Something that an audience's clock reacts to. `at`: when it was recorded; for updates and promises, when made. */
export type Moment =
  | { readonly kind: 'severity'; readonly at: Instant; readonly severity: string; readonly raised: boolean }
  | { readonly kind: 'change'; readonly at: Instant; readonly visible: boolean }
  | { readonly kind: 'visible' | 'resolved' | 'reopened' | 'closed'; readonly at: Instant }
  | { readonly kind: 'restored'; readonly at: Instant; readonly recoveredAt: Instant }
  | { readonly kind: 'sent'; readonly at: Instant; readonly update: UpdateSent }
  | { readonly kind: 'promised'; readonly at: Instant; readonly promisedAt: Instant };

const announcedMilestones = ['identified', 'fixed', 'recovered'] as const;

/** In order of time. At the same instant changes come before what was sent: the text could know them. */
export const clockMoments = (input: CadenceInput, audience: string): readonly Moment[] => {
  const { lifecycle, playbook } = input;
  const moments: Moment[] = [
    ...severityMoments(lifecycle, playbook),
    ...impactMoments(lifecycle),
    ...milestoneMoments(lifecycle),
    ...lifecycle.reopenings.map(({ recordedAt }) => ({ kind: 'reopened' as const, at: recordedAt })),
    ...[...input.timeline.decisions.values()]
      .filter(({ event }) => event.userEffect)
      .map(({ recordedAt }) => ({ kind: 'change' as const, at: recordedAt, visible: true })),
    ...sentMoments(input, audience),
  ];
  if (lifecycle.closure) moments.push({ kind: 'closed', at: lifecycle.closure.at });
  return moments.sort((a, b) => compareTexts(a.at, b.at) || order(a) - order(b));
};

const order = ({ kind }: Moment) => (kind === 'sent' ? 1 : kind === 'promised' ? 2 : 0);

/** The severity that the incident was declared with; undefined while nobody had chosen one. */
export const firstSeverity = ({ severitySteps, recordedAt }: LifecycleState): string | undefined =>
  severitySteps.findLast((step) => recordedAt === undefined || step.recordedAt <= recordedAt)?.severity;

const severityMoments = (lifecycle: LifecycleState, playbook: Playbook): Moment[] => {
  const { severitySteps, recordedAt: declaredAt = '' } = lifecycle;
  let before = firstSeverity(lifecycle);
  return severitySteps
    .filter(({ recordedAt }) => recordedAt > declaredAt)
    .map(({ severity, recordedAt: at }) => {
      const raised = severityRank(playbook, severity) < severityRank(playbook, before);
      before = severity;
      return { kind: 'severity', at, severity, raised };
    });
};

// The first impact on record is an assessment, no change for the worse: the first-update time covers it.
const impactMoments = ({ impactSteps, services }: LifecycleState): Moment[] => {
  const moments: Moment[] = [];
  let before: ImpactLevel | undefined;
  for (const [index, { recordedAt: at }] of impactSteps.entries()) {
    const level = impactLevel({ impactSteps: impactSteps.slice(0, index + 1), services });
    if (level && level !== 'none') moments.push({ kind: 'visible', at });
    if (level && before && isWorse(level, before)) moments.push({ kind: 'change', at, visible: true });
    before = level;
  }
  return moments;
};

// A better instant for a known milestone is no news to an audience; only its first claim is.
const milestoneMoments = (lifecycle: LifecycleState): Moment[] =>
  [...announcedMilestones, 'resolved' as const].flatMap((milestone) =>
    (lifecycle.claims.get(milestone) ?? [])
      .filter(({ replaces }) => !replaces)
      .map(({ at, recordedAt }): Moment => {
        if (milestone === 'resolved') return { kind: 'resolved', at: recordedAt };
        return milestone === 'recovered'
          ? { kind: 'restored', at: recordedAt, recoveredAt: at }
          : { kind: 'change', at: recordedAt, visible: false };
      }),
  );

const sentMoments = ({ updates }: CadenceInput, audience: string): Moment[] => [
  ...[...updates.sent.values()]
    .filter(({ event }) => event.audience === audience)
    .map(({ event }): Moment => ({ kind: 'sent', at: event.occurredAt, update: event })),
  ...updates.promises
    .filter((promise) => promise.audience === audience)
    // Written down late, a spoken promise starts to count when it is recorded: no rule reaches back.
    .map(
      ({ at, promisedAt, recordedAt }): Moment => ({
        kind: 'promised',
        at,
        promisedAt: latest(promisedAt, recordedAt),
      }),
    ),
];
