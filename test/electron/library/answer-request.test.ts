import { expect, it } from 'vitest';
import { answerRequest } from '../../../electron/library/answer-request.ts';
import { openHoldfastLibrary } from '../../../electron/library/holdfast-library.ts';
import { createFaultFileLayer, type FaultFileLayer } from '../../support/fault-file-layer.ts';
import { libraryOptions } from '../../support/made-library.ts';

const openOn = (files: FaultFileLayer) => openHoldfastLibrary({ ...libraryOptions('/data/library'), files });

it('[AF13] a library folder that may not be looked into is opened, and says so instead of calling it a mistake', async () => {
  const files = createFaultFileLayer();
  await (await openOn(files)).close();
  files.onCall = (_, __, path) => (path.startsWith('/data/library/') ? { code: 'EACCES' } : undefined);
  const library = await openOn(files);
  expect(library.state().readOnly).toMatch(/EACCES/);
  const reply = await answerRequest(library, { id: 1, channel: 'list', payload: null });
  expect(reply).toMatchObject({ ok: false, error: { code: 'storage.unusable' } });
  expect(!reply.ok && reply.error.message).toMatch(/the library folder cannot be used \(EACCES.*Mend that/);
  files.onCall = null;
  expect(await answerRequest(library, { id: 2, channel: 'list', payload: null })).toEqual({ ok: true, value: [] });
});

it('[AF13] what is no error of the system stays a bug', async () => {
  const library = await openOn(createFaultFileLayer());
  const broken = {
    ...library,
    list: () => {
      throw new TypeError('x is undefined');
    },
  };
  await expect(answerRequest(broken, { id: 1, channel: 'list', payload: null })).rejects.toThrow('x is undefined');
});
