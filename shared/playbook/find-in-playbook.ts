import type { AudienceId, Cadence, ChecklistItem, ChecklistPhase, Person, Playbook } from './playbook.ts';

/** How often `audience` hears of an incident; 'none' for regulators (clocks of their own) and unknown severities. */
export const findCadence = (
  { severities }: Pick<Playbook, 'severities'>,
  severityId: string,
  audience: AudienceId,
): Cadence => {
  if (audience === 'regulator') return { kind: 'none' };
  return severities.find(({ id }) => id === severityId)?.cadence[audience] ?? { kind: 'none' };
};

/** In playbook order; empty where the role has nothing to do in that phase. */
export const findChecklist = (
  { checklists }: Pick<Playbook, 'checklists'>,
  roleId: string,
  phase: ChecklistPhase,
): readonly ChecklistItem[] => checklists.filter((item) => item.role === roleId && item.phase === phase);

/** The id itself for a role that this playbook no longer has: an old incident still names it. */
export const findRoleName = ({ roles }: Pick<Playbook, 'roles'>, roleId: string): string =>
  roles.find(({ id }) => id === roleId)?.name ?? roleId;

/** As `findRoleName`, for an audience. */
export const findAudienceName = ({ audiences }: Pick<Playbook, 'audiences'>, audience: string): string =>
  audiences.find(({ id }) => id === audience)?.name ?? audience;

/** As `findRoleName`, for a factor: `prevent.resilience.failover` reads "Prevent, failover". */
export const findFactorWords = ({ factors }: Pick<Playbook, 'factors'>, factorId: string): string =>
  factors.find(({ id }) => id === factorId)?.words ?? factorId;

/**
 * Everyone whose first name, full name or id begins with `handle` (with or without `@`), whole matches first, then
 * in call order. Case, accents, spaces, dots, dashes and underscores do not count: `@ann.lee`, `@annlee`, `@ANN`.
 */
export const findPeople = ({ people }: Pick<Playbook, 'people'>, handle: string): readonly Person[] =>
  rankPeople(people, handle).map(({ person }) => person);

/** The one person meant: the only whole match, else the only prefix match. Undefined when nobody or several fit. */
export const findPersonByHandle = ({ people }: Pick<Playbook, 'people'>, handle: string): Person | undefined => {
  const ranked = rankPeople(people, handle);
  const whole = ranked.filter(({ isWhole }) => isWhole);
  const candidates = whole.length > 0 ? whole : ranked;
  return candidates.length === 1 ? candidates[0]?.person : undefined;
};

interface RankedPerson {
  readonly person: Person;
  readonly isWhole: boolean;
}

const rankPeople = (people: readonly Person[], handle: string): readonly RankedPerson[] => {
  const wanted = fold(handle.trim().replace(/^@/, ''));
  if (wanted === '') return [];
  return people
    .map((person) => ({ person, names: handlesOf(person) }))
    .filter(({ names }) => names.some((name) => name.startsWith(wanted)))
    .map(({ person, names }) => ({ person, isWhole: names.includes(wanted) }))
    .sort((a, b) => Number(b.isWhole) - Number(a.isWhole) || callOrder(a.person) - callOrder(b.person));
};

const handlesOf = ({ id, name }: Person): readonly string[] =>
  [id, name, name.trim().split(/\s+/)[0] ?? ''].map(fold).filter((folded) => folded !== '');

const callOrder = ({ escalation }: Person) => escalation ?? Number.MAX_SAFE_INTEGER;

// toLowerCase, not its locale kin: the same handle must find the same person on a Turkish device.
const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s._-]/g, '');
