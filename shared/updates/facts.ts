import type { Instant } from '../kernel/instant.ts';
import type { Facts } from './fact.ts';
import { type FactContext, type TypedFacts, zoneOf } from './fact-context.ts';
import { afterFacts } from './facts-after.ts';
import { disasterFacts } from './facts-disaster.ts';
import { incidentFacts } from './facts-incident.ts';
import { measureFacts } from './facts-measures.ts';
import { situationFacts } from './facts-situation.ts';
import { workFacts } from './facts-work.ts';
import type { UpdatesInput } from './updates-input.ts';

/** Every fact that a text for this audience may hold, filled from the record or missing with what to say instead. */
export const projectFacts = (input: UpdatesInput, audience: string, now: Instant, typed: TypedFacts = {}): Facts => {
  const context: FactContext = { input, audience, now, typed, zone: zoneOf(input, audience) };
  const groups = [incidentFacts, situationFacts, workFacts, measureFacts, disasterFacts, afterFacts];
  return new Map(groups.flatMap((group) => group(context)).map((fact) => [fact.name, fact]));
};
