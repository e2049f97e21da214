import type { App } from 'electron';
import { appOrigin } from './app-scheme.ts';

/** Keeps every page where it is: no navigation away, no new windows, no embedded pages. Must run before any window. */
export function guardContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-frame-navigate', (event) => {
      if (!isOwn(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      if (!isOwn(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

function isOwn(address: string): boolean {
  return address.startsWith(`${appOrigin}/`);
}
