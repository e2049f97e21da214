import { expect, it } from 'vitest';
import type { Place } from '../../../../renderer/features/composer/place.ts';
import { cleanPlace, draftToPlace, placeToDraft } from '../../../../renderer/features/composer/place-draft.ts';

it('[CM14] what was typed beside the text comes back from the disk, and nothing typed is nothing to keep', () => {
  const place: Place = {
    setAside: ['first', 'second\nline'],
    mending: 'retract',
    wrong: '400',
    right: '',
    reason: 'test',
  };
  expect(draftToPlace(placeToDraft(place))).toEqual({
    setAside: ['first', 'second\nline'],
    mending: 'retract',
    wrong: '400',
    reason: 'test',
  });
  expect(placeToDraft({ text: 'kept under its own name', setAside: [] })).toBe('');
  expect(placeToDraft({ situation: 'no-change', mending: 'correct', wrong: '' })).toBe('');
});

it('[CM14] a draft that cannot be understood gives what can be', () => {
  expect(draftToPlace('half a li')).toEqual({});
  expect(draftToPlace('null')).toEqual({});
  expect(draftToPlace('{"setAside":["a",1,""],"mending":"x","wrong":7,"situation":"y","right":"212"}')).toEqual({
    setAside: ['a'],
    right: '212',
  });
});

it('[RX14] redacted words leave every text of a place, and a copied text has to be copied again', () => {
  const clean = (text: string) => text.replaceAll('Jane Doe', '[redacted]');
  const copied = { at: '', command: { type: 'SendUpdate' }, rendered: '', head: '' } as never;
  const place = { text: 'Jane Doe waits', setAside: ['for Jane Doe', 'x'], wrong: 'Jane Doe', right: 'nobody', copied };
  expect(cleanPlace(place, clean)).toEqual({
    text: '[redacted] waits',
    setAside: ['for [redacted]', 'x'],
    wrong: '[redacted]',
    right: 'nobody',
    copied: undefined,
  });
  const other = { text: 'nothing of it', copied };
  expect(cleanPlace(other, clean)).toBe(other);
});
