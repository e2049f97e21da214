import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';

/**
 * Claims the library for this process, among those of this person. Electron locks its data folder, so each library
 * gets a data folder of its own inside the person's; preferences and the device's identity stay in the person's.
 * Returns false when an app that is already running has this library open; that one is told (`second-instance`).
 */
export function claimInstance(app: App, userData: string, library: string): boolean {
  const folder = join(userData, 'instances', createHash('sha256').update(library).digest('hex').slice(0, 16));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
  app.setPath('sessionData', folder);
  return app.requestSingleInstanceLock();
}
