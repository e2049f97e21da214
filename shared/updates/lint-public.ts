import { zoneName } from '../kernel/zone.ts';
import { currentClaim } from '../lifecycle/current-claim.ts';
import { impactLevel } from '../lifecycle/current-impact.ts';
import { publicWords } from '../playbook/playbook.ts';
import { escapePattern, type Finding, type LintCheck, type LintContext, places } from './lint-check.ts';

const isPublic = ({ audience }: LintContext) => audience === 'public';
const removal = { label: 'Remove the words', replacement: '' };

/** What a public text must not have (domain.md 5.3). */
export const publicChecks: readonly LintCheck[] = [
  {
    code: 'internals',
    passed: 'No names, hosts, blame or guesses at cause',
    applies: isPublic,
    find: (context) => [
      ...nameFindings(context),
      ...hostFindings(context),
      ...wordFindings(context, 'blame', blameWords, 'reads as blame. Say what happens, not who did it.'),
      ...wordFindings(context, 'guess', guessWords, 'is a guess. Guesses stay in the chat.'),
      ...causeFindings(context),
    ],
  },
  {
    code: 'end-time',
    passed: 'Promises no end time',
    applies: isPublic,
    find: (context) =>
      endTimeDecided(context)
        ? []
        : places(withoutPromise(context.text), endTimes).map(({ found, range }) => ({
            message: `"${found}" promises an end time. Public texts give none unless command has decided so.`,
            range,
            fix: removal,
          })),
  },
  {
    code: 'tone',
    passed: 'Calm and plain',
    applies: isPublic,
    find: (context) => wordFindings(context, 'tone', toneWords, 'is not calm and plain.'),
  },
  {
    code: 'acronym',
    passed: 'No acronyms',
    applies: isPublic,
    find: (context) => acronymFindings(context),
  },
  {
    code: 'apology',
    passed: 'Apologises once, at restore',
    applies: isPublic,
    find: (context) => apologyFindings(context),
  },
  {
    code: 'status-word',
    passed: 'Status word fits the milestones',
    applies: (context) => isPublic(context) && !/^(?:correction|we take back|what happened)/i.test(context.text),
    find: ({ text, status }) => {
      const first = /^\p{L}+/u.exec(text)?.[0];
      if (first === status) return [];
      const known = publicWords.find((word) => word === first);
      if (!known || !first) return [{ message: `It does not open with the status word "${status}".` }];
      const range = { start: 0, end: first.length };
      return [{ message: `The record says ${status}.`, range, fix: { label: `Write ${status}`, replacement: status } }];
    },
  },
  {
    code: 'outage',
    passed: 'Calls no degradation an outage',
    applies: (context) => isPublic(context) && impactLevel(context.input.lifecycle) === 'degraded',
    find: ({ text }) =>
      places(text, /\boutages?\b/gi).map(({ found, range }) => ({
        message: `"${found}": service is degraded, not out.`,
        range,
        fix: { label: 'Write degraded service', replacement: 'degraded service' },
      })),
  },
];

const blameWords =
  /\b(?:blame\w*|at fault|fault of|mistake by|forgot\w*|human error|careless\w*|negligen\w*|our (?:provider|vendor|supplier)(?:'s)?)\b/gi;
const guessWords =
  /\b(?:probably|likely|maybe|perhaps|presumably|possibly|we (?:think|believe|suspect|guess|assume)|(?:seems?|appears?) to be)\b/gi;
const causeWords = /\b(?:because of|caused by|due to|root cause|as a result of)\b/gi;
const toneWords = /!|\p{Extended_Pictographic}|\b(?:oops|whoops|lol|obviously|of course|as usual|yet again)\b/giu;
const endTimes =
  /\b(?:within|in)(?: the| about| around| under)?(?: next)?(?: (?:an?|half an|\d+|one|two|three|few|couple of))? (?:minutes?|mins?|hours?|days?)\b|\b(?:by|before|until) (?:\d{1,2}:\d{2}|noon|midnight|tonight|tomorrow|the end of the day)\b|\b(?:shortly|very soon|any minute|ETA)\b/gi;
const hosts =
  /\b(?:\d{1,3}\.){3}\d{1,3}\b|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:local|internal|lan|corp|svc|cluster)\b|\b(?:[a-z0-9]+-)+(?:db|api|svc|prod|cache|web|node|host|server|\d+)\b|\b(?:db|web|app|api|node|host|srv|vm)\d+\b|\b[a-z0-9]+(?:_[a-z0-9]+)+\b/g;

const wordFindings = ({ text }: LintContext, code: string, words: RegExp, message: string): readonly Finding[] =>
  places(text, words).map(({ found, range }) => ({ code, message: `"${found}" ${message}`, range }));

const causeFindings = (context: LintContext): readonly Finding[] =>
  currentClaim(context.input.lifecycle, 'identified')
    ? []
    : wordFindings(context, 'cause', causeWords, 'claims a cause, and none is identified.');

const nameFindings = ({ text, input }: LintContext): readonly Finding[] => {
  const { playbook, roles } = input;
  const people = new Set([
    ...playbook.people.map(({ name }) => name),
    ...roles.tenures.map(({ person }) => person),
    ...roles.roster.map(({ person }) => person),
  ]);
  const names = [...people].flatMap((person) => [person, ...person.split(/\s+/)]).filter((name) => name.length > 2);
  if (names.length === 0) return [];
  // Longest first, so that a full name is one finding.
  const alternatives = [...new Set(names)].sort((a, b) => b.length - a.length).map(escapePattern);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return places(text, pattern).map(({ found, range }) => ({
    code: 'name',
    message: `"${found}" is a person. Public texts name none.`,
    range,
  }));
};

const hostFindings = ({ text, input }: LintContext): readonly Finding[] => {
  const inside = input.playbook.services
    .filter(({ name, publicName }) => publicName !== undefined && publicName !== name)
    .map(({ name }) => name);
  const named =
    inside.length > 0 ? places(text, new RegExp(`\\b(?:${inside.map(escapePattern).join('|')})\\b`, 'g')) : [];
  return [...places(text, hosts), ...named].map(({ found, range }) => ({
    code: 'host',
    message: `"${found}" is a name from inside. Say what users call it.`,
    range,
  }));
};

const acronymFindings = ({ text, input, facts, zone, now }: LintContext): readonly Finding[] => {
  const components = facts.get('components');
  const outside = `${components?.kind === 'filled' ? components.value : ''} ${input.playbook.org} ${input.id}`;
  const allowed = new Set([
    'UTC',
    'OK',
    'EU',
    'US',
    'UK',
    'FAQ',
    'ID',
    zoneName(now, zone),
    ...(outside.match(/[A-Z0-9]+/g) ?? []),
  ]);
  return places(text, /\b[A-Z][A-Z0-9]{1,5}\b/g)
    .filter(({ found }) => !allowed.has(found) && found !== 'ETA')
    .map(({ found, range }) => ({ message: `"${found}" is an acronym. Spell it out.`, range }));
};

const apologyFindings = ({ text, status, input }: LintContext): readonly Finding[] => {
  const apologies = places(text, /\b(?:sorry|apologi[sz]e|apolog(?:y|ies)|regret)\b/gi);
  const owed = status === 'Resolved' && input.lifecycle.closure === undefined;
  if (owed && apologies.length === 0) return [{ message: 'Service is back: apologise once, plainly.' }];
  return apologies.slice(owed ? 1 : 0).map(({ range }) => ({
    message: owed ? 'One apology is enough.' : 'The apology belongs into the update that says it is over.',
    range,
  }));
};

/** Same length, so that ranges stay true: the promised next time is no end time. */
const withoutPromise = (text: string): string =>
  text.replace(/next update (?:by|at) [^.\n]*/gi, (line) => '\u0000'.repeat(line.length));

const endTimeDecided = ({ input }: LintContext): boolean =>
  [...input.timeline.decisions.values()].some(({ event }) =>
    /\b(?:end.?time|estimated? (?:end|time)|ETA|estimate)\b/i.test(`${event.question} ${event.chosen}`),
  );
