import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDraft } from '../../../shared/kernel/published.ts';
import { evolveRoles } from '../../../shared/roles/evolve-roles.ts';
import type { RolesEvent } from '../../../shared/roles/roles-events.ts';
import type { RolesDraft } from '../../../shared/roles/roles-state.ts';
import { assigned, givenRoles, joined, offered } from '../../support/roles-builders.ts';
import { applied, at, id } from '../../support/timeline-builders.ts';

const clock = fc.constantFrom('09:00', '09:30', '10:00', '10:30');
const person = fc.constantFrom('Ann Lee', 'ann lee', 'Bob Ray');
const role = fc.constantFrom('ic', 'lead');
const anyEvent: fc.Arbitrary<RolesEvent> = fc.oneof(
  fc.tuple(role, fc.oneof(person, fc.constant('')), clock).map(([r, p, c]) => assigned(r, p, c)),
  fc.tuple(person, clock).map(([p, c]) => joined(p, c)),
  fc
    .tuple(person, clock)
    .map(([p, c]) => ({ type: 'PersonLeft' as const, id: id('left'), occurredAt: at(c), person: p })),
  clock.map((c) => offered({ occurredAt: at(c) })),
  clock.map((c) => ({
    ...{ type: 'HandoffAccepted' as const, id: id('accepted'), occurredAt: at(c), offer: id('offer') },
    ...{ role: 'ic', from: 'Ann Lee', to: 'Bob Ray', risksReadBack: [] },
  })),
  clock.map((c) => ({ type: 'HandoffCancelled' as const, id: id('cancelled'), occurredAt: at(c), offer: id('offer') })),
  clock.map((c) => ({
    type: 'ChecklistItemDone' as const,
    id: id('done'),
    occurredAt: at(c),
    item: 'ic.detect.1',
    text: 'x',
  })),
  clock.map((c) => ({
    type: 'ChecklistItemUndone' as const,
    id: id('undone'),
    occurredAt: at(c),
    item: 'ic.detect.1',
    text: 'x',
  })),
);
const anyEvents = fc.array(anyEvent, { maxLength: 20 });

describe('applying events', () => {
  it('[RO25] whatever the order and the instants, nobody overlaps in a role and time never runs backwards', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const { tenures, roster } = givenRoles(...events);
        for (const name of ['ic', 'lead']) {
          const spans = tenures.filter((tenure) => tenure.role === name);
          for (const [index, { since, until }] of spans.entries()) {
            const next = spans[index + 1];
            if (until !== undefined) expect(since < until).toBe(true);
            if (next) expect(until !== undefined && until <= next.since).toBe(true);
          }
        }
        for (const { joinedAt, leftAt } of roster) expect(leftAt === undefined || joinedAt <= leftAt).toBe(true);
        const here = roster.filter(({ leftAt }) => leftAt === undefined).map((span) => span.person.toLowerCase());
        expect(new Set(here).size).toBe(here.length);
      }),
    );
  });

  it('[RO26] leaves an older published state as it was', () => {
    fc.assert(
      fc.property(anyEvents, anyEvent, (events, last) => {
        const published = givenRoles(...events);
        const before = structuredClone(published);
        evolveRoles(toDraft<RolesDraft>(published), last, applied());
        expect(published).toEqual(before);
      }),
    );
  });

  it('[RO27] a change recorded later counts from its own instant on, also when that lies back', () => {
    expect(
      givenRoles(
        assigned('ic', 'Ann Lee', '09:00'),
        assigned('ic', 'Bob Ray', '10:00'),
        assigned('ic', 'Cy Fox', '09:30'),
      ).tenures,
    ).toEqual([
      { role: 'ic', person: 'Ann Lee', since: at('09:00'), until: at('09:30') },
      { role: 'ic', person: 'Cy Fox', since: at('09:30') },
    ]);
  });

  it('[RO28] leaves an event of a type from a later version alone', () => {
    const unknown = { type: 'RoleRenamed', id: id('x'), occurredAt: at('10:00') } as unknown as RolesEvent;
    expect(givenRoles(joined('Ann Lee'), unknown)).toEqual(givenRoles(joined('Ann Lee')));
  });
});
