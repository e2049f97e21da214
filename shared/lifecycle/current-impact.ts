import { byText } from '../kernel/by-text.ts';
import { given } from '../kernel/given.ts';
import type { Instant } from '../kernel/instant.ts';
import { type ImpactWindow, worstLevel } from './impact-time.ts';
import type { ImpactLevel } from './lifecycle.ts';
import type { ImpactStep, LifecycleState } from './lifecycle-state.ts';

type Impact = Pick<LifecycleState, 'impactSteps' | 'services'>;

/** The level from `at` on, until the next point. */
export interface ImpactPoint {
  readonly at: Instant;
  readonly level: ImpactLevel;
}

/** The level now, or at the moment `at`; undefined while nobody has said one. */
export const impactLevel = (state: Impact, at?: Instant): ImpactLevel | undefined =>
  impactPoints(state).findLast((point) => at === undefined || point.at <= at)?.level;

/** Since when the level has been `none`; undefined while it is not. */
export const goodSince = (state: Impact): Instant | undefined => {
  const points = impactPoints(state);
  const harmed = points.findLastIndex((point) => point.level !== 'none');
  return points[harmed + 1]?.at;
};

/** The latest wording of the impact as users feel it. */
export const impactText = (state: Impact): string | undefined => sortedSteps(state).findLast((step) => step.text)?.text;

/**
 * The reach in numbers that goes with the harm now, or with the last one where there is none any more. A number said of
 * an earlier step is not carried on: "12 % of payments" is wrong once everything is down.
 */
export const impactScope = (state: Impact): string | undefined => {
  const steps = sortedSteps(state);
  return steps.at(-1)?.scope ?? steps.findLast((step) => step.level !== 'none')?.scope;
};

/** Every step in order of time, with what was said of it. */
export const impactCourse = (state: Impact): readonly ImpactStep[] => sortedSteps(state);

/** What was said of the worst level that was reached: the last wording and the last reach given for it. */
export const worstImpact = (
  state: Impact,
): { readonly level: ImpactLevel; text?: string; scope?: string } | undefined => {
  const steps = sortedSteps(state);
  if (steps.length === 0) return undefined;
  const level = worstLevel(steps.map((step) => step.level));
  const atWorst = steps.filter((step) => step.level === level);
  const [text, scope] = [atWorst.findLast((step) => step.text)?.text, atWorst.findLast((step) => step.scope)?.scope];
  return { level, ...given({ text, scope }) };
};

/** The last level that hurt somebody; a relapse is taken to be as bad until somebody says otherwise. */
export const lastHarm = (state: Impact): Exclude<ImpactLevel, 'none'> | undefined =>
  impactPoints(state)
    .map((point) => point.level)
    .findLast((level) => level !== 'none');

/** Windows of the whole incident, then the own windows of every service that has any. */
export const impactWindows = (state: Impact): readonly ImpactWindow[] => {
  const named = new Set(state.impactSteps.flatMap((step) => step.service ?? []));
  const own = [...named].flatMap((service) =>
    toWindows(impactPoints(state, service)).map((window) => ({ ...window, service })),
  );
  return [...toWindows(impactPoints(state)), ...own];
};

/**
 * The level over time, of one service or of the whole. A step without a service speaks for all of them; the whole is as
 * bad as the worst service.
 */
export const impactPoints = (state: Impact, service?: string): readonly ImpactPoint[] => {
  let whole: ImpactLevel | undefined;
  let own = new Map<string, ImpactLevel>();
  const points: ImpactPoint[] = [];
  for (const step of sortedSteps(state)) {
    if (step.service) own.set(step.service, step.level);
    else [whole, own] = [step.level, new Map()];
    const level = service ? (own.get(service) ?? whole) : worst(state.services, own, whole);
    const last = points.at(-1);
    if (last?.at === step.at) points.pop();
    if (level && points.at(-1)?.level !== level) points.push({ at: step.at, level });
  }
  return points;
};

const worst = (services: readonly string[], own: ReadonlyMap<string, ImpactLevel>, whole: ImpactLevel | undefined) => {
  // Once every service has a level of its own, what was said of the whole is spoken for.
  const rest = services.length > 0 && services.every((service) => own.has(service)) ? undefined : whole;
  const levels = rest ? [...own.values(), rest] : [...own.values()];
  return levels.length > 0 ? worstLevel(levels) : undefined;
};

const toWindows = (points: readonly ImpactPoint[]): readonly ImpactWindow[] =>
  points.flatMap(({ at, level }, index) => {
    if (level === 'none') return [];
    const next = points[index + 1];
    return [next ? { from: at, to: next.at, level } : { from: at, level }];
  });

// Stable: of two steps at one moment the one applied later counts.
const sortedSteps = (state: Impact): readonly ImpactStep[] => state.impactSteps.toSorted(byText(({ at }) => at));
