import { serialize } from 'node:v8';
import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { z } from 'zod';
import type { RequestChannel, RequestFailure, RequestPayload, RequestReply } from '../../shared/ipc/contract.ts';
import { type Err, err } from '../../shared/kernel/result.ts';
import { appOrigin } from '../windows/app-scheme.ts';
import type { WindowRegistry, WindowRole } from './window-registry.ts';

/** Who asked. */
export interface RequestSender {
  readonly role: WindowRole;
  readonly contentsId: number;
}

export interface RequestRouter {
  /** Answers a channel. The schema must accept exactly what the contract promises; anything else is refused unread. */
  handle<C extends RequestChannel>(
    channel: C,
    schema: z.ZodType<RequestPayload<C>>,
    handler: (payload: RequestPayload<C>, sender: RequestSender) => RequestReply<C> | Promise<RequestReply<C>>,
  ): void;
}

/** Far above the longest text that anyone types, far below what would hold the main process up. */
const payloadLimitBytes = 8 * 1024 * 1024;

/**
 * Requests from windows. Every reply is a Result: Electron would pass on only the message of an error. A handler that
 * throws is a bug; the window gets the code `bug` and the stack goes to stderr.
 */
export function createRequestRouter(registry: WindowRegistry): RequestRouter {
  return {
    handle(channel, schema, handler) {
      ipcMain.handle(channel, async (event, payload: unknown) => {
        const sender = identifySender(event, registry);
        if (sender === undefined) return refuse('unknown-sender', 'This window may not ask that.');
        if (serialize(payload).byteLength > payloadLimitBytes) {
          return refuse('payload-too-large', 'That is too large to be handled in one piece.');
        }
        const parsed = schema.safeParse(payload);
        if (!parsed.success) return refuse('payload-invalid', 'The window sent something that makes no sense here.');
        try {
          return await handler(parsed.data, sender);
        } catch (error) {
          console.error(`Request ${channel} failed:`, error);
          return refuse('bug', 'Something went wrong inside Holdfast.');
        }
      });
    },
  };
}

function refuse(code: string, sentence: string): Err<RequestFailure> {
  return err({ code, sentence });
}

/** Must run before anything is awaited: after a navigation the frame is gone and cannot be judged any more. */
function identifySender(event: IpcMainInvokeEvent, registry: WindowRegistry): RequestSender | undefined {
  const frame = event.senderFrame;
  if (frame === null || frame !== event.sender.mainFrame || frame.origin !== appOrigin) return undefined;
  const role = registry.roleOf(event.sender);
  return role === undefined ? undefined : { role, contentsId: event.sender.id };
}
