import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answerRequest } from '../../../electron/library/answer-request.ts';
import { type HoldfastLibrary, openHoldfastLibrary } from '../../../electron/library/holdfast-library.ts';
import { createNodeFileLayer } from '../../../electron/library/node-file-layer.ts';
import { sha256 } from '../../../electron/library/sha256.ts';
import type { Command } from '../../../shared/incident/command.ts';
import { msToInstant } from '../../../shared/kernel/instant.ts';
import type { CommandId, EventId } from '../../../shared/record/ids.ts';
import { incidentA } from '../../support/memory-library.ts';

const secret = 'Zoë "Ray", card 4000 1234 5678 9010, said:\nno & left <angry>';
const by = { person: 'Ada', device: 'lap' };

let base: string;
let library: HoldfastLibrary;
beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), 'holdfast-redact-'));
  library = await open();
});
afterEach(async () => {
  await library.close();
  rmSync(base, { recursive: true, force: true });
});

const open = () =>
  openHoldfastLibrary({
    files: createNodeFileLayer(),
    folder: join(base, 'library'),
    mayCreateParents: true,
    cacheFolder: join(base, 'cache'),
    appVersion: '1',
    now: () => msToInstant(Date.now()),
  });

const execute = async (id: string, command: Command): Promise<EventId> => {
  const done = await library.execute({ id: id as CommandId, incident: incidentA, command, by, zone: 'UTC' });
  if (!done.ok) throw new Error(done.error.message);
  return done.value.events[0] ?? ('' as EventId);
};
const declareWith = (title: string) =>
  execute('declare', { type: 'DeclareIncident', title, playbook: library.playbook().digest });

const put = (path: string, content: string | Buffer) => {
  const home = library.folderOf(incidentA);
  const file = join(home.ok ? home.value : '', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
};

/** Files below the base that hold the text in any of the ways that a grep would look for. */
const filesHolding = (text: string): readonly string[] => {
  const escaped = JSON.stringify(text).slice(1, -1);
  const ascii = escaped.replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const wanted = [text, escaped, ascii, JSON.stringify(escaped).slice(1, -1)]
    .map((each) => Buffer.from(each))
    .concat(Buffer.from(text, 'utf16le'));
  return readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return wanted.some((each) => bytes.includes(each));
    })
    .map((path) => path.slice(path.indexOf('/incidents/') < 0 ? base.length : path.lastIndexOf(incidentA) + 27));
};
const residue = () => {
  const found = library.residue(incidentA, '');
  return found.ok ? found.value.files.map(({ path, why }) => `${why} ${path}`) : [];
};
const deletion = (path: string) =>
  answerRequest(library, {
    id: 1,
    channel: 'residue:delete',
    payload: { id: `delete-${path}` as CommandId, incident: incidentA, by, zone: 'UTC', path },
  });

it('[RX10] after a redaction the text is in no file on the disk but those listed for deletion, byte by byte', async () => {
  await declareWith(secret);
  const entry = await execute('note', { type: 'RecordEntry', kind: 'note', text: secret });
  const correction = await execute('mend', { type: 'CorrectEntry', entry, text: `${secret}!`, reason: secret });
  const declared = library.stateOf(incidentA);
  const declaration = declared.ok ? declared.value.lifecycle.declared?.id : undefined;
  await library.list();
  await library.drafts.save(`${incidentA}/entry`, `!obs ${secret}`);
  await library.drafts.save(`${incidentA}/place:update:exec`, JSON.stringify({ setAside: [secret] }));
  // Another run that is over: its journal, and its drafts.
  const other = await open();
  await other.execute({
    id: 'elsewhere' as CommandId,
    incident: incidentA,
    command: { type: 'RecordEntry', kind: 'note', text: 'from another run' },
    by,
    zone: 'UTC',
  });
  await other.drafts.save(`${incidentA}/capture`, secret);
  await other.close();
  put('exports/review.md', `# ${secret}`);
  put('exports/review.json', JSON.stringify({ title: secret }));
  put('exports/clean.md', '# nothing of it');
  put('evidence/log.txt', Buffer.from(secret, 'utf16le'));
  expect(filesHolding(secret).length).toBeGreaterThan(6);

  for (const [index, event] of [correction, entry, declaration ?? ('' as EventId)].entries())
    await execute(`redact-${index}`, { type: 'RedactText', event, why: 'customer data' });
  const left = ['exports/review.json', 'exports/review.md', 'evidence/log.txt'].sort();
  expect([...filesHolding(secret)].sort()).toEqual(left);
  expect(
    residue()
      .map((line) => line.replace('holds ', ''))
      .sort(),
  ).toEqual(left);
  expect(library.verify(incidentA)).toMatchObject({ ok: true, value: { problems: [] } });

  for (const path of left) expect(await deletion(path)).toMatchObject({ ok: true, value: { notNoted: null } });
  expect(filesHolding(secret)).toEqual([]);
  expect(residue()).toEqual([]);
  expect(library.verify(incidentA)).toMatchObject({ ok: true, value: { problems: [] } });
  await library.close();
  library = await open();
  await library.list();
  expect(filesHolding(secret)).toEqual([]);
});

it('[RX11] a deletion is on the timeline, with what kind of file it was and none of its words', async () => {
  await declareWith('Checkout fails');
  const digest = 'ab'.repeat(32);
  put(`evidence/${digest}.log`, 'x');
  put('exports/review-Jane-Doe.pdf', 'x');
  await deletion(`evidence/${digest}.log`);
  await deletion('exports/review-Jane-Doe.pdf');
  expect(await deletion('exports/review-Jane-Doe.pdf')).toMatchObject({ ok: false, error: { code: 'residue.gone' } });
  const state = library.stateOf(incidentA);
  const entries = state.ok ? [...state.value.timeline.entries.values()] : [];
  expect(entries.map(({ event, by: who }) => [event.kind, event.source, event.text, who])).toEqual([
    [
      'system',
      'system',
      'Deleted because it held, or may have held, redacted text: the evidence file abababababab.log.',
      'Ada',
    ],
    ['system', 'system', 'Deleted because it held, or may have held, redacted text: an export (pdf).', 'Ada'],
  ]);
});

it('[RX11] a deletion that cannot be noted says so, and by what its copies are known', async () => {
  await declareWith('Checkout fails');
  put('exports/a.pdf', 'x');
  const noisy: HoldfastLibrary = {
    ...library,
    execute: async () => ({ ok: false, error: { code: 'storage.full', message: 'The disk is full.' } }),
  };
  const payload = { id: 'd' as CommandId, incident: incidentA, by, zone: 'UTC', path: 'exports/a.pdf' };
  expect(await answerRequest(noisy, { id: 1, channel: 'residue:delete', payload })).toMatchObject({
    ok: true,
    value: {
      file: { incident: incidentA, bytes: 1, sha256: sha256('x') },
      notNoted: { message: 'The disk is full.' },
    },
  });
});
