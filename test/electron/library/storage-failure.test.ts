import { constants } from 'node:os';
import { describe, expect, it } from 'vitest';
import { concernsLibrary, toReadOnlyReason, toStorageFailure } from '../../../electron/library/storage-failure.ts';

const failureOf = (code: string) => toStorageFailure(Object.assign(new Error(code), { code }));

describe('what a person is told when the disk refuses', () => {
  it.each([
    ['ENOSPC', 'storage.full', 'The disk is full (ENOSPC).', 'Free some room'],
    ['ENOENT', 'storage.gone', 'The library folder is gone: was a stick or a share removed? (ENOENT).', 'Put it back'],
    ['EACCES', 'storage.denied', 'You may not write into the library folder (EACCES).', 'Make it writable'],
    ['EXYZ', 'storage.error', 'The disk did not accept it (EXYZ).', 'Try again'],
  ])('[LB31] %s: what happened, that the text is kept, and a way out that there is', (code, kind, reason, wayOut) => {
    const failure = failureOf(code);
    expect(failure.code).toBe(kind);
    expect(failure.message).toBe(
      `Not recorded. ${reason} Your text is kept. ${failure.message.split('kept. ')[1] ?? ''}`,
    );
    expect(failure.message).toContain(wayOut);
    expect(failure.message).toMatch(/try again, or record in another folder\.$/i);
    expect(toReadOnlyReason(failure)).toBe(reason);
  });

  it.each([
    ['EDQUOT', 'UNKNOWN', 'storage.quota', 'Your share of this disk is used up (EDQUOT).'],
    ['EDQUOT', 'Unknown system error -122', 'storage.quota', 'Your share of this disk is used up (EDQUOT).'],
    ['ESTALE', 'UNKNOWN', 'storage.gone', 'The library folder is gone: the share was lost (ESTALE).'],
  ] as const)('[AF10] %s is known by its number, whose name Node does not know: %s', (name, code, kind, reason) => {
    const errno = -constants.errno[name];
    const failure = toStorageFailure(
      Object.assign(new Error('unknown error, write'), { code, errno, syscall: 'write' }),
    );
    expect([failure.code, toReadOnlyReason(failure)]).toEqual([kind, reason]);
  });

  it('[AF10] an error of the system that nobody has a name for is one of the disk; all else is a bug', () => {
    const strange = Object.assign(new Error('unknown'), { code: 'UNKNOWN', errno: -9_999, syscall: 'write' });
    expect(toReadOnlyReason(toStorageFailure(strange))).toBe('The disk did not accept it (error 9999).');
    for (const bug of [
      new TypeError('x is undefined'),
      Object.assign(new Error('x'), { code: 'ERR_OUT_OF_RANGE' }),
      'x',
    ])
      expect(() => toStorageFailure(bug)).toThrow();
  });

  it('[LB32] what stops one incident alone says nothing about its library', () => {
    expect(concernsLibrary(failureOf('EIO'))).toBe(true);
    expect(concernsLibrary({ code: 'storage.newer', message: '' })).toBe(false);
    expect(concernsLibrary({ code: 'note.refused', message: '' })).toBe(false);
  });
});
