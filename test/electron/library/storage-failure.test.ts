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

  it('[LB32] what stops one incident alone says nothing about its library', () => {
    expect(concernsLibrary(failureOf('EIO'))).toBe(true);
    expect(concernsLibrary({ code: 'storage.newer', message: '' })).toBe(false);
    expect(concernsLibrary({ code: 'note.refused', message: '' })).toBe(false);
  });
});
