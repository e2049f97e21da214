import { describe, expect, it } from 'vitest';
import type { EventWithdrawn } from '../../../shared/timeline/timeline-events.ts';
import {
  at,
  entryRecorded,
  givenTimeline,
  givenWithdrawals,
  id,
  onlyEvent,
  refusalOf,
  whenTimeline,
} from '../../support/timeline-builders.ts';

const withdrawn = (event: string, own: string): EventWithdrawn => ({
  type: 'EventWithdrawn',
  id: id(own),
  occurredAt: at('10:25'),
  event: id(event),
  reason: 'typed in the wrong incident',
});
const withdraw = (event: string, reason = 'slip') => ({ type: 'WithdrawEvent', event: id(event), reason }) as const;

describe('withdrawing', () => {
  it('[CO5] needs a reason', () => {
    expect(refusalOf(whenTimeline(givenTimeline(entryRecorded()), withdraw('entry', ' ')))).toBe(
      'withdrawal.no-reason',
    );
  });

  it('[CO6] takes an event of any feature back, once', () => {
    expect(onlyEvent(whenTimeline(givenTimeline(), withdraw('some-milestone')))).toMatchObject({
      type: 'EventWithdrawn',
      event: 'some-milestone',
      reason: 'slip',
    });
    const state = givenWithdrawals(entryRecorded(), withdrawn('entry', 'w1'));
    expect(refusalOf(whenTimeline(state, withdraw('entry')))).toBe('event.withdrawn');
  });

  it('[CO7] a withdrawal can itself be taken back, and the event withdrawn again after that', () => {
    const events = [entryRecorded(), withdrawn('entry', 'w1')];
    expect(onlyEvent(whenTimeline(givenWithdrawals(...events), withdraw('w1')))).toMatchObject({ event: 'w1' });
    const undone = givenWithdrawals(...events, withdrawn('w1', 'w2'));
    expect(undone.entries.has(id('entry'))).toBe(true);
    expect(refusalOf(whenTimeline(undone, withdraw('w1')))).toBe('event.withdrawn');
    expect(onlyEvent(whenTimeline(undone, withdraw('entry')))).toMatchObject({ event: 'entry' });
  });

  it('[CO8] keeps who took it back, when, why and where the copy stands', () => {
    const state = givenTimeline({ ...withdrawn('entry', 'w1'), movedTo: 'other' as never });
    expect(state.withdrawals.get(id('entry'))).toEqual({
      event: 'w1',
      reason: 'typed in the wrong incident',
      by: 'Ann Lee',
      at: at('10:25'),
      movedTo: 'other',
    });
  });
});

describe('redacting', () => {
  const redact = (why: string) => ({ type: 'RedactText', event: id('entry'), why }) as const;

  it('[CO9] needs to know what kind of thing was removed', () => {
    expect(refusalOf(whenTimeline(givenTimeline(entryRecorded()), redact('')))).toBe('redaction.no-reason');
  });

  it('[CO10] removes the texts of an event once, also those of a withdrawn one', () => {
    const gone = givenWithdrawals(entryRecorded(), withdrawn('entry', 'w1'));
    const event = onlyEvent(whenTimeline(gone, redact('customer name')));
    expect(event).toMatchObject({ type: 'TextRedacted', event: 'entry', why: 'customer name' });
    expect(refusalOf(whenTimeline(givenTimeline(entryRecorded(), event), redact('again')))).toBe('redaction.done');
  });
});
