import { err } from '../../shared/kernel/result.ts';
import type {
  LibraryChannel,
  LibraryReply,
  LibraryRequests,
  PushMessage,
  ReplyMessage,
  RequestMessage,
} from '../library/protocol.ts';

/** The part of a child process that main needs; Electron's utilityProcess fits. */
export interface LibraryProcess {
  postMessage(message: RequestMessage): void;
  onMessage(listener: (message: PushMessage | ReplyMessage) => void): void;
  onExit(listener: (code: number) => void): void;
  kill(): void;
}

export interface LibraryClient {
  /**
   * Resolves with the reply, however often the process had to be started again for it; with the failure
   * `storage.unreachable` when it does not come up any more. `probe` then tries once more to start it.
   */
  request<C extends LibraryChannel>(channel: C, payload: LibraryRequests[C]['payload']): Promise<LibraryReply<C>>;
  /** Puts a fresh process in the place of the present one, as after its death: what is unanswered is asked again. */
  startAnew(): void;
  /** Lets the process finish what it is at, for two seconds at most, and ends it for good. */
  close(): Promise<void>;
}

interface LibraryClientDeps {
  readonly start: () => LibraryProcess;
  readonly onPush: (message: PushMessage) => void;
  /** A sentence for the person, or null when all is well again. */
  readonly onTrouble: (sentence: string | null) => void;
  /** A new process is there and knows nothing of what the one before had open. */
  readonly onRestart: () => void;
  readonly setTimer: (run: () => void, ms: number) => () => void;
}

interface Waiting {
  readonly message: RequestMessage;
  /** How many processes it was sent to. */
  sentTimes: number;
  readonly settle: (reply: LibraryReply<LibraryChannel>) => void;
}

/** After this a process that answers nothing is taken for hung and started again. */
const hungAfterMs = 10_000;
/** How long closing waits for the process to let go of its files. */
const closeWithinMs = 2_000;
/** Starts in a row without one answer in between, or processes that died over one request, before it is given up. */
const hopelessAfter = 3;

const isHopeless =
  'The part that writes to the disk does not start any more. Copy everything unrecorded, then try again; or close Holdfast and start it anew, or with another folder (--library).';
const unreachable = err({ code: 'storage.unreachable', message: `Nothing says that this was recorded. ${isHopeless}` });
const closing = err({ code: 'storage.closed', message: 'Not recorded: Holdfast is closing. Your text is kept.' });

/**
 * Talks to the library process. When it dies or hangs it is started again and every unanswered request is sent again:
 * commands carry ids, so nothing is recorded twice, and nothing waits for ever.
 */
export const createLibraryClient = (deps: LibraryClientDeps): LibraryClient => {
  const { start, onPush, onTrouble, onRestart, setTimer } = deps;
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let startsWithoutAnswer = 0;
  let isClosed = false;
  let stopTimer: (() => void) | undefined;

  const startProcess = (): LibraryProcess => {
    const child = start();
    child.onMessage((message) => {
      if (child !== current) return;
      if (!('push' in message)) return answered(message);
      // What tells of its work is not hung, however long that takes.
      if (message.push === 'busy' || message.push === 'listing') watch();
      onPush(message);
    });
    child.onExit((code) => {
      if (child !== current) return;
      if (isClosed) settleAll(closing);
      else restart(`The part that writes to the disk ended (code ${code}).`);
    });
    return child;
  };

  const restart = (why: string) => {
    startsWithoutAnswer += 1;
    if (startsWithoutAnswer > hopelessAfter) {
      current = null;
      settleAll(unreachable);
      onTrouble(isHopeless);
      return;
    }
    replaceProcess();
    onTrouble(`${why} It was started again; what waits is sent again.`);
    onRestart();
    watch();
  };

  /** Before anybody is told: who asks something then must not reach the dead one, which Electron does not survive. */
  const replaceProcess = () => {
    current = startProcess();
    for (const [id, request] of waiting) {
      request.sentTimes += 1;
      // Perhaps it is what they died of: the others must get through.
      if (request.sentTimes > hopelessAfter) {
        waiting.delete(id);
        request.settle(unreachable);
      } else current.postMessage(request.message);
    }
  };

  const settleAll = (reply: LibraryReply<LibraryChannel>) => {
    const unanswered = [...waiting.values()];
    waiting.clear();
    watch();
    for (const { settle } of unanswered) settle(reply);
  };

  const answered = (message: ReplyMessage) => {
    if (startsWithoutAnswer > 0) onTrouble(null);
    startsWithoutAnswer = 0;
    const request = waiting.get(message.id);
    waiting.delete(message.id);
    request?.settle(message.reply);
    watch();
  };

  /** One timer for all: any answer shows that the process lives. */
  const watch = () => {
    stopTimer?.();
    stopTimer = undefined;
    if (waiting.size === 0 || isClosed) return;
    stopTimer = setTimer(() => {
      const hung = current;
      restart('The part that writes to the disk did not answer for 10 seconds.');
      hung?.kill();
    }, hungAfterMs);
  };

  const send = <C extends LibraryChannel>(channel: C, payload: LibraryRequests[C]['payload']) =>
    new Promise<LibraryReply<C>>((resolve) => {
      lastId += 1;
      const message = { id: lastId, channel, payload } as RequestMessage;
      waiting.set(lastId, { message, sentTimes: 1, settle: resolve as Waiting['settle'] });
      current?.postMessage(message);
      if (waiting.size === 1) watch();
    });

  let current: LibraryProcess | null = startProcess();
  return {
    request: async (channel, payload) => {
      if (isClosed) return closing;
      if (current === null) {
        if (channel !== 'probe') return unreachable;
        current = startProcess();
        onRestart();
      }
      return send(channel, payload);
    },
    startAnew: () => {
      if (isClosed) return;
      const old = current;
      startsWithoutAnswer = 0;
      replaceProcess();
      old?.kill();
      onRestart();
      watch();
    },
    close: async () => {
      if (isClosed || current === null) return;
      const child = current;
      const done = send('close', null);
      isClosed = true;
      watch();
      await new Promise<void>((resolve) => {
        const stop = setTimer(resolve, closeWithinMs);
        void done.then(() => {
          stop();
          resolve();
        });
      });
      child.kill();
    },
  };
};
