import { describe, expect, test } from 'vitest';
import { draftCorrection, draftRetraction } from '../../../shared/updates/correction.ts';
import { declared, eventId, reached, sent, time, world } from '../../support/updates-world.ts';

const steps = [declared(), sent('public', '09:12', { id: 'u1', promise: '09:30' })];
const claims = { wrong: 'all regions', right: 'one region' };

describe('texts that mend', () => {
  test('[TP14] a correction names the old claim and the right one, and promises nothing later than before', () => {
    const draft = draftCorrection(world(steps), eventId('u1'), claims, time('09:20'));
    expect(draft?.rendered.text).toBe(
      'Correction to our update of 09:12 UTC: we wrote "all regions"; correct is "one region". Next update by 09:30 UTC.',
    );
    expect(draft).toMatchObject({ audience: 'public', promisedAt: time('09:30') });
  });

  test('[TP14] after the promised time it offers the next one', () => {
    expect(draftCorrection(world(steps), eventId('u1'), claims, time('09:31'))?.promisedAt).toBe(time('09:50'));
  });

  test('[TP14] a retraction says why', () => {
    expect(
      draftRetraction(world(steps), eventId('u1'), 'It was about another service', time('09:20'))?.rendered.text,
    ).toBe('We take back our update of 09:12 UTC. It was about another service. Next update by 09:30 UTC.');
  });

  test('[TP14] what is missing blocks; after restore nothing is promised; an unknown update has no draft', () => {
    const empty = draftCorrection(world(steps), eventId('u1'), { wrong: '', right: 'x' }, time('09:20'));
    expect(empty?.rendered.blocked.map(({ name }) => name)).toEqual(['wrong']);
    expect(draftRetraction(world(steps), eventId('u1'), ' ', time('09:20'))?.rendered.blocked).toHaveLength(1);
    const over = draftCorrection(
      world([...steps, reached('recovered', '10:00')]),
      eventId('u1'),
      claims,
      time('10:05'),
    );
    expect(over?.rendered.text).not.toContain('Next update');
    expect(draftCorrection(world(steps), eventId('u9'), claims, time('09:20'))).toBeUndefined();
  });
});
