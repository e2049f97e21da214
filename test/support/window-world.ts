import { vi } from 'vitest';
import type { PushChannel, PushPayload, RequestChannel, RequestPayload } from '../../shared/ipc/contract.ts';

interface Asked {
  readonly channel: RequestChannel;
  readonly payload: never;
  answer(reply: unknown): void;
}

export interface WindowWorld {
  /** What the stores have asked and got no answer to, oldest first. */
  readonly asked: Asked[];
  /** The oldest unanswered request of a channel; throws when there is none. */
  next<C extends RequestChannel>(
    channel: C,
  ): { readonly payload: RequestPayload<C>; answer(reply: unknown): Promise<void> };
  push<C extends PushChannel>(channel: C, payload: PushPayload<C>): void;
}

/** Stands for the browser's window and the main process behind it. Call before a store is imported. */
export const createWindowWorld = (): WindowWorld => {
  const asked: Asked[] = [];
  const listeners = new Map<PushChannel, Set<(payload: never) => void>>();
  const silent = { addEventListener: () => undefined };
  const request = (channel: RequestChannel, payload: never) =>
    new Promise((answer) => {
      asked.push({ channel, payload, answer });
    });
  const subscribe = (channel: PushChannel, listener: (payload: never) => void) => {
    listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
    return () => listeners.get(channel)?.delete(listener);
  };
  vi.stubGlobal('window', { ...silent, bridge: { request, subscribe } });
  vi.stubGlobal('document', { ...silent, hidden: false });
  return {
    asked,
    next: (channel) => {
      const index = asked.findIndex((each) => each.channel === channel);
      const [found] = index < 0 ? [] : asked.splice(index, 1);
      if (!found) throw new Error(`Nobody asked ${channel}; asked: ${asked.map((each) => each.channel).join(', ')}`);
      return {
        payload: found.payload,
        answer: async (reply) => {
          found.answer(reply);
          await settle();
        },
      };
    },
    push: (channel, payload) => {
      for (const listener of listeners.get(channel) ?? []) listener(payload as never);
    },
  };
};

/** Lets everything run that waits for nothing but its turn. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
