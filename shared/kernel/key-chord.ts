import { err, ok, type Result } from './result.ts';

const modifiers: readonly (readonly [string, RegExp])[] = [
  ['Ctrl', /^(ctrl|control|cmd|command|strg)$/i],
  ['Alt', /^(alt|option)$/i],
  ['Shift', /^shift$/i],
];

const form =
  'Write a key like Ctrl+Shift+L: Ctrl or Alt, Shift if you like, and one letter, digit or function key. Empty is none.';

/** `ctrl shift l` as `Ctrl+Shift+L`; empty for no key. A letter alone would be taken from every program. */
export const parseChord = (text: string): Result<string, string> => {
  const parts = text.split(/[\s+]+/).filter((part) => part !== '');
  if (parts.length === 0) return ok('');
  const key = parts.at(-1)?.toUpperCase() ?? '';
  const held = modifiers.filter(([, pattern]) => parts.slice(0, -1).some((part) => pattern.test(part)));
  const names = held.map(([name]) => name);
  const isFunctionKey = /^F([1-9]|1\d|2[0-4])$/.test(key);
  const isWhole = names.length === parts.length - 1 && (isFunctionKey || /^[A-Z0-9]$/.test(key));
  if (!isWhole || (!isFunctionKey && !names.includes('Ctrl') && !names.includes('Alt'))) return err(form);
  return ok([...names, key].join('+'));
};
