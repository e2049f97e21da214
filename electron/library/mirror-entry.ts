import { randomBytes } from 'node:crypto';
import type { DeletedFile } from './delete-copies.ts';
import { createMirror } from './mirror.ts';
import { createNodeFileLayer } from './node-file-layer.ts';
import { type LookMessage, type MirrorMessage, type MirrorProcessOptions, readProcessOptions } from './protocol.ts';

/**
 * The process that follows a library into its mirror. It is one of its own because every call on a dead share may hang for
 * minutes: what is recorded must not wait for that.
 */
const { library, mirror } = readProcessOptions<MirrorProcessOptions>(process.argv);

/** What other runs wrote is seen within this; a look at a large library on a slow share takes its own time again. */
const pauseMs = 1_500;
const lifeSignMs = 2_000;

const follower = createMirror({
  files: createNodeFileLayer(),
  library,
  mirror,
  newToken: () => randomBytes(16).toString('hex'),
  nowMs: () => Date.now(),
});
const port = process.parentPort;
const send = (message: MirrorMessage) => port.postMessage(message);

let isLooking = false;
let isWanted = false;
let owed: readonly DeletedFile[] = [];
let timer: NodeJS.Timeout | undefined;
const look = async () => {
  isWanted = true;
  if (isLooking) return;
  isLooking = true;
  clearTimeout(timer);
  const signs = setInterval(() => send({ kind: 'alive' }), lifeSignMs);
  const begun = Date.now();
  while (isWanted) {
    isWanted = false;
    const { deleted, ...state } = await follower.look(owed);
    owed = owed.filter((file) => !deleted.includes(file));
    send({ kind: 'state', state, deleted });
  }
  clearInterval(signs);
  isLooking = false;
  timer = setTimeout(again, Math.max(pauseMs, Date.now() - begun));
};
const again = () => {
  // A bug ends this process and nothing else; main starts another.
  look().catch((bug: unknown) => {
    console.error(bug);
    process.exit(1);
  });
};
// A deletion that is told during a look is done by the next one, so that what that look had copied goes too.
port.on('message', ({ data }: { data: LookMessage }) => {
  owed = data;
  again();
});
