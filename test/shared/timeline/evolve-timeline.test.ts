import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDraft } from '../../../shared/kernel/published.ts';
import { evolveTimeline } from '../../../shared/timeline/evolve-timeline.ts';
import type { TimelineEvent } from '../../../shared/timeline/timeline-events.ts';
import type { TimelineDraft } from '../../../shared/timeline/timeline-state.ts';
import {
  applied,
  at,
  decisionAsked,
  decisionMade,
  entryRecorded,
  givenTimeline,
  hypothesisProposed,
  id,
  taskGiven,
} from '../../support/timeline-builders.ts';

const base = (own: string) => ({ id: id(own), occurredAt: at('10:25') });

/** One event of every type, all about the same things. */
const everyType: readonly TimelineEvent[] = [
  entryRecorded(),
  { type: 'EntryCorrected', ...base('c'), entry: id('entry'), text: 'x', happenedAt: at('10:10') },
  { type: 'EntryStarred', ...base('s'), entry: id('entry'), key: true },
  { type: 'EvidenceAttached', ...base('ev'), entry: id('entry'), evidence: { kind: 'url', text: 'graph' } },
  { type: 'TextRedacted', ...base('r'), event: id('entry'), why: 'name' },
  { type: 'EventWithdrawn', ...base('w'), event: id('entry'), reason: 'slip' },
  {
    type: 'EventMovedHere',
    ...base('m'),
    copy: id('entry'),
    origin: { incident: 'i' as never, event: id('old'), recordedAt: at('09:00') },
  },
  decisionAsked(),
  decisionMade({ asked: id('question') }),
  hypothesisProposed(),
  {
    type: 'HypothesisJudged',
    ...base('j'),
    hypothesis: id('hypothesis'),
    state: 'confirmed',
    result: 'x',
    plainText: 'y',
  },
  taskGiven({ timeBoxMs: 60_000 }),
  { type: 'TaskExtended', ...base('te'), task: id('task'), timeBoxMs: 120_000 },
  { type: 'TaskFinished', ...base('tf'), task: id('task'), outcome: 'done', result: '' },
  { type: 'TodoClosed', ...base('tc'), todo: id('entry'), result: 'done' },
];

describe('applying events', () => {
  it('[TL20] takes every type in every order, any number of times, without an error', () => {
    const anyOrder = fc.array(fc.constantFrom(...everyType), { maxLength: 40 });
    fc.assert(
      fc.property(anyOrder, (events) => {
        expect(givenTimeline(...events)).toEqual(givenTimeline(...events));
      }),
    );
  });

  it('[TL21] leaves an older published state as it was', () => {
    const anyOrder = fc.array(fc.constantFrom(...everyType), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(anyOrder, fc.constantFrom(...everyType), (events, last) => {
        const published = givenTimeline(...events);
        const before = structuredClone(published);
        evolveTimeline(toDraft<TimelineDraft>(published), last, applied());
        expect(published).toEqual(before);
      }),
    );
  });

  it('[TL22] leaves an event of a type from a later version alone', () => {
    const unknown = { type: 'EntryTranslated', ...base('x') } as unknown as TimelineEvent;
    expect(givenTimeline(entryRecorded(), unknown)).toEqual(givenTimeline(entryRecorded()));
  });

  it('[TL23] a change to an entry that is gone changes nothing but stars', () => {
    const state = givenTimeline(...everyType.slice(1, 4));
    expect(state.entries.size).toBe(0);
    expect(state.stars).toEqual(new Map([['entry', true]]));
  });

  it('[TL24] an impossible time-box from a foreign journal has no end', () => {
    for (const timeBoxMs of [1e300, -5, Number.NaN, 0.5])
      expect(givenTimeline(taskGiven({ timeBoxMs })).tasks.get(id('task'))?.dueAt).toBeUndefined();
    const lastYear = taskGiven({ timeBoxMs: 60_000, occurredAt: '9999-12-31T23:59:59.999Z' as never });
    expect(givenTimeline(lastYear).tasks.get(id('task'))?.dueAt).toBeUndefined();
  });

  it('[TL25] keeps where a moved entry came from, by the id it has here', () => {
    const moved = everyType.filter(({ type }) => type === 'EventMovedHere');
    expect(givenTimeline(...moved).origins.get(id('entry'))).toEqual({ incident: 'i', event: 'old' });
  });
});
