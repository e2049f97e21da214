import { describe, expect, it } from 'vitest';
import { composeMend, composeUpdate } from '../../../../renderer/features/composer/compose.ts';
import type { Place } from '../../../../renderer/features/composer/place.ts';
import { declared, eventId, impact, reached, sent, time, world } from '../../../support/updates-world.ts';

const running = world([declared(), sent('public', '09:12', { promise: '09:30', id: 'first' })]);
const compose = (place: Place, at = '09:25') =>
  composeUpdate(running, 'public', place, { now: time(at), head: 'head-1' });

describe('an update that is being written', () => {
  it('[CM6] follows the facts until somebody types, and stores what it says', () => {
    expect(compose({})).toMatchObject({
      title: 'Public update 2',
      isEdited: false,
      promisedAt: time('09:45'),
      command: {
        type: 'SendUpdate',
        situation: 'no-change',
        publicStatus: 'Investigating',
        promisedAt: time('09:45'),
        head: 'head-1',
      },
    });
  });

  it('[CM6] a typed text is sent as typed, with the time and the word that stand in it', () => {
    const text = 'Investigating. Checkout fails for 38 %. Next update by 09:40 UTC.';
    expect(compose({ text })).toMatchObject({
      isEdited: true,
      command: { text, promisedAt: time('09:40'), publicStatus: 'Investigating' },
    });
    expect(compose({ text: 'Checkout fails.' }).command).not.toHaveProperty('promisedAt');
  });

  it('[CM7] a text with a blocked fact in it says so until the words are gone', () => {
    const cause = world([declared(), reached('identified', '09:20')]);
    const draft = composeUpdate(cause, 'exec', {}, { now: time('09:25'), head: undefined });
    expect(draft.blocked.map(({ name }) => name)).toEqual(['causePlain']);
    const edited = composeUpdate(cause, 'exec', { text: 'We know it.' }, { now: time('09:25'), head: undefined });
    expect(edited.blocked).toEqual([]);
  });

  it('[CM8] nothing is sent from an empty field', () => {
    expect(compose({ text: '  ' }).command).toBeUndefined();
  });

  it('[CM9] after restore it is the closing one and promises nothing', () => {
    const over = world([
      declared(),
      impact('09:05', 'full'),
      reached('fixed', '10:10'),
      impact('10:25', 'none'),
      reached('recovered', '10:55', '10:25'),
    ]);
    const { command } = composeUpdate(over, 'public', {}, { now: time('10:58'), head: undefined });
    expect(command).toMatchObject({ closing: true, publicStatus: 'Resolved' });
    expect(command).not.toHaveProperty('promisedAt');
  });

  it('[CM10] a correction names both claims and goes to the same audience', () => {
    const place: Place = { wrong: '400 orders', right: '212 orders' };
    const mend = composeMend(running, eventId('first'), place, { now: time('09:25'), head: undefined });
    expect(mend?.title).toBe('Correction of public update 1');
    expect(mend?.text).toContain('"400 orders"; correct is "212 orders"');
    expect(mend?.command).toMatchObject({ type: 'CorrectUpdate', wrong: '400 orders', right: '212 orders' });
    expect(composeMend(running, eventId('none'), place, { now: time('09:25'), head: undefined })).toBeUndefined();
  });

  it('[CM10] a retraction says why', () => {
    const place: Place = { mending: 'retract', reason: 'it was a test' };
    const mend = composeMend(running, eventId('first'), place, { now: time('09:25'), head: undefined });
    expect(mend?.text).toContain('it was a test.');
    expect(mend?.command).toMatchObject({ type: 'RetractUpdate', reason: 'it was a test' });
  });

  it('[CM12] after copying, the text and what will be recorded are as copied, whatever is recorded meanwhile', () => {
    const before = compose({});
    const { text, command, rendered, head } = before;
    if (!command) throw new Error('There is nothing to copy');
    const place: Place = { text, copied: { at: time('09:25'), command, rendered: rendered?.text, head } };
    expect(compose(place, '09:29')).toMatchObject({ origin: 'copied', hasMovedOn: false, text, command });
    const later = world([
      declared(),
      sent('public', '09:12', { promise: '09:30', id: 'first' }),
      impact('09:20', 'none'),
      reached('identified', '09:26'),
      reached('fixed', '09:26'),
      reached('recovered', '09:27'),
    ]);
    const after = composeUpdate(later, 'public', place, { now: time('09:29'), head: 'head-2' });
    expect(after).toMatchObject({ origin: 'copied', hasMovedOn: true, text, command, closing: false });
    expect(composeUpdate(later, 'public', {}, { now: time('09:29'), head: 'head-2' })).toMatchObject({
      origin: 'facts',
      hasMovedOn: false,
      closing: true,
    });
  });

  it('[CM12] a note on record is no change of the facts', () => {
    const { text, command, rendered } = compose({});
    if (!command) throw new Error('There is nothing to copy');
    const place: Place = { text, copied: { at: time('09:25'), command, rendered: rendered?.text, head: 'head-0' } };
    expect(compose(place).hasMovedOn).toBe(false);
  });

  it('[CM13] a typed text says that it stands still, also while it says what the facts would', () => {
    const { text } = compose({});
    expect(compose({ text })).toMatchObject({ origin: 'typed', isEdited: false });
  });
});
