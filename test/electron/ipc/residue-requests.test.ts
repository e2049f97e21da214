import { expect, it } from 'vitest';
import { deleteOnBothSides } from '../../../electron/ipc/residue-requests.ts';
import type { DeletedFile } from '../../../electron/library/protocol.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import { incidentA } from '../../support/memory-library.ts';

const file: DeletedFile = { incident: incidentA, bytes: 1, sha256: 'ab'.repeat(32) };
const full = { code: 'storage.full', message: 'The disk is full.' };

/** A mirror that says this of what it is asked to delete. */
const aMirror = (says: string | null) => {
  const asked: (DeletedFile | null)[] = [];
  const deleteInMirror = async (given: DeletedFile | null) => {
    asked.push(given);
    return says;
  };
  return { asked, deleteInMirror };
};

it('[MI21] what was deleted in the library is deleted in the mirror, or a sentence says that it is still there', async () => {
  for (const stillInMirror of [null, 'Still there.']) {
    const { asked, deleteInMirror } = aMirror(stillInMirror);
    expect(await deleteOnBothSides(ok({ file, notNoted: null }), deleteInMirror)).toEqual(ok({ stillInMirror }));
    expect(asked).toEqual([file]);
  }
});

it('[MI21] a file that is gone already may have left a copy; one that was not deleted is left in the mirror', async () => {
  const { asked, deleteInMirror } = aMirror('Still there.');
  const gone = err({ code: 'residue.gone', message: 'This file is gone already.' });
  expect(await deleteOnBothSides(gone, deleteInMirror)).toEqual(
    err({ code: 'residue.gone', message: 'This file is gone already. Still there.' }),
  );
  expect(asked).toEqual([null]);
  expect(await deleteOnBothSides(err(full), deleteInMirror)).toEqual(err(full));
  expect(asked).toEqual([null]);
});

it('[RX11] a deletion that cannot be noted says that the file is gone, and goes on into the mirror', async () => {
  const { asked, deleteInMirror } = aMirror(null);
  expect(await deleteOnBothSides(ok({ file, notNoted: full }), deleteInMirror)).toEqual(
    err({ ...full, message: 'The file is deleted, but that is not on the timeline: The disk is full.' }),
  );
  expect(asked).toEqual([file]);
});
