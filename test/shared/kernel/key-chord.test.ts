import { expect, test } from 'vitest';
import { parseChord } from '../../../shared/kernel/key-chord.ts';

test('[KY44] a chord is read however it is written, and comes out in one form', () => {
  expect(parseChord('ctrl shift l')).toEqual({ ok: true, value: 'Ctrl+Shift+L' });
  expect(parseChord('Shift+Alt+Command+7')).toEqual({ ok: true, value: 'Ctrl+Alt+Shift+7' });
  expect(parseChord('F9')).toEqual({ ok: true, value: 'F9' });
  expect(parseChord('  ')).toEqual({ ok: true, value: '' });
});

test.each(['l', 'Shift+L', 'Ctrl', 'Ctrl+Enter', 'Ctrl+Hyper+L', 'Ctrl+LL'])('[KY44] %s is no global key', (text) => {
  expect(parseChord(text)).toMatchObject({ ok: false });
});
