import { expect, test } from 'vitest';
import { mirrorWords } from '../../../../renderer/features/status/mirror-words.ts';

const status = { folder: '/m', kind: 'behind', behind: null, why: null } as const;

test.each([
  [{ kind: 'in-step', behind: 0 }, 'Mirror in step'],
  [{}, 'Mirror catching up'],
  [{ behind: 12 }, 'Mirror 12 behind'],
  [{ behind: 3, why: 'The disk is full (ENOSPC).' }, 'Mirror 3 behind: The disk is full (ENOSPC).'],
  [{ kind: 'unreachable', behind: 2, why: 'Its folder is gone.' }, 'Mirror unreachable, 2 behind: Its folder is gone.'],
  [{ kind: 'unreachable', why: 'Its folder is gone.' }, 'Mirror unreachable: Its folder is gone.'],
] as const)('[MI15] how the mirror stands is said in words: %o', (given, words) => {
  expect(mirrorWords({ ...status, ...given })).toBe(words);
});
