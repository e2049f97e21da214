import { countOf } from '../kernel/words.ts';
import { currentClaim } from '../lifecycle/current-claim.ts';
import { milestones, milestoneWords } from '../lifecycle/lifecycle.ts';
import { peakSeverity } from '../lifecycle/severity.ts';
import { isSectionWritten } from './pir-context.ts';
import { type CheckId, type CheckKind, checkList } from './quality-check-list.ts';
import type { ReviewSource } from './review-source.ts';
import { timelineGaps } from './timeline-gaps.ts';

export interface QualityCheck extends CheckKind {
  readonly id: CheckId;
  readonly done: boolean;
  /** What is missing, when the record can tell; empty when done. */
  readonly missing: string;
}

/** The gate to "Reviewed" (domain.md 7.4): advice with reasons, since a person may know what the record does not. */
export const qualityChecks = (source: ReviewSource): readonly QualityCheck[] =>
  checkList.map((check) => {
    const marked = source.review.checks.get(check.id) ?? false;
    const missing = marked ? undefined : missingFor[check.id](source);
    return { ...check, done: missing === undefined, missing: missing ?? '' };
  });

/** In words what a check lacks, undefined when nothing. */
type Finding = (source: ReviewSource) => string | undefined;

const nobodySaidSo: Finding = () => 'Nobody has confirmed it yet.';

const milestonesSet: Finding = ({ lifecycle }) => {
  const isPaged = lifecycle.declared?.paged ?? false;
  // Resolved comes after the review; without a page there is nothing to acknowledge.
  const open = milestones.filter(
    (milestone) =>
      milestone !== 'resolved' &&
      (isPaged || (milestone !== 'alerted' && milestone !== 'acknowledged')) &&
      !currentClaim(lifecycle, milestone) &&
      !lifecycle.skipped.has(milestone),
  );
  return open.length === 0
    ? undefined
    : `Neither set nor explained: ${open.map((one) => milestoneWords[one]).join(', ')}.`;
};

const startHasEvidence: Finding = ({ lifecycle }) => {
  const failure = currentClaim(lifecycle, 'failure');
  if (!failure) return 'The start is not recorded.';
  return failure.evidence.length > 0 ? undefined : 'The start has no evidence.';
};

const impactHasNumbers: Finding = ({ lifecycle, updates }) => {
  const scopes = lifecycle.impactSteps.map(({ scope }) => scope);
  const numbers = [...scopes, updates.facts.get('tickets')?.text].some((text) => /\p{N}/u.test(text ?? ''));
  return numbers ? undefined : 'No number for reach.';
};

const startsBeforeDetection: Finding = ({ lifecycle, rows }) => {
  const detected = currentClaim(lifecycle, 'detected')?.at;
  const first = rows.find(({ withdrawn }) => !withdrawn)?.occurredAt;
  if (!detected) return 'When it was detected is not recorded.';
  return first !== undefined && first < detected ? undefined : 'Nothing on the timeline lies before detection.';
};

const isMajor = ({ lifecycle, playbook }: ReviewSource): boolean => {
  const peak = peakSeverity(lifecycle, playbook.severities);
  return (playbook.severities.find(({ id }) => id === peak)?.rank ?? Number.POSITIVE_INFINITY) <= 2;
};

const gapsExplained: Finding = (source) => {
  if (!isMajor(source) || isSectionWritten(source, 'timeline')) return undefined;
  const until = currentClaim(source.lifecycle, 'recovered')?.at ?? source.now;
  const gaps = timelineGaps(source.rows, until, source.playbook.settings.gapMinutes);
  return gaps.length === 0
    ? undefined
    : `${countOf(gaps.length, 'gap')} over ${source.playbook.settings.gapMinutes}m without a word.`;
};

const decisionsReasoned: Finding = ({ timeline }) => {
  const bare = [...timeline.decisions.values()].filter(({ event }) => event.options.length === 0 || !event.because);
  return bare.length === 0 ? undefined : `${countOf(bare.length, 'decision')} without options or a reason.`;
};

const twoFactors: Finding = ({ review }) =>
  review.factors.size >= 2 ? undefined : `${countOf(review.factors.size, 'factor')} so far.`;

const helpNamed: Finding = (source) => {
  const helped = [...source.review.factors.values()].some(({ effect }) => effect === 'made-better');
  return helped || isSectionWritten(source, 'went-well') ? undefined : 'Neither a factor that helped nor section 10.';
};

const actionsComplete: Finding = ({ review }) => {
  const actions = [...review.actions.values()].filter(({ state }) => state !== 'declined');
  if (review.actions.size === 0) return 'No action yet.';
  const bare = actions.filter(({ owner, due }) => !owner || !due);
  return bare.length === 0 ? undefined : `${countOf(bare.length, 'action')} without owner or date.`;
};

const preventAndDetect: Finding = (source) => {
  if (!isMajor(source) || isSectionWritten(source, 'actions')) return undefined;
  const types = new Set([...source.review.actions.values()].map(({ actionType }) => actionType));
  const lacking = (['prevent', 'detect'] as const).filter((type) => !types.has(type));
  return lacking.length === 0 ? undefined : `No action of type ${lacking.join(' or ')}, and no reason written.`;
};

const updatesAttached: Finding = ({ updates }) =>
  updates.sent.size > 0 ? undefined : 'No update is recorded as sent.';

const dataStated: Finding = ({ updates }) =>
  updates.dataStatement ? undefined : 'Nobody has stated what happened to data.';

const missingFor: Readonly<Record<CheckId, Finding>> = {
  milestones: milestonesSet,
  'start-evidence': startHasEvidence,
  'impact-numbers': impactHasNumbers,
  'timeline-start': startsBeforeDetection,
  'timeline-gaps': gapsExplained,
  decisions: decisionsReasoned,
  factors: twoFactors,
  'no-person': nobodySaidSo,
  'what-helped': helpNamed,
  actions: actionsComplete,
  'action-types': preventAndDetect,
  updates: updatesAttached,
  'data-statement': dataStated,
  'outside-approved': nobodySaidSo,
  'outside-reader': nobodySaidSo,
  shared: nobodySaidSo,
};
