import type { LifecycleEvent } from '../../shared/lifecycle/lifecycle-events.ts';
import type { EventId } from '../../shared/record/ids.ts';
import { at, declared, happened, reached } from './lifecycle-builders.ts';

/** E1 of domain.md 2.4: the plain incident. */
export const exampleOne = (): readonly LifecycleEvent[] => [
  declared('09:04', { title: 'Checkout: payments spin, then fail', services: ['checkout'] } as object),
  reached('failure', '09:00'),
  reached('alerted', '09:04'),
  reached('detected', '09:04'),
  reached('acknowledged', '09:07:30'),
  reached('triaged', '09:15'),
  reached('identified', '09:32'),
  reached('fixed', '10:10'),
  reached('recovered', '10:25'),
  reached('resolved', '2026-03-12T16:00:00'),
];

/** E2: found by a customer, start corrected, rolled back first. */
export const exampleTwo = (): readonly LifecycleEvent[] => [
  declared('2026-04-10T00:12:00', { paged: false, detection: { source: 'customer' } } as object),
  reached('failure', '2026-04-09T23:50:00', {}, 'failure-2'),
  reached('detected', '2026-04-10T00:12:00'),
  reached('alerted', '2026-04-10T00:20:00'),
  reached('acknowledged', '2026-04-10T00:22:00'),
  reached('fixed', '2026-04-10T00:50:00', { reason: 'rolled back first' }),
  reached('recovered', '2026-04-10T01:05:00'),
  reached('identified', '2026-04-10T02:30:00'),
  happened('2026-04-09T23:20:00', {
    type: 'MilestoneCorrected',
    milestone: 'failure',
    replaces: 'failure-2' as EventId,
    estimated: true,
    range: { earliest: at('2026-04-09T23:10:00'), latest: at('2026-04-09T23:30:00') },
  }),
];

/** E3: partial recovery and relapse. */
export const exampleThree = (): readonly LifecycleEvent[] => {
  const day = (time: string) => `2026-06-03T${time}:00`;
  return [
    declared(day('12:02')),
    reached('failure', day('12:00')),
    reached('alerted', day('12:02')),
    reached('detected', day('12:02')),
    reached('acknowledged', day('12:03')),
    happened(day('12:00'), { type: 'ImpactChanged', level: 'full' }),
    reached('identified', day('12:20')),
    happened(day('12:30'), { type: 'ImpactChanged', level: 'degraded' }),
    happened(day('12:35'), {
      type: 'MilestoneWithdrawn',
      milestone: 'identified',
      how: 'withdraw-diagnosis',
      reason: 'the index was there',
    }),
    reached('fixed', day('12:40')),
    happened(day('12:50'), { type: 'ImpactChanged', level: 'none' }),
    reached('recovered', day('12:50')),
    happened(day('14:10'), { type: 'IncidentReopened', level: 'full', reason: 'back' }),
    reached('identified', day('14:18')),
    reached('fixed', day('14:22')),
    happened(day('14:25'), { type: 'ImpactChanged', level: 'degraded' }),
    happened(day('14:30'), { type: 'ImpactChanged', level: 'none' }),
    reached('recovered', day('14:30')),
  ];
};
