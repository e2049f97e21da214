import { describe, expect, it } from 'vitest';
import { assigned, decided, givenRoles, joined, offered, whenRoles } from '../../support/roles-builders.ts';
import { at, id, refusalOf } from '../../support/timeline-builders.ts';

const offer = (to: string, role = 'ic') => ({ type: 'OfferHandoff', role, to }) as const;
const accept = (person: string) => ({ type: 'AcceptHandoff', offer: id('offer'), person }) as const;
const cancel = { type: 'CancelHandoff', offer: id('offer') } as const;
const commanded = [assigned('ic', 'Ann Lee'), joined('Ann Lee'), joined('Bob Ray')];

describe('offering', () => {
  it('[HO1] says from whom to whom, with the risks, and moves nothing', () => {
    const events = decided(whenRoles(givenRoles(...commanded), { ...offer('Bob Ray'), risks: ['replica lag'] }));
    expect(events).toEqual([
      {
        type: 'HandoffOffered',
        id: 'new-1',
        occurredAt: at('10:31'),
        role: 'ic',
        from: 'Ann Lee',
        to: 'Bob Ray',
        risks: ['replica lag'],
      },
    ]);
    expect(givenRoles(...commanded, ...events).tenures).toEqual([
      { role: 'ic', person: 'Ann Lee', since: at('09:05') },
    ]);
  });

  it('[HO2] an open role is offered by whoever has its duties', () => {
    expect(decided(whenRoles(givenRoles(...commanded), offer('Cy Fox', 'scribe')))).toMatchObject([
      { from: 'Ann Lee' },
    ]);
    expect(decided(whenRoles(givenRoles(), offer('Cy Fox')))).toMatchObject([{ from: '' }]);
  });

  it('[HO3] a newer offer of the same role cancels the older', () => {
    const state = givenRoles(...commanded, offered(), offered({ id: id('o2'), role: 'lead' }));
    expect(decided(whenRoles(state, offer('Cy Fox')))).toMatchObject([
      { type: 'HandoffCancelled', offer: 'offer' },
      { type: 'HandoffOffered', to: 'Cy Fox' },
    ]);
  });

  it('[HO4] refuses nobody, the holder, the team and an unknown role', () => {
    const state = givenRoles(...commanded);
    expect(refusalOf(whenRoles(state, offer(' ')))).toBe('handoff.no-name');
    expect(refusalOf(whenRoles(state, offer('ann lee')))).toBe('handoff.holds-already');
    expect(refusalOf(whenRoles(state, offer('Bob Ray', 'team')))).toBe('handoff.team');
    expect(refusalOf(whenRoles(state, offer('Bob Ray', 'pilot')))).toBe('role.unknown');
  });
});

describe('accepting', () => {
  it('[HO5] only the person named can accept; case and spaces around do not matter', () => {
    const state = givenRoles(...commanded, offered());
    expect(refusalOf(whenRoles(state, accept('Cy Fox')))).toBe('handoff.other-person');
    expect(refusalOf(whenRoles(state, accept('')))).toBe('handoff.other-person');
    expect(decided(whenRoles(state, { ...accept(' bob ray '), risksReadBack: ['replica lag'] }))).toEqual([
      {
        type: 'HandoffAccepted',
        id: 'new-1',
        occurredAt: at('10:31'),
        offer: 'offer',
        role: 'ic',
        from: 'Ann Lee',
        to: 'Bob Ray',
        risksReadBack: ['replica lag'],
      },
    ]);
  });

  it('[HO6] ends one tenure and begins the next at one instant, without gap or overlap', () => {
    const before = [...commanded, offered()];
    const events = decided(whenRoles(givenRoles(...before), accept('Bob Ray')));
    expect(givenRoles(...before, ...events).tenures).toEqual([
      { role: 'ic', person: 'Ann Lee', since: at('09:05'), until: at('10:31') },
      { role: 'ic', person: 'Bob Ray', since: at('10:31') },
    ]);
  });

  it('[HO7] puts the new holder on the roster', () => {
    const state = givenRoles(...commanded, offered({ to: 'Cy Fox' }));
    expect(decided(whenRoles(state, accept('Cy Fox')))[1]).toMatchObject({ type: 'PersonJoined', person: 'Cy Fox' });
  });

  it('[HO8] refuses what is unknown, accepted, cancelled or earlier than the offer', () => {
    expect(refusalOf(whenRoles(givenRoles(...commanded), accept('Bob Ray')))).toBe('handoff.unknown');
    const waiting = givenRoles(...commanded, offered());
    expect(refusalOf(whenRoles(waiting, { ...accept('Bob Ray'), at: at('10:19') }))).toBe('handoff.before-offer');
    const accepted = givenRoles(...commanded, offered(), ...decided(whenRoles(waiting, accept('Bob Ray'))));
    const cancelled = givenRoles(...commanded, offered(), ...decided(whenRoles(waiting, cancel)));
    for (const command of [accept('Bob Ray'), cancel]) {
      expect(refusalOf(whenRoles(accepted, command))).toBe('handoff.accepted');
      expect(refusalOf(whenRoles(cancelled, command))).toBe('handoff.cancelled');
    }
  });

  it('[HO9] accepted on one device and cancelled on another: the acceptance stands, in both orders', () => {
    const waiting = givenRoles(...commanded, offered());
    const [acceptance] = decided(whenRoles(waiting, accept('Bob Ray')));
    const [cancellation] = decided(whenRoles(waiting, cancel));
    if (!acceptance || !cancellation) expect.fail('nothing decided');
    for (const order of [
      [acceptance, cancellation],
      [cancellation, acceptance],
    ]) {
      const state = givenRoles(...commanded, offered(), ...order);
      expect(state.offers.get(id('offer'))?.state).toBe('accepted');
      expect(state.tenures.at(-1)?.person).toBe('Bob Ray');
    }
  });
});
