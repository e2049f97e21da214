import { hoursToMs } from '../kernel/duration.ts';
import { elapsedMs } from '../kernel/instant.ts';
import { currentClaim } from '../lifecycle/current-claim.ts';
import type { PlaceholderName } from '../playbook/placeholders.ts';
import { isRunning, type LintCheck, type LintContext, places } from './lint-check.ts';

const oldUnknownMs = hoursToMs(2);

/** What a good update must have (domain.md 5.3). Words are looked for in English: a hint to look, not a judge. */
export const contentChecks: readonly LintCheck[] = [
  {
    code: 'impact',
    passed: 'Says what users feel',
    applies: ({ audience }) => audience !== 'regulator',
    find: (context) =>
      holdsFact(context, ['impact', 'impactPublic', 'symptoms', 'scope']) || impactWords.test(body(context))
        ? []
        : [{ message: 'It does not say what users feel. Name what fails or is slow for them.' }],
  },
  {
    code: 'known',
    passed: 'Says something that is known',
    applies: ({ audience }) => audience !== 'regulator',
    find: (context) =>
      holdsAnyFact(context) || knownWords.test(body(context))
        ? []
        : [{ message: 'Nothing in it comes from the record. Say one thing that is known.' }],
  },
  {
    code: 'unknown',
    passed: 'Says what is not known yet',
    applies: (context) =>
      ['chat', 'exec', 'public'].includes(context.audience) && isRunning(context) && !isPast(context, 'identified'),
    find: (context) =>
      unknownWords.test(body(context)) ? [] : [{ message: 'The cause is not known, and the text does not say so.' }],
  },
  {
    code: 'doing',
    passed: 'Says what is being done',
    applies: (context) => context.audience !== 'regulator' && isRunning(context),
    find: (context) =>
      doingWords.test(body(context)) ? [] : [{ message: 'It does not say what we do about it. One verb is enough.' }],
  },
  {
    code: 'reach-number',
    passed: 'Gives a number for reach',
    applies: (context) =>
      ['exec', 'support', 'public'].includes(context.audience) && isRunning(context) && isPast(context, 'triaged'),
    find: (context) => {
      if (holdsFact(context, ['scope', 'scopePublic']) || hasNumber(context)) return [];
      const [vague] = places(context.text, /\b(?:some|several|many|a few) \p{L}+|number not yet known/giu);
      const message = vague ? `"${vague.found}" stands in for a number.` : 'No number says how many are affected.';
      return [{ message, ...(vague && { range: vague.range }) }];
    },
  },
  {
    code: 'data-statement',
    passed: 'Data statement present',
    applies: ({ input, audience }) =>
      audience !== 'regulator' &&
      input.lifecycle.closure === undefined &&
      (currentClaim(input.lifecycle, 'recovered') !== undefined ||
        (input.updates.dataStatement !== undefined && input.updates.dataStatement.event.data !== 'none')),
    find: ({ text }) =>
      /\bdata\b/i.test(text) ? [] : [{ message: 'Say whether data was affected, also when it was not.' }],
  },
  {
    code: 'old-unknown',
    passed: 'No unknown older than 2h left out',
    applies: (context) => context.audience !== 'regulator' && isRunning(context),
    find: ({ input, now, text }) => {
      const unknown = input.updates.facts.get('unknown');
      if (!unknown || elapsedMs(unknown.at, now) <= oldUnknownMs || mentions(text, unknown.text)) return [];
      return [{ message: `"${unknown.text}" is unknown for over 2 h and not mentioned.` }];
    },
  },
  {
    code: 'same-text',
    passed: 'Differs from the last update',
    applies: ({ last }) => last !== undefined,
    find: ({ text, last }) =>
      last && bare(text) === bare(last.text)
        ? [{ message: `Same text as update ${last.n}. Say what was tried since, or use the no-change text.` }]
        : [],
  },
  {
    code: 'placeholder',
    passed: 'No placeholder left',
    applies: () => true,
    find: ({ text, facts }) => [
      ...places(text, /\{\{[^{}]*\}\}|\{not set\}/g).map(({ found, range }) => ({
        message: `${found} is not filled in.`,
        range,
      })),
      ...blockedPlaces(text, facts),
    ],
  },
];

const impactWords =
  /\b(?:notice|effect|affect|cannot|can't|unable|fail|slow|error|delay|unavailable|down\b|degrad|outage|lost|wrong|double|charge|normal|recover|restor|come back|came back|users will see|impact|report)/i;
const knownWords = /\b(?:known|no effect|found|in place|applied|normal|restored|decided)\b/i;
const unknownWords =
  /\b(?:unknown|not (?:yet )?known|look(?:ing)? (?:into|for)|investigat|being assessed|confirming|checking|unclear|assessing|under investigation)/i;
const doingWords =
  /\b(?:look(?:ing)? (?:into|for)|investigat|work|repair|fix|watch|monitor|check(?:s|ed|ing)?\b|restor|plan|direction|decid|option|roll|keep|we are|we will|on it|retry|assess|commands|confirming)/i;

// The status word alone says neither what is done nor what is open.
const body = ({ text }: LintContext): string =>
  text.replace(/^(?:Investigating|Identified|Monitoring|Resolved)\.\s*/, '');

const isPast = ({ input }: LintContext, milestone: 'triaged' | 'identified') =>
  [milestone, 'identified' as const, 'fixed' as const].some((one) => currentClaim(input.lifecycle, one) !== undefined);

const holdsFact = ({ text, facts }: LintContext, names: readonly PlaceholderName[]): boolean =>
  names.some((name) => {
    const fact = facts.get(name);
    return fact?.kind === 'filled' && fact.value !== '' && text.includes(fact.value.replace(/\.$/, ''));
  });

// The next time is a promise, not something known.
const holdsAnyFact = (context: LintContext): boolean =>
  [...context.facts.keys()].some((name) => name !== 'nextUpdateAt' && holdsFact(context, [name]));

/** A figure that is no time, date, duration, severity or id. */
const hasNumber = ({ text, input }: LintContext): boolean =>
  /\d|\b(?:all|every|half|nobody|none|two|three|four|five)\b/i.test(
    text
      .replaceAll(input.id, '')
      .replace(/\bSEV\d\b|\d{1,2}:\d{2}(?::\d{2})?|\b\d+[smhd]\b|\b\d{1,2} \p{Lu}\p{Ll}{2} \d{4}\b/gu, ''),
  );

const mentions = (text: string, unknown: string): boolean => {
  const words = (unknown.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter(
    (word) => !/^(?:whether|which|what)$/.test(word),
  );
  return words.length === 0 || words.some((word) => text.toLowerCase().includes(word));
};

/** Without the next time, spacing and case: a new promise alone makes no new text. */
const bare = (text: string): string =>
  text
    .replace(/next update by [^.]*\.?/i, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

const blockedPlaces = (text: string, facts: LintContext['facts']) =>
  [...facts.values()].flatMap((fact) => {
    if (fact.kind === 'filled' || fact.policy !== 'blocked') return [];
    const start = text.indexOf(`[${fact.text}]`);
    if (start < 0) return [];
    return [{ message: `A fact is missing: ${fact.text}.`, range: { start, end: start + fact.text.length + 2 } }];
  });
