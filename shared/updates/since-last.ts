import { byText } from '../kernel/by-text.ts';
import type { Instant } from '../kernel/instant.ts';
import { currentClaim } from '../lifecycle/current-claim.ts';
import { impactLevel } from '../lifecycle/current-impact.ts';
import { isWorse } from '../lifecycle/impact-time.ts';
import type { LifecycleState, MilestoneClaim } from '../lifecycle/lifecycle-state.ts';
import { componentStatus } from '../lifecycle/public-status.ts';
import { currentSeverity } from '../lifecycle/severity.ts';
import { redactedText } from '../record/event.ts';
import { severityRank } from './cadence.ts';
import { clockText, type FactContext, isInside, lastSent } from './fact-context.ts';
import { findingsSince } from './findings-since.ts';

/** Longer lists are for the board, not for a message. */
const longestList = 3;

/**
 * What changed since this audience was last told (before that: since the declaration), the weightiest first. Undefined
 * only when nothing at all was recorded: an audience that may not read the findings still learns that work went on.
 */
export const sinceLast = (context: FactContext): string | undefined => {
  const told = lastSent(context.input, context.audience)?.occurredAt ?? context.input.lifecycle.recordedAt ?? '';
  const isNew = (at: Instant): boolean => at > told && at <= context.now;
  const changes = [...changesSince(context, isNew), ...findingsSince(context, isNew)];
  // Outsiders get few items, and "2 more" would tell them only that something is kept back.
  if (changes.length > 0) return isInside(context.audience) ? shortened(changes) : changes.join('; ');
  const insideContext: FactContext = { ...context, audience: 'chat' };
  const wentOn = changesSince(insideContext, isNew).length + findingsSince(insideContext, isNew).length > 0;
  return wentOn ? 'work went on, nothing new for users' : undefined;
};

/** `A; B; C; and 2 more`. */
export const shortened = (items: readonly string[]): string => {
  const rest = items.length - longestList;
  return `${items.slice(0, longestList).join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`;
};

type IsNew = (at: Instant) => boolean;

const changesSince = (context: FactContext, isNew: IsNew): readonly string[] => [
  ...relapseWords(context.input.lifecycle, isNew),
  ...impactChange(context, isNew),
  ...milestoneChanges(context, isNew),
  ...severityChange(context, isNew),
  ...statedChanges(context, isNew),
];

const relapseWords = ({ reopenings }: LifecycleState, isNew: IsNew): readonly string[] =>
  reopenings.some(({ recordedAt }) => isNew(recordedAt)) ? ['the problem has come back'] : [];

const impactChange = (context: FactContext, isNew: IsNew): readonly string[] => {
  const { lifecycle } = context.input;
  const steps = lifecycle.impactSteps.filter(({ recordedAt }) => isNew(recordedAt));
  const known = lifecycle.impactSteps.filter(({ recordedAt }) => recordedAt <= context.now && !isNew(recordedAt));
  const level = impactLevel(lifecycle);
  const before = impactLevel({ impactSteps: known, services: lifecycle.services });
  const texts = isInside(context.audience)
    ? [newest(steps, 'text'), newest(steps, 'scope')]
    : [feltWords(context, newest(steps, 'text'), isNew), stated(context, 'scopePublic', isNew)];
  const words = texts.filter((text) => text !== undefined).map(withoutEnd);
  if (!level || steps.length === 0 || level === before) return words.length > 0 ? [words.join(', ')] : [];
  return [[levelWords(before, level), ...words].join(', ')];
};

const levelWords = (before: ReturnType<typeof impactLevel>, level: NonNullable<typeof before>): string => {
  if (level === 'none') return 'users see no effect any more';
  const now = `now ${componentStatus(level)}`;
  if (!before) return now;
  return `${isWorse(level, before) ? 'worse' : 'better'}: ${now}, before ${componentStatus(before)}`;
};

const newest = (steps: LifecycleState['impactSteps'], field: 'text' | 'scope'): string | undefined => {
  const text = steps.toSorted(byText(({ at }) => at)).findLast((step) => step[field])?.[field];
  return text === redactedText ? undefined : text;
};

// Where somebody worded the effect for outsiders, no later inside wording may take its place.
const feltWords = (context: FactContext, inside: string | undefined, isNew: IsNew): string | undefined =>
  context.input.updates.facts.get('impactPublic')?.text ? stated(context, 'impactPublic', isNew) : inside;

const insideMilestones = ['failure', 'acknowledged', 'triaged', 'identified', 'fixed', 'recovered'] as const;
const outsideMilestones = ['identified', 'fixed', 'recovered'] as const;

const milestoneChanges = (context: FactContext, isNew: IsNew): readonly string[] => {
  const inside = isInside(context.audience);
  const { lifecycle } = context.input;
  return (inside ? insideMilestones : outsideMilestones).flatMap((milestone): readonly string[] => {
    const claims = lifecycle.claims.get(milestone) ?? [];
    const current = currentClaim(lifecycle, milestone);
    const ended = claims.findLast((claim) => claim.ended && isNew(claim.ended.at));
    if (current && isNews(current, claims, isNew)) return [milestoneNews(milestone, current, context)];
    return ended?.ended && ended.ended.how !== 'relapse' ? [endedWords[ended.ended.how]] : [];
  });
};

// A better instant for a milestone that was told already is no news.
const isNews = (current: MilestoneClaim, claims: readonly MilestoneClaim[], isNew: IsNew): boolean => {
  let first: MilestoneClaim = current;
  for (let earlier: MilestoneClaim | undefined = current; earlier; )
    [first, earlier] = [earlier, claims.find(({ event }) => event === earlier?.replaces)];
  return isNew(first.recordedAt);
};

const milestoneNews = (
  milestone: (typeof insideMilestones)[number],
  { at, estimated }: MilestoneClaim,
  context: FactContext,
): string => {
  const time = `${estimated ? 'about ' : ''}${clockText(at, context)}`;
  switch (milestone) {
    case 'failure':
      return `it began at ${time}`;
    case 'acknowledged':
      return `acknowledged at ${time}`;
    case 'triaged':
      return `extent assessed at ${time}`;
    case 'identified':
      return `what is wrong was found at ${time}`;
    case 'fixed':
      return `a repair is in place since ${time}`;
    case 'recovered':
      return `working normally again since ${time}`;
  }
};

const endedWords = {
  'withdraw-diagnosis': 'what we took for the cause was not it',
  'fix-failed': 'the repair did not hold',
} as const;

const severityChange = ({ audience, input, now }: FactContext, isNew: IsNew): readonly string[] => {
  const { lifecycle, playbook } = input;
  const known = lifecycle.severitySteps.filter(({ recordedAt }) => recordedAt <= now && !isNew(recordedAt));
  const [before, current] = [currentSeverity({ severitySteps: known }), currentSeverity(lifecycle)];
  if (!isInside(audience) || !current || current.severity === before?.severity) return [];
  if (!before) return [`severity set to ${current.severity}`];
  const raised = severityRank(playbook, current.severity) < severityRank(playbook, before.severity);
  return [`severity ${raised ? 'raised' : 'lowered'} from ${before.severity} to ${current.severity}`];
};

const statedChanges = (context: FactContext, isNew: IsNew): readonly string[] => {
  const { dataStatement } = context.input.updates;
  const workaround = stated(context, 'workaround', isNew);
  const data = dataStatement && isNew(dataStatement.recordedAt) ? dataStatement.event : undefined;
  const dataText = data && data.text !== redactedText ? data.text.trim() : '';
  return [
    ...(workaround ? [`workaround: ${withoutEnd(workaround)}`] : []),
    ...(data ? [dataText === '' ? dataWords[data.data] : withoutEnd(dataText)] : []),
  ];
};

const dataWords = {
  none: 'no data was affected',
  possible: 'data may be affected, we are checking',
  confirmed: 'data was affected',
} as const;

const stated = (
  { input }: FactContext,
  field: 'impactPublic' | 'scopePublic' | 'workaround',
  isNew: IsNew,
): string | undefined => {
  const fact = input.updates.facts.get(field);
  return fact && fact.text !== '' && fact.text !== redactedText && isNew(fact.recordedAt) ? fact.text : undefined;
};

const withoutEnd = (text: string): string => text.replace(/[.\s]+$/, '');
