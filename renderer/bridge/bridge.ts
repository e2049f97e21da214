import type { RequestChannel, RequestPayload, RequestReply } from '../../shared/ipc/contract.ts';

/** Asks the main process. */
export const request = <C extends RequestChannel>(channel: C, payload: RequestPayload<C>): Promise<RequestReply<C>> =>
  window.bridge.request(channel, payload);
