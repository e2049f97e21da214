import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { blameHints, namesOfIncident } from '../../../shared/review/blame-words.ts';
import { occurred, reviewSource } from '../../support/review-builders.ts';

describe('words that blame', () => {
  it('[RV43] a verdict is found with its place and what to write instead', () => {
    const text = 'The cause was Human Error; he should have looked.';
    expect(blameHints(text, 'timeline', []).map(({ from, to }) => text.slice(from, to))).toEqual([
      'Human Error',
      'should have',
    ]);
    expect(blameHints('Superhuman errors are mythical.', 'timeline', [])).toEqual([]);
  });

  it('[RV44] in sections 2, 5, 9 and 10 a name is answered with the role, elsewhere names may stand', () => {
    const { roles } = reviewSource(
      [
        occurred('09:05', { type: 'PersonJoined', person: 'Ann Lee' }),
        occurred('09:05', { type: 'RoleAssigned', role: 'ic', person: 'Ann Lee' }),
        occurred('09:06', { type: 'PersonJoined', person: 'Bo' }),
      ],
      '10:00',
    );
    const names = namesOfIncident(roles, defaultPlaybook);
    const [hint, ...others] = blameHints('Then Ann Lee rolled back. Annual cost; Bo watched.', 'what-happened', names);
    expect(hint).toMatchObject({ words: 'Ann Lee', from: 5, to: 12 });
    expect(hint?.hint).toContain('the Incident Commander');
    expect(others).toEqual([]);
    expect(blameHints('Then Ann Lee rolled back.', 'actions', names)).toEqual([]);
  });
});
