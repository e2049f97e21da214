import { formatLimit } from '../kernel/duration.ts';
import type { Instant } from '../kernel/instant.ts';
import { currentClaim } from '../lifecycle/current-claim.ts';
import type { Milestone, PublicStatus } from '../lifecycle/lifecycle.ts';
import { projectMetricRecord } from '../lifecycle/metric-record.ts';
import { publicStatus } from '../lifecycle/public-status.ts';
import { currentSeverity } from '../lifecycle/severity.ts';
import type { Situation, Template } from '../playbook/playbook.ts';
import { cadenceOf, intervalMs, stretchDecision } from './cadence.ts';
import { offeredNextTime } from './due.ts';
import type { Facts } from './fact.ts';
import { lastSent } from './fact-context.ts';
import { projectFacts } from './facts.ts';
import { type Rendered, render } from './render.ts';
import { detectedAtOf, type UpdatesInput } from './updates-input.ts';

export interface DraftChoice {
  /** Overrules what the record suggests. */
  readonly situation?: Situation;
  readonly nextUpdateAt?: Instant;
  /** Ends with "This is the last update." in place of a next time. */
  readonly last?: boolean;
}

export interface Draft {
  readonly audience: string;
  readonly situation: Situation;
  readonly rendered: Rendered;
  readonly facts: Facts;
  /** The word that a public text opens with. */
  readonly publicStatus?: PublicStatus;
  /** What the text promises; missing where it promises nothing. */
  readonly promisedAt?: Instant;
  /** True for the update after which this audience's clock stops. */
  readonly closing: boolean;
  /** Other texts that fit now, for the composer to offer: always "no change" once something was sent. */
  readonly alternatives: readonly Situation[];
}

/**
 * The text for the last milestone that holds, never for the running phase; "no change" when this audience got that
 * one already (domain.md 5.4). Undefined where the playbook has no such text for the audience.
 */
export const draftUpdate = (
  input: UpdatesInput,
  audience: string,
  now: Instant,
  choice: DraftChoice = {},
): Draft | undefined => {
  const situation = choice.situation ?? suggestedSituation(input, audience);
  const template = templateOf(input, audience, situation);
  if (!template) return undefined;
  const ends = isOver(input) || choice.last === true;
  const promisedAt = ends ? undefined : (choice.nextUpdateAt ?? offeredNextTime(input, audience, now));
  const facts = projectFacts(input, audience, now, promisedAt ? { nextUpdateAt: promisedAt } : {});
  const word = audience === 'public' ? statusWord(input, template) : undefined;
  const rendered = render(
    {
      text: [template.text, ...disasterBlock(input, audience, situation)].join('\n'),
      publicWord: word,
      tail: tailOf(input, audience, now, { ends, last: choice.last === true, promises: promisedAt !== undefined }),
    },
    facts,
  );
  return {
    audience,
    situation,
    rendered,
    facts,
    ...(audience === 'public' && { publicStatus: statusOf(input) }),
    ...(promisedAt && { promisedAt }),
    closing: ends,
    alternatives: alternativesTo(situation, input, audience),
  };
};

/** The milestone text that the record calls for, whether or not the audience got it. */
const recordedSituation = (input: UpdatesInput): Situation => {
  const { lifecycle } = input;
  if (lifecycle.closure && lifecycle.closure.as !== 'merged') return 'false-alarm';
  // A relapse ends the diagnosis, the fix and the recovery; what was assessed before it is no news after it.
  const since = lifecycle.reopenings.at(-1)?.recordedAt ?? '';
  const reached = (milestone: Milestone) => {
    const claim = currentClaim(lifecycle, milestone);
    return claim !== undefined && (milestone !== 'triaged' || claim.recordedAt > since);
  };
  const milestone = (['resolved', 'recovered', 'fixed', 'identified', 'triaged'] as const).find(reached);
  return milestone ?? (since ? 'relapse' : 'detected');
};

/** What this audience should hear now. */
export const suggestedSituation = (input: UpdatesInput, audience: string): Situation => {
  if (audience === 'regulator') return regulatorSituation(input);
  const situation = recordedSituation(input);
  return wasSent(input, audience, situation) ? 'no-change' : situation;
};

const regulatorSituation = ({ updates }: UpdatesInput): Situation => {
  const sent = new Set([...updates.sent.values()].filter(isFor('regulator')).map(({ event }) => event.situation));
  if (sent.has('regulator-notification')) return 'regulator-final';
  return sent.has('regulator-early') ? 'regulator-notification' : 'regulator-early';
};

const isFor =
  (audience: string) =>
  ({ event }: { readonly event: { readonly audience: string } }) =>
    event.audience === audience;

/** Sent, not taken back, and not before the milestone was withdrawn or the incident came back. */
const wasSent = (input: UpdatesInput, audience: string, situation: Situation): boolean => {
  const since = situationSince(input, situation) ?? '';
  return [...input.updates.sent.values()].some(
    ({ event, retractedBy }) =>
      event.audience === audience && event.situation === situation && !retractedBy && event.occurredAt >= since,
  );
};

const situationSince = ({ lifecycle }: UpdatesInput, situation: Situation): Instant | undefined => {
  if (situation === 'relapse') return lifecycle.reopenings.at(-1)?.at;
  if (situation === 'false-alarm') return lifecycle.closure?.at;
  return isMilestone(situation) ? currentClaim(lifecycle, situation)?.at : undefined;
};

const isMilestone = (situation: Situation): situation is Situation & Milestone =>
  ['detected', 'triaged', 'identified', 'fixed', 'recovered', 'resolved'].includes(situation);

const templateOf = ({ playbook }: UpdatesInput, audience: string, situation: Situation): Template | undefined =>
  playbook.templates.find((template) => template.audience === audience && template.situation === situation);

const alternativesTo = (situation: Situation, input: UpdatesInput, audience: string): readonly Situation[] => {
  const { lifecycle, timeline } = input;
  const fitting: readonly (Situation | false)[] = [
    recordedSituation(input),
    lastSent(input, audience) !== undefined && 'no-change',
    timeline.decisions.size > 0 && 'decision',
    lifecycle.reopenings.length > 0 && lifecycle.status === 'open' && 'relapse',
    lifecycle.declared?.relapseOf !== undefined && 'follows-earlier',
  ];
  return [...new Set(fitting)].filter(
    (other): other is Situation =>
      other !== false && other !== situation && templateOf(input, audience, other) !== undefined,
  );
};

const isOver = ({ lifecycle }: UpdatesInput): boolean => lifecycle.status !== 'open';

const statusOf = ({ id, lifecycle }: UpdatesInput): PublicStatus => publicStatus(projectMetricRecord(id, lifecycle));

// A text of its own situation keeps the word that holds; the review's text is no status any more.
const statusWord = (input: UpdatesInput, { situation, publicWord }: Template): PublicStatus | undefined => {
  if (publicWord) return publicWord;
  return situation === 'no-change' || situation === 'decision' ? statusOf(input) : undefined;
};

/** Chat and executives also hear what a running disaster track says of data and downtime. */
const disasterBlock = (input: UpdatesInput, audience: string, situation: Situation): readonly string[] => {
  const runs = [...input.lifecycle.recoveryTracks.values()].some(({ instants }) => Object.keys(instants).length > 0);
  const block = templateOf(input, audience, 'disaster-block');
  return runs && block && situation !== 'resolved' && situation !== 'disaster-block' ? [block.text] : [];
};

const tailOf = (
  input: UpdatesInput,
  audience: string,
  now: Instant,
  { ends, last, promises }: { readonly ends: boolean; readonly last: boolean; readonly promises: boolean },
): string | undefined => {
  if (last) return 'This is the last update.';
  if (ends || audience === 'regulator') return undefined;
  const { playbook, lifecycle } = input;
  const kind = cadenceOf(playbook, currentSeverity(lifecycle)?.severity, audience).kind;
  if (!promises && kind !== 'interval') return 'Next update when something changes.';
  return [stretchWords(input, audience, now), playbook.nextUpdateLine].filter(Boolean).join(' ');
};

/** A slower cadence is told once, in the first update after the decision (domain.md 5.6). */
const stretchWords = (input: UpdatesInput, audience: string, now: Instant): string => {
  const detectedAt = detectedAtOf(input.lifecycle);
  if (!detectedAt) return '';
  const restartedAt = input.lifecycle.reopenings.at(-1)?.recordedAt;
  const decisions = input.timeline.decisions.values();
  const stretch = stretchDecision(decisions, input.playbook, { detectedAt, restartedAt, sentAt: now });
  const last = lastSent(input, audience);
  if (!stretch || stretch.factor <= 1 || (last && last.occurredAt > stretch.decision.recordedAt)) return '';
  const cadence = cadenceOf(input.playbook, currentSeverity(input.lifecycle)?.severity, audience);
  const every = formatLimit(intervalMs(cadence, input.playbook) * stretch.factor);
  return cadence.kind === 'interval' ? `From now on we write every ${every}.` : '';
};
