import { expect, it } from 'vitest';
import type { AppAction } from '../../../renderer/state/action.ts';
import { findAction, findNamedAction, keysOf, type PressedKey } from '../../../renderer/state/keys.ts';

const press = (key: string, code: string, held: Partial<PressedKey> = {}): PressedKey => ({
  key,
  code,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});
const action = (id: string, keys: string, isAvailable = true): AppAction => ({
  id,
  label: id,
  group: 'View',
  keys,
  isAvailable: () => isAvailable,
  run: () => undefined,
});

it('[KY1] keys are named the same on every layout: digits and Alt letters by their place', () => {
  expect(keysOf(press('u', 'KeyU', { altKey: true }))).toBe('Alt+U');
  expect(keysOf(press('ü', 'KeyU', { altKey: true }))).toBe('Alt+U');
  expect(keysOf(press('&', 'Digit1', { altKey: true }))).toBe('Alt+1');
  expect(keysOf(press('E', 'KeyE', { ctrlKey: true, shiftKey: true }))).toBe('Ctrl+Shift+E');
  expect(keysOf(press('k', 'KeyK', { metaKey: true }))).toBe('Ctrl+K');
  expect(keysOf(press('ArrowDown', 'ArrowDown', { altKey: true }))).toBe('Alt+Down');
  expect(keysOf(press('Escape', 'Escape'))).toBe('Escape');
});

it('[KY2] of two actions with one key the first that is available runs', () => {
  const actions = [action('composer', 'Escape', false), action('entry', 'Escape')];
  expect(findAction(press('Escape', 'Escape'), actions)?.id).toBe('entry');
  expect(findAction(press('F9', 'F9'), actions)).toBeUndefined();
});

it('[KY9] a key of another program or the menu never takes the place of an open dialog', () => {
  const actions = [action('library.declare', 'Ctrl+N'), action('library.close', 'Ctrl+W', false)];
  expect(findNamedAction('library.declare', actions, false)?.id).toBe('library.declare');
  expect(findNamedAction('library.declare', actions, true)).toBeUndefined();
  expect(findNamedAction('library.close', actions, false)).toBeUndefined();
});

it('[KY9] the size of the text can be changed while a dialog is open', () => {
  const actions = [{ ...action('view.text-larger', ''), isOverDialogs: true }];
  expect(findNamedAction('view.text-larger', actions, true)?.id).toBe('view.text-larger');
});

it('[KY12] a further key of an action does the same as its first', () => {
  const actions = [{ ...action('view.keys', 'Alt+/'), alsoKeys: ['F1'] }];
  expect(findAction(press('F1', 'F1'), actions)?.id).toBe('view.keys');
  expect(findAction(press('/', 'Slash', { altKey: true }), actions)?.id).toBe('view.keys');
});
