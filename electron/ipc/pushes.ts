import type { PushChannel, PushPayload } from '../../shared/ipc/contract.ts';
import type { WindowRegistry, WindowRole } from './window-registry.ts';

export type Push = <C extends PushChannel>(channel: C, payload: PushPayload<C>, role?: WindowRole) => void;

/** Tells all windows (or those of one role) something; a window that is just closing is passed over. */
export function createPush(registry: WindowRegistry): Push {
  return (channel, payload, role) => {
    for (const window of registry.windows(role)) {
      if (!window.isDestroyed() && !window.webContents.isDestroyed()) window.webContents.send(channel, payload);
    }
  };
}
