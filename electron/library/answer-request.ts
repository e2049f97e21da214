import { err, ok } from '../../shared/kernel/result.ts';
import { deleteAndNote } from './delete-and-note.ts';
import type { HoldfastLibrary } from './holdfast-library.ts';
import type { LibraryChannel, LibraryReply, LibraryRequests, RequestMessage } from './protocol.ts';
import { toUnusableFolder } from './storage-failure.ts';

type Answers = {
  readonly [C in LibraryChannel]: (
    payload: LibraryRequests[C]['payload'],
    library: HoldfastLibrary,
  ) => LibraryReply<C> | Promise<LibraryReply<C>>;
};

/** Answers one request of the main process. Rejects only for a bug. */
export const answerRequest = async <C extends LibraryChannel>(
  library: HoldfastLibrary,
  { channel, payload }: RequestMessage<C>,
): Promise<LibraryReply<C>> => {
  if (!Object.hasOwn(answers, channel)) throw new Error(`The library has no channel ${channel}`);
  try {
    return await answers[channel](payload, library);
  } catch (error) {
    const failure = toUnusableFolder(error);
    if (failure === null) throw error;
    return err(failure);
  }
};

const answers: Answers = {
  state: (_, library) => ok(library.state()),
  probe: async (_, library) => ok(await library.probe()),
  'list:last-seen': (_, library) => ok(library.lastSeen()),
  list: async (_, library) => ok(await library.list()),
  open: async ({ incident }, library) => {
    const opened = library.open(incident);
    await library.confirmed(incident);
    return opened.ok ? ok(JSON.stringify(opened.value)) : opened;
  },
  execute: (request, library) => library.execute(request),
  verify: ({ incident }, library) => library.verify(incident),
  'residue:find': ({ incident, words }, library) => library.residue(incident, words),
  'residue:delete': (request, library) => deleteAndNote(library, request),
  folder: ({ incident }, library) => library.folderOf(incident),
  bundle: ({ incidents, path }, library) => library.places.bundle(incidents, path),
  restore: ({ path, whatIsWhole }, library) => library.places.restore(path, whatIsWhole),
  'mirror:begin': ({ folder }, library) => library.places.beginMirror(folder),
  'drafts:list': (_, library) => ok(library.drafts.list()),
  'drafts:save': ({ key, text }, library) =>
    text === '' ? library.drafts.remove(key) : library.drafts.save(key, text),
  'playbook:read': async (_, library) => ok(await library.readPlaybook()),
  'playbook:save': (playbook, library) => library.savePlaybook(playbook),
  leave: async ({ incident }, library) => {
    await library.leave(incident);
    return ok(null);
  },
  carry: ({ folder }, library) => library.carryTo(folder),
  close: async (_, library) => {
    await library.close();
    return ok(null);
  },
};
