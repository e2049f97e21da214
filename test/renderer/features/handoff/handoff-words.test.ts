import { describe, expect, it } from 'vitest';
import { acceptWords, announcement, roleThing } from '../../../../renderer/features/handoff/handoff-words.ts';

const told = { thing: 'command', name: 'INC-214', to: 'David Okafor', from: 'Ann Lee' } as const;

describe('what is said at a hand-off', () => {
  it('[HB9] the button says what the person says', () => {
    expect(acceptWords(roleThing('ic', 'Incident Commander'))).toBe('I have command');
    expect(acceptWords(roleThing('lead', 'Resolution Lead'))).toBe('I have the lead');
  });

  it('[HB9] the announcement names the instant only once it is accepted', () => {
    const next = { audience: 'Public', at: '10:50 UTC' };
    expect(announcement({ ...told, since: undefined, next })).toContain('since (time of acceptance).');
    expect(announcement({ ...told, since: '10:46 UTC', next })).toBe(
      'David Okafor has command of INC-214 since 10:46 UTC. Ann Lee stays reachable for 30 minutes. Next public update by 10:50 UTC.',
    );
    expect(announcement({ ...told, from: '', since: '10:46 UTC', next: undefined })).toBe(
      'David Okafor has command of INC-214 since 10:46 UTC.',
    );
  });
});
