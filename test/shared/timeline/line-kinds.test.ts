import { describe, expect, it } from 'vitest';
import { lineKinds, spellKind } from '../../../shared/timeline/line-kinds.ts';

describe('the kind of the entry line', () => {
  it('[LK1] a kind spells its command word out, behind a leading time of day', () => {
    expect(spellKind('errors at 3 %', 'observation').text).toBe('!obs errors at 3 %');
    expect(spellKind('10:28  errors at 3 %', 'observation').text).toBe('10:28  !obs errors at 3 %');
    expect(spellKind('10:28', 'task').text).toBe('10:28 !task ');
    expect(spellKind('', 'impact').text).toBe('!impact ');
  });

  it('[LK1] a note and an unknown kind leave the line as typed', () => {
    expect(spellKind('errors', 'note').text).toBe('errors');
    expect(spellKind('errors', 'poem').text).toBe('errors');
  });

  it('[LK2] a command that was typed wins over the kind that was set', () => {
    expect(spellKind('!dec roll back', 'task').text).toBe('!dec roll back');
    expect(spellKind('10:28 !dec roll back', 'task').text).toBe('10:28 !dec roll back');
  });

  it('[LK1] what was put in is told with its place, for every kind', () => {
    for (const { id } of lineKinds) {
      const { text, insertedAt, insertedLength } = spellKind('9:05 two words', id);
      expect(text.slice(0, insertedAt) + text.slice(insertedAt + insertedLength)).toBe('9:05 two words');
    }
  });
});
