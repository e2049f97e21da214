import { describe, expect, it } from 'vitest';
import { createLibraryClient, type LibraryProcess } from '../../../electron/ipc/library-client.ts';
import type { PushMessage, ReplyMessage, RequestMessage } from '../../../electron/library/protocol.ts';

/** Library processes that a test lets answer, die or hang, and a timer that it lets run out. */
const createWorld = () => {
  const processes: {
    readonly received: RequestMessage[];
    answer(message: ReplyMessage | PushMessage): void;
    exit(): void;
    isKilled: boolean;
  }[] = [];
  const pushes: PushMessage[] = [];
  const troubles: (string | null)[] = [];
  let restarts = 0;
  let heard: (sentence: string | null) => void = () => undefined;
  let timer: (() => void) | undefined;
  let timersSet = 0;
  const start = (): LibraryProcess => {
    let onMessage: (message: ReplyMessage | PushMessage) => void = () => undefined;
    let onExit: (code: number) => void = () => undefined;
    const process = {
      received: [] as RequestMessage[],
      answer: (message: ReplyMessage | PushMessage) => onMessage(message),
      exit: () => onExit(9),
      isKilled: false,
    };
    processes.push(process);
    return {
      postMessage: (message) => process.received.push(message),
      onMessage: (listener) => {
        onMessage = listener;
      },
      onExit: (listener) => {
        onExit = listener;
      },
      kill: () => {
        process.isKilled = true;
      },
    };
  };
  const client = createLibraryClient({
    start,
    onPush: (message) => pushes.push(message),
    onTrouble: (sentence) => {
      troubles.push(sentence);
      heard(sentence);
    },
    onRestart: () => {
      restarts += 1;
    },
    setTimer: (run) => {
      timer = run;
      timersSet += 1;
      return () => {
        timer = undefined;
      };
    },
  });
  return {
    client,
    processes,
    pushes,
    troubles,
    restarts: () => restarts,
    onTrouble: (listener: typeof heard) => {
      heard = listener;
    },
    runOut: () => timer?.(),
    hasTimer: () => timer !== undefined,
    timersSet: () => timersSet,
  };
};

const reply = (id: number): ReplyMessage<'list'> => ({ id, reply: { ok: true, value: [] } });

describe('the connection to the library process', () => {
  it('[LP1] a request gets the reply that carries its number, in any order', async () => {
    const { client, processes, hasTimer } = createWorld();
    const first = client.request('list', null);
    const second = client.request('list', null);
    processes[0]?.answer({ id: 2, reply: { ok: false, error: { code: 'x', message: 'second' } } });
    processes[0]?.answer(reply(1));
    expect(await first).toEqual({ ok: true, value: [] });
    expect(await second).toMatchObject({ ok: false, error: { message: 'second' } });
    expect(hasTimer()).toBe(false);
  });

  it('[LP2] when the process dies it is started again and what was not answered is sent again, once', async () => {
    const { client, processes, troubles } = createWorld();
    const answered = client.request('state', null);
    processes[0]?.answer({ id: 1, reply: { ok: true, value: { folder: '', id: null, readOnly: null, notices: [] } } });
    await answered;
    const waiting = client.request('list', null);
    processes[0]?.exit();
    expect(processes).toHaveLength(2);
    expect(processes[1]?.received).toEqual([{ id: 2, channel: 'list', payload: null }]);
    expect(troubles).toEqual([expect.stringContaining('started again')]);
    processes[1]?.answer(reply(2));
    expect(await waiting).toEqual({ ok: true, value: [] });
    expect(troubles.at(-1)).toBeNull();
  });

  it('[LP3] a process that answers nothing for ten seconds is taken for hung, replaced and killed', async () => {
    const { client, processes, runOut, troubles } = createWorld();
    const waiting = client.request('list', null);
    runOut();
    expect(processes).toHaveLength(2);
    expect(processes[0]?.isKilled).toBe(true);
    expect(troubles[0]).toContain('10 seconds');
    // What the hung one says after all is not heard: the command was sent again, and its id makes that harmless.
    processes[0]?.answer(reply(1));
    processes[1]?.answer(reply(1));
    expect(await waiting).toEqual({ ok: true, value: [] });
  });

  it('[OP13] one that tells how far it is has its ten seconds anew', () => {
    const { client, processes, timersSet } = createWorld();
    void client.request('list', null);
    const before = timersSet();
    processes[0]?.answer({ push: 'listing', payload: { done: 1, of: 2 } });
    expect(timersSet()).toBe(before + 1);
    expect(processes).toHaveLength(1);
  });

  it('[LP4] one that does not come up is not started for ever, and the person is told', () => {
    const { client, processes, troubles } = createWorld();
    void client.request('list', null);
    for (let round = 0; round < 10; round += 1) processes.at(-1)?.exit();
    expect(processes.length).toBeLessThan(6);
    expect(troubles.at(-1)).toContain('does not start any more');
  });

  it('[LP5] pushes are passed on; after closing nothing is started any more', async () => {
    const { client, processes, pushes } = createWorld();
    processes[0]?.answer({ push: 'recorded', payload: '{}' });
    expect(pushes).toEqual([{ push: 'recorded', payload: '{}' }]);
    const closed = client.close();
    processes[0]?.exit();
    await closed;
    expect(processes).toHaveLength(1);
    expect(await client.request('list', null)).toMatchObject({ ok: false, error: { code: 'storage.closed' } });
  });

  it('[LP6] closing lets the process finish and then ends it, at the latest when the time is over', async () => {
    const { client, processes } = createWorld();
    const waiting = client.request('list', null);
    let isClosed = false;
    const closed = client.close().then(() => {
      isClosed = true;
    });
    expect(processes[0]?.received.map(({ channel }) => channel)).toEqual(['list', 'close']);
    processes[0]?.answer(reply(1));
    expect(await waiting).toEqual({ ok: true, value: [] });
    expect([isClosed, processes[0]?.isKilled]).toEqual([false, false]);
    processes[0]?.answer({ id: 2, reply: { ok: true, value: null } } as ReplyMessage);
    await closed;
    expect(processes[0]?.isKilled).toBe(true);

    const hung = createWorld();
    const given = hung.client.close();
    hung.runOut();
    await given;
    expect(hung.processes[0]?.isKilled).toBe(true);
  });

  it('[LP7] what waits when the process is given up is answered with the way out, and so is what comes later', async () => {
    const { client, processes, hasTimer } = createWorld();
    const waiting = client.request('list', null);
    for (let round = 0; round < 4; round += 1) processes.at(-1)?.exit();
    const failure = {
      ok: false,
      error: { code: 'storage.unreachable', message: expect.stringContaining('try again') },
    };
    expect(await waiting).toMatchObject(failure);
    expect(await client.request('list', null)).toMatchObject(failure);
    expect(hasTimer()).toBe(false);
  });

  it('[LP7] looking again starts it once more, and from its first answer on all is well', async () => {
    const { client, processes, troubles, restarts } = createWorld();
    for (let round = 0; round < 4; round += 1) processes.at(-1)?.exit();
    const before = processes.length;
    const probing = client.request('probe', null);
    await Promise.resolve();
    expect(processes).toHaveLength(before + 1);
    expect(restarts()).toBe(4);
    const { id = 0 } = processes.at(-1)?.received[0] ?? {};
    processes.at(-1)?.answer({ id, reply: { ok: true, value: { folder: '', id: null, readOnly: null, notices: [] } } });
    expect(await probing).toMatchObject({ ok: true });
    expect(troubles.at(-1)).toBeNull();
  });

  it('[LP8] a request over which three processes died is given up; the others get their answers', async () => {
    const { client, processes } = createWorld();
    const deadly = client.request('list', null);
    const dieAfterAnAnswer = async () => {
      const harmless = client.request('state', null);
      const { id = 0 } = processes.at(-1)?.received.at(-1) ?? {};
      processes
        .at(-1)
        ?.answer({ id, reply: { ok: true, value: { folder: '', id: null, readOnly: null, notices: [] } } });
      expect(await harmless).toMatchObject({ ok: true });
      processes.at(-1)?.exit();
    };
    for (let round = 0; round < 3; round += 1) await dieAfterAnAnswer();
    expect(await deadly).toMatchObject({ ok: false, error: { code: 'storage.unreachable' } });
    expect(processes.at(-1)?.received).toEqual([]);
  });

  it('[LP9] whoever asks something on hearing of the trouble reaches the new process', async () => {
    const { client, processes, onTrouble } = createWorld();
    onTrouble(() => void client.request('state', null));
    processes[0]?.exit();
    await Promise.resolve();
    expect(processes[0]?.received).toEqual([]);
    expect(processes[1]?.received.map(({ channel }) => channel)).toEqual(['state']);
  });

  it('[LP9] whoever has incidents open is told of every new process', () => {
    const { processes, restarts } = createWorld();
    expect(restarts()).toBe(0);
    processes[0]?.exit();
    expect(restarts()).toBe(1);
  });

  it('[LP20] a process that is put in the place of another is asked what was not answered, and the old one ended', async () => {
    const { client, processes, restarts, troubles } = createWorld();
    const waiting = client.request('list', null);
    client.startAnew();
    expect(processes[0]?.isKilled).toBe(true);
    expect(restarts()).toBe(1);
    processes[0]?.exit();
    expect(processes).toHaveLength(2);
    processes[1]?.answer(reply(1));
    expect(await waiting).toEqual({ ok: true, value: [] });
    expect(troubles).toEqual([]);
  });
});
