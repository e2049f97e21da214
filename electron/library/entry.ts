import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { msToInstant } from '../../shared/kernel/instant.ts';
import { err } from '../../shared/kernel/result.ts';
import type { CommandId } from '../../shared/record/ids.ts';
import { readTestClock } from '../test-clock.ts';
import { answerRequest } from './answer-request.ts';
import { createClockWatch } from './clock-watch.ts';
import { openHoldfastLibrary, systemClock } from './holdfast-library.ts';
import type { ExecuteRequest } from './library.ts';
import { createListWatch } from './list-watch.ts';
import { createNodeFileLayer } from './node-file-layer.ts';
import { createProbeWatch } from './probe-watch.ts';
import {
  type LibraryProcessOptions,
  type PushMessage,
  type RecordedPush,
  type RequestMessage,
  readProcessOptions,
} from './protocol.ts';

/** The library process (Electron's utilityProcess): owns every file of the library, and nothing else. */
const clockLookMs = 5_000;
/** Main takes a process that says nothing for ten seconds for hung. */
const busySignMs = 2_000;
const longRequests: ReadonlySet<string> = new Set(['bundle', 'restore']);
/** What others write shows within a second, with the time it takes to read it. */
const listLookMs = 700;
/** On a slow share looking takes long: it then looks more seldom, since nothing is recorded meanwhile. */
const pausePerLook = 20;

const { testClock, ...options } = readProcessOptions<LibraryProcessOptions>(process.argv);

const files = createNodeFileLayer();
const library = await openHoldfastLibrary({
  ...options,
  files,
  check: 'quick',
  now: () => (testClock === null ? msToInstant(Date.now()) : readTestClock(testClock)),
  isClockSimulated: testClock !== null,
});
const port = process.parentPort;
const push = (message: PushMessage) => port.postMessage(message);

const probing = createProbeWatch({
  probe: library.probe,
  setTimer: (run, ms) => setTimeout(run, ms).unref(),
  onBug: (bug) => console.error(bug),
});
probing.noteState(library.state());
library.subscribe((event) => {
  if (event.kind === 'state') {
    push({ push: 'state', payload: event.state });
    probing.noteState(event.state);
  } else if (event.kind === 'listed') push({ push: 'listed', payload: null });
  else if (event.kind === 'listing') push({ push: 'listing', payload: event.progress });
  else {
    const { kind, ...recorded } = event;
    push({ push: kind, payload: JSON.stringify(recorded satisfies RecordedPush) });
  }
});
const watch = createClockWatch(
  systemClock(() => msToInstant(Date.now())),
  ({ incident, by, zone }, text) => {
    const known = library.stateOf(incident);
    if (!known.ok || known.value.lifecycle.status !== 'open') return;
    const command = { type: 'RecordEntry', kind: 'system', source: 'system', text };
    const request = {
      id: `clock-${randomUUID()}` as CommandId,
      incident,
      command,
      by: { ...by, person: 'console' },
      zone,
    };
    library.execute(request).then(
      (outcome) => {
        // Nobody typed it, so nobody waits for the answer; the log of the process is where it is looked for.
        if (!outcome.ok) console.error(`The jump of the clock was not recorded: ${outcome.error.message}`);
      },
      (bug: unknown) => console.error(bug),
    );
  },
);
// A test clock jumps by intent.
if (testClock === null) setInterval(watch.look, clockLookMs).unref();

const listWatch = createListWatch({
  files,
  folder: join(library.state().folder, 'incidents'),
  fileNowMs: () => Date.now(),
});
const lookAtList = () => {
  const begun = performance.now();
  if (library.isAway()) probing.noteAway();
  else if (listWatch.look()) push({ push: 'listed', payload: null });
  return performance.now() - begun;
};
const keepLooking = () => {
  const tookMs = lookAtList();
  setTimeout(keepLooking, Math.max(listLookMs, tookMs * pausePerLook)).unref();
};
// The first look reads every name and says nothing about how long the others take.
setTimeout(() => {
  lookAtList();
  setTimeout(keepLooking, listLookMs).unref();
}, listLookMs).unref();

port.on('message', ({ data }: { data: RequestMessage }) => {
  if (data.channel === 'execute') watch.noteWriting(data.payload as ExecuteRequest);
  const signs = longRequests.has(data.channel)
    ? setInterval(() => push({ push: 'busy', payload: null }), busySignMs)
    : undefined;
  const answering = answerRequest(library, data).finally(() => clearInterval(signs));
  answering.then(
    (reply) => port.postMessage({ id: data.id, reply }),
    (bug: unknown) => {
      // Answered, not died of: main would send the command again, and the same bug would end the next process too.
      console.error(bug);
      const message = `Holdfast made a mistake (${String(bug)}). Your text is kept.`;
      port.postMessage({ id: data.id, reply: err({ code: 'library.bug', message }) });
    },
  );
});
push({ push: 'ready', payload: library.state() });
