import { contextBridge, ipcRenderer } from 'electron';
import { type Bridge, pushChannels, requestChannels } from '../shared/ipc/contract.ts';

// Windows get two functions, never `ipcRenderer` and never an event object: those would open every channel there is.
const bridge: Bridge = {
  request(channel, payload) {
    if (!requestChannels.includes(channel)) throw new Error(`No such request channel: ${String(channel)}`);
    return ipcRenderer.invoke(channel, payload);
  },
  subscribe(channel, listener) {
    if (!pushChannels.includes(channel)) throw new Error(`No such push channel: ${String(channel)}`);
    const forward = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload);
    ipcRenderer.on(channel, forward);
    return () => ipcRenderer.off(channel, forward);
  },
};

contextBridge.exposeInMainWorld('bridge', bridge);
