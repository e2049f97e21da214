import { describe, expect, it } from 'vitest';
import { offersFor, understandLine } from '../../../shared/incident/understand-line.ts';
import { toInstant } from '../../support/incident-player.ts';
import { lineContext } from '../../support/line-context.ts';

const around = { context: lineContext({ defaultKind: 'note' }), now: toInstant('10:31'), zone: 'UTC' };

describe('what the entry line shows before Enter', () => {
  it('[LK1] a kind set before typing decides what is recorded', () => {
    const { action, word } = understandLine('errors at 3 %', 'observation', around);
    expect(word).toBe('Observed');
    expect(action).toEqual({
      do: 'record',
      command: { type: 'RecordEntry', kind: 'observation', text: 'errors at 3 %' },
    });
  });

  it('[LK3] the word is that of what will be recorded, not that of the key', () => {
    expect(understandLine('!hyp the pool', 'note', around).word).toBe('Hypothesis');
    expect(understandLine('TODO ask the provider', 'note', around).word).toBe('To-do');
    expect(understandLine('', 'task', around).word).toBe('Task');
    expect(understandLine('', 'note', around).word).toBe('Note');
  });

  it('[LK3] a typed time of day is told as a moment once it is clear', () => {
    expect(understandLine('10:28 errors', 'note', around).at).toBe(toInstant('10:28'));
    const asked = understandLine('21:30 errors', 'note', around);
    expect(asked.action.do).toBe('ask-time');
    expect(asked.at).toBeUndefined();
    const [candidate] = asked.action.do === 'ask-time' ? asked.action.candidates : [];
    expect(understandLine('21:30 errors', 'note', around, candidate).at).toBe(candidate);
  });

  it('[LK5] roles, audiences and impact are said by their names, never by an id', () => {
    expect(understandLine('!role ic Bob Ray', 'note', around).said).toBe('Incident Commander: Bob Ray');
    expect(understandLine('!impact partial 3 % of payments', 'note', around).said).toBe('Impact: Partial');
    expect(understandLine('!promise chat 10:50', 'note', around).said).toMatch(/^Promised to Responders: by 10:50/);
  });

  it('[LK3] a task lacks a person until one is named', () => {
    expect(understandLine('check the disk', 'task', around).action).toMatchObject({ do: 'wait' });
    expect(understandLine('@Bob 10m check the disk', 'task', around).said).toBe('Task for Bob Ray');
  });
});

describe('what could stand at the cursor', () => {
  it('[LK4] offers replace a range of the text as typed, whatever kind was set', () => {
    const text = '10:28 @An';
    const offers = offersFor(text, text.length, 'task', around.context);
    expect(text.slice(offers?.from, offers?.to)).toBe('@An');
    expect(offers?.suggestions.map(({ value }) => value)).toEqual(['@Ann Lee', '@Ann Ray']);
  });

  it('[LK4] a kind that needs a choice offers it in an empty line', () => {
    expect(offersFor('', 0, 'impact', around.context)).toMatchObject({ from: 0, to: 0 });
    expect(offersFor('', 0, 'note', around.context)).toBeUndefined();
  });

  it('[LK4] what is typed in full is not offered again, so that Enter records', () => {
    expect(offersFor('!milestone fixed', 16, 'note', around.context)).toBeUndefined();
    expect(offersFor('!milestone fix', 14, 'note', around.context)?.suggestions).toEqual([{ value: 'fixed' }]);
  });

  it('[LK4] no cursor position offers a range outside the text', () => {
    const text = '10:28 @An does it';
    const found = Array.from(
      { length: text.length + 1 },
      (_, cursor) => offersFor(text, cursor, 'task', around.context) ?? [],
    ).flat();
    expect(found).not.toEqual([]);
    for (const offers of found) {
      expect(offers.from).toBeGreaterThanOrEqual(0);
      expect(offers.to).toBeLessThanOrEqual(text.length);
      expect(offers.from).toBeLessThanOrEqual(offers.to);
    }
  });
});
