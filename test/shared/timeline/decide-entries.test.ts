import { describe, expect, it } from 'vitest';
import { maxText } from '../../../shared/record/max-text.ts';
import {
  at,
  decisionAsked,
  entryRecorded,
  givenTimeline,
  givenWithdrawals,
  id,
  onlyEvent,
  refusalOf,
  whenTimeline,
} from '../../support/timeline-builders.ts';

const record = (text: string) => ({ type: 'RecordEntry', kind: 'note', text }) as const;

describe('recording an entry', () => {
  it('[TL1] keeps the words, the moment and a name of its own', () => {
    expect(whenTimeline(givenTimeline(), record('  p99 4.2 s '))).toEqual({
      ok: true,
      value: [
        {
          type: 'EntryRecorded',
          id: 'new-1',
          occurredAt: at('10:31'),
          name: { tag: 'a', n: 1 },
          kind: 'note',
          text: 'p99 4.2 s',
          source: 'typed',
        },
      ],
    });
  });

  it('[TL2] refuses a text of nothing but white space', () => {
    expect(refusalOf(whenTimeline(givenTimeline(), record(' \n\t ')))).toBe('entry.empty');
  });

  it('[TL3] refuses a text over 65 536 characters, takes one of exactly that', () => {
    expect(refusalOf(whenTimeline(givenTimeline(), record('x'.repeat(maxText + 1))))).toBe('text.too-long');
    expect(whenTimeline(givenTimeline(), record('x'.repeat(maxText))).ok).toBe(true);
  });

  it('[TL4] refuses a moment after now and names both times', () => {
    const result = whenTimeline(givenTimeline(), { ...record('x'), at: at('10:45:10') });
    expect(result.ok || result.error).toEqual({
      code: 'time.future',
      message:
        '2 Mar 2026 10:45:10 UTC is still to come: it is now 2 Mar 2026 10:31:00 UTC. Check the time and its zone.',
      field: 'at',
      moments: [at('10:45:10'), at('10:31')],
    });
  });

  it('[TL4] takes this very moment and one long past, with the time as typed', () => {
    const typed = { text: '08:00', zone: 'Europe/Berlin', offsetMinutes: 60 };
    expect(onlyEvent(whenTimeline(givenTimeline(), { ...record('x'), at: at('10:31') })).occurredAt).toBe(at('10:31'));
    expect(onlyEvent(whenTimeline(givenTimeline(), { ...record('x'), at: at('07:00'), typed }))).toMatchObject({
      occurredAt: at('07:00'),
      typed,
    });
  });

  it('[TL5] numbers one past the highest of this device, whatever kind of thing had it', () => {
    const state = givenTimeline(
      entryRecorded({ id: id('e7'), name: { tag: 'a', n: 7 } }),
      entryRecorded({ id: id('e3'), name: { tag: 'a', n: 3 } }),
      decisionAsked({ name: { tag: 'b', n: 40 } }),
    );
    expect(onlyEvent(whenTimeline(state, record('x')))).toMatchObject({ name: { tag: 'a', n: 8 } });
    expect(
      onlyEvent(whenTimeline(state, { type: 'GiveTask', text: 'x', owner: 'y' }, { by: { person: '', device: 'b' } })),
    ).toMatchObject({ name: { tag: 'b', n: 41 } });
  });

  it.each([
    ['TODO check the logs', 'note', 'todo'],
    ['TODO: check the logs', 'observation', 'todo'],
    ['TODOs are listed elsewhere', 'note', 'note'],
    ['todo list is down', 'observation', 'observation'],
    ['write TODO', 'note', 'note'],
    ['TODO in an alert text', 'alert', 'alert'],
  ] as const)('[TL6] "%s" as %s becomes %s with its words unchanged', (text, kind, expected) => {
    expect(onlyEvent(whenTimeline(givenTimeline(), { type: 'RecordEntry', kind, text }))).toMatchObject({
      kind: expected,
      text,
    });
  });
});

describe('correcting an entry', () => {
  const correct = { type: 'CorrectEntry', entry: id('entry') } as const;

  it('[CO1] refuses an entry that is not there or was taken back', () => {
    expect(refusalOf(whenTimeline(givenTimeline(), { ...correct, text: 'x' }))).toBe('entry.unknown');
    const withdrawn = givenWithdrawals(entryRecorded(), {
      type: 'EventWithdrawn',
      id: id('w'),
      occurredAt: at('10:25'),
      event: id('entry'),
      reason: 'wrong incident',
    });
    expect(refusalOf(whenTimeline(withdrawn, { ...correct, text: 'x' }))).toBe('entry.withdrawn');
  });

  it('[CO2] may be corrected again; only what differs is recorded', () => {
    const state = givenTimeline(entryRecorded(), {
      type: 'EntryCorrected',
      id: id('c1'),
      occurredAt: at('10:25'),
      entry: id('entry'),
      text: 'p99 4.0 s',
    });
    expect(onlyEvent(whenTimeline(state, { ...correct, text: 'p99 4.1 s', happenedAt: at('10:20') }))).toEqual({
      type: 'EntryCorrected',
      id: 'new-1',
      occurredAt: at('10:31'),
      entry: 'entry',
      text: 'p99 4.1 s',
    });
  });

  it('[CO3] records nothing when nothing differs', () => {
    expect(
      refusalOf(whenTimeline(givenTimeline(entryRecorded()), { ...correct, text: ' orders-db p99 4.2 s' })),
    ).toEqual([]);
  });

  it('[CO4] refuses to empty an entry or to move it into the future', () => {
    const state = givenTimeline(entryRecorded());
    expect(refusalOf(whenTimeline(state, { ...correct, text: ' ' }))).toBe('entry.empty');
    expect(refusalOf(whenTimeline(state, { ...correct, happenedAt: at('10:31:01') }))).toBe('time.future');
  });
});

describe('stars, evidence and todos', () => {
  it('[TL7] starring what is starred records nothing, for entries and for other events', () => {
    const star = (entry: string, key: boolean) => ({ type: 'StarEntry', entry: id(entry), key }) as const;
    const state = givenTimeline(entryRecorded({ key: true }), {
      type: 'EntryStarred',
      id: id('s'),
      occurredAt: at('10:25'),
      entry: id('milestone'),
      key: true,
    });
    expect(refusalOf(whenTimeline(state, star('entry', true)))).toEqual([]);
    expect(refusalOf(whenTimeline(state, star('milestone', true)))).toEqual([]);
    expect(onlyEvent(whenTimeline(state, star('entry', false)))).toMatchObject({ type: 'EntryStarred', key: false });
    expect(onlyEvent(whenTimeline(state, star('milestone', false)))).toMatchObject({ key: false });
  });

  it('[TL8] the same evidence is attached once, and none without words', () => {
    const evidence = { kind: 'url', text: 'graph 17' } as const;
    const attach = { type: 'AttachEvidence', entry: id('entry'), evidence } as const;
    const state = givenTimeline(entryRecorded());
    expect(onlyEvent(whenTimeline(state, attach))).toMatchObject({ type: 'EvidenceAttached', evidence });
    expect(refusalOf(whenTimeline(givenTimeline(entryRecorded({ evidence: [evidence] })), attach))).toEqual([]);
    expect(refusalOf(whenTimeline(state, { ...attach, evidence: { kind: 'url', text: ' ' } }))).toBe('evidence.empty');
    expect(refusalOf(whenTimeline(givenTimeline(), attach))).toBe('entry.unknown');
  });

  it('[TL9] closes a todo once and nothing else', () => {
    const close = { type: 'CloseTodo', todo: id('entry'), result: 'done by Bob' } as const;
    const todo = entryRecorded({ kind: 'todo' });
    expect(onlyEvent(whenTimeline(givenTimeline(todo), close))).toMatchObject({
      type: 'TodoClosed',
      result: 'done by Bob',
    });
    expect(refusalOf(whenTimeline(givenTimeline(entryRecorded()), close))).toBe('todo.not-one');
    const closed = givenTimeline(todo, { ...close, type: 'TodoClosed', id: id('t'), occurredAt: at('10:25') });
    expect(refusalOf(whenTimeline(closed, close))).toBe('todo.closed');
    expect(closed.entries.get(id('entry'))?.closed).toEqual({ result: 'done by Bob', at: at('10:25') });
  });
});
