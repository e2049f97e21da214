import { findRoleName } from '../playbook/find-in-playbook.ts';
import type { Playbook } from '../playbook/playbook.ts';
import type { RolesState } from '../roles/roles-state.ts';
import type { ReviewSection } from './review-events.ts';
import { findSectionKind } from './review-sections.ts';

/** A place in a text that judges or names a person, and what to write instead. */
export interface BlameHint {
  /** Offsets in the text, in UTF-16 units, end excluded. */
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly hint: string;
}

const verdicts: readonly (readonly [pattern: string, hint: string])[] = [
  ['(?:human|operator|user|pilot) error', 'is a verdict. Say what made the slip likely.'],
  ['root causes?', 'There is never one. Name contributing factors.'],
  ['(?:should|could|ought to) have', 'judges from afterwards. Say what was known then.'],
  ['failed to', 'judges. Say what happened, and how it made sense then.'],
  ['(?:at|to|whose|his|her|their) (?:fault|blame)|blamed?(?: on)?', 'looks for who. Ask what and how.'],
  ['careless(?:ly|ness)?|negligent|negligence|sloppy|lazy|stupid|incompeten(?:t|ce)', 'judges a person. Leave it out.'],
  ['forgot(?:ten)?(?: to)?', 'makes memory a control. Say what should have reminded people.'],
  ['obvious(?:ly)?|simply|just had to', 'was not so then. Say what could be seen.'],
  ["did(?:n't| not) (?:bother|care|pay attention)", 'judges a person. Say what held the attention.'],
];

const verdictPatterns = verdicts.map(([pattern, hint]) => ({ pattern: toWordPattern(pattern, 'giu'), hint }));

export interface KnownName {
  readonly name: string;
  /** What to write in its place: "the Incident Commander". */
  readonly role: string;
}

/** Hints for one section, in order of place; names only where the section speaks of roles (domain.md 7.1). */
export const blameHints = (text: string, section: ReviewSection, names: readonly KnownName[]): readonly BlameHint[] => {
  const hints = verdictPatterns.flatMap(({ pattern, hint }) => find(text, pattern, (words) => `"${words}" ${hint}`));
  const named = findSectionKind(section).blameless
    ? names.flatMap(({ name, role }) =>
        find(
          text,
          toWordPattern(escapePattern(name), 'gu'),
          (words) => `Write "${role}" for ${words}: roles, not names, stand here.`,
        ),
      )
    : [];
  return withoutOverlaps([...hints, ...named].sort((a, b) => a.from - b.from || b.to - a.to));
};

/** Everyone who held a role or stood on the roster, with full and first names. */
export const namesOfIncident = (roles: RolesState, playbook: Pick<Playbook, 'roles'>): readonly KnownName[] => {
  const people = new Map<string, string>();
  for (const { person } of roles.roster) people.set(person, 'the Resolution Team');
  for (const { person, role } of roles.tenures) if (person) people.set(person, `the ${findRoleName(playbook, role)}`);
  return [...people].flatMap(([person, role]) => {
    const first = person.trim().split(/\s+/)[0] ?? '';
    // Shorter ones are more often a word than a person.
    return [...new Set([person.trim(), first])].filter((name) => name.length >= 3).map((name) => ({ name, role }));
  });
};

const find = (text: string, pattern: RegExp, toHint: (words: string) => string): readonly BlameHint[] =>
  [...text.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    words: match[0],
    hint: toHint(match[0]),
  }));

const withoutOverlaps = (hints: readonly BlameHint[]): readonly BlameHint[] => {
  let end = 0;
  return hints.filter(({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  });
};

// Word ends by letters and digits of any script: \b knows only those of English.
function toWordPattern(pattern: string, flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, flags);
}

const escapePattern = (name: string) => name.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
