import { expect, test } from 'vitest';
import { clashOf } from '../../../../renderer/features/palette/global-key-clash.ts';
import type { AppAction } from '../../../../renderer/state/action.ts';

const action = (id: string, keys: string, alsoKeys: readonly string[] = []): AppAction => ({
  id,
  label: id,
  group: 'View',
  keys,
  alsoKeys,
  isAvailable: () => true,
  run: () => undefined,
});
const actions = [
  action('view.commands', 'Ctrl+K'),
  action('view.keys', 'Alt+/', ['F1']),
  action('window.capture', 'Ctrl+Shift+L'),
  action('library.declare', 'Ctrl+N', ['Ctrl+Shift+D']),
];

test('[KY47] a global key never takes a key that means something in the window', () => {
  expect(clashOf('Ctrl+K', actions)?.id).toBe('view.commands');
  expect(clashOf('F1', actions)?.id).toBe('view.keys');
  expect(clashOf('Ctrl+N', actions)?.id).toBe('library.declare');
});

test('[KY47] the global keys may change places', () => {
  expect(clashOf('Ctrl+Shift+L', actions)).toBeUndefined();
  expect(clashOf('Ctrl+Shift+D', actions)).toBeUndefined();
  expect(clashOf('', actions)).toBeUndefined();
});
