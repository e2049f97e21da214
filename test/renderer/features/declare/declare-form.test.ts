import { describe, expect, it } from 'vitest';
import { clocksThatStart } from '../../../../renderer/features/declare/clocks-that-start.ts';
import { emptyForm, startOf, toCommand } from '../../../../renderer/features/declare/declare-form.ts';
import { earlierIncidents } from '../../../../renderer/features/declare/earlier-incidents.ts';
import type { IncidentSummary } from '../../../../shared/incident/summary.ts';
import { defaultPlaybook } from '../../../../shared/playbook/default-playbook.ts';
import { toInstant } from '../../../support/incident-player.ts';

const now = toInstant('09:07:30');
const form = { ...emptyForm('Ann Lee', 'ann'), title: ' Checkout fails ' };

describe('declaring', () => {
  it('[DC1] a title is enough; whoever types takes command', () => {
    expect(toCommand(form, 'UTC', now, 'digest')).toEqual({
      command: { type: 'DeclareIncident', title: 'Checkout fails', playbook: 'digest', commander: 'Ann Lee' },
    });
    expect(toCommand({ ...form, title: '  ' }, 'UTC', now, 'digest')).toHaveProperty('problem');
  });

  it('[DC2] what an alert noticed is a page, what a person noticed is a report', () => {
    const noticed = { text: '09:04' };
    expect(toCommand({ ...form, noticed, source: 'alert' }, 'UTC', now, 'd')).toMatchObject({
      command: { alertedAt: toInstant('09:04'), detection: { source: 'alert' } },
    });
    expect(toCommand({ ...form, noticed, source: 'customer' }, 'UTC', now, 'd')).toMatchObject({
      command: { reportedAt: toInstant('09:04') },
    });
  });

  it('[DC3] a time that is not understood is asked about and nothing is sent', () => {
    for (const text of ['soon', '09:08'])
      expect(toCommand({ ...form, began: { text } }, 'UTC', now, 'd')).toHaveProperty('problem');
  });

  it('[DC4] the clocks that will start are told before, in the order in which they ring', () => {
    const clocks = clocksThatStart(defaultPlaybook, 'SEV2', toInstant('09:04')).map(({ label, at }) => [
      label,
      at.slice(11, 16),
    ]);
    expect(clocks).toEqual([
      ['Command taken', '09:14'],
      ['Severity assessed', '09:14'],
      ['Responders, first update', '09:14'],
      ['Support, first update', '09:19'],
      ['Public, first update', '09:19'],
      ['Executives, first update', '09:34'],
    ]);
    expect(clocksThatStart(defaultPlaybook, undefined, now)).toHaveLength(1);
  });

  const summary = (id: string, change: Partial<IncidentSummary> = {}) =>
    ({
      id,
      title: id,
      status: 'resolved',
      drill: false,
      services: ['checkout'],
      declaredAt: now,
      ...change,
    }) as IncidentSummary;

  it('[DC5] a relapse says of what; it begins with the services of that one', () => {
    const earlier = summary('one', { services: ['checkout', 'orders'] });
    const start = startOf({ relapseOf: earlier.id }, [earlier], undefined);
    expect(start).toMatchObject({ title: 'one', services: 'checkout, orders', relapseOf: 'one' });
    expect(toCommand({ ...form, ...start }, 'UTC', now, 'd')).toMatchObject({ command: { relapseOf: 'one' } });
    expect(startOf({ title: 'Typed' }, [earlier], undefined)).toEqual({ title: 'Typed' });
  });

  it('[DC5] also while no list is there: what came back is the open incident, or at least named', () => {
    const { id, ...lifecycle } = summary('one', { title: 'Checkout fails', drill: true });
    const open = { id, state: { lifecycle } };
    const start = { title: 'Checkout fails', services: 'checkout', drill: true, relapseOf: 'one' };
    expect(startOf({ relapseOf: id }, [], open)).toEqual(start);
    expect(startOf({ relapseOf: id, title: 'Typed' }, [], open)).toEqual({ ...start, title: 'Typed' });
    expect(startOf({ relapseOf: id }, [], undefined)).toEqual({ title: '', relapseOf: 'one' });
    expect(startOf({ title: 'Typed' }, [], open)).toEqual({ title: 'Typed' });
  });

  it('[DC6] what is over on the same service is offered, newest first; what is chosen stays offered', () => {
    const incidents = [
      summary('old', { declaredAt: toInstant('07:00') }),
      summary('new', { status: 'restored', declaredAt: toInstant('08:00') }),
      summary('running', { status: 'open' }),
      summary('drill', { drill: true }),
      summary('other', { services: ['mail'] }),
    ];
    const offered = (services: string, relapseOf: string | null = null) =>
      earlierIncidents(incidents, { services, drill: false, relapseOf: relapseOf as IncidentSummary['id'] | null }).map(
        ({ id }) => id,
      );
    expect(offered('Checkout')).toEqual(['new', 'old']);
    expect(offered('')).toEqual([]);
    expect(offered('checkout', 'other')).toEqual(['other', 'new', 'old']);
  });
});
