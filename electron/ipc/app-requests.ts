import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { app } from 'electron';
import { z } from 'zod';
import type { AppInfo, Identity, LibraryStatus, ViewPreferences } from '../../shared/ipc/contract.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { PreferenceFile } from '../preferences/preference-file.ts';
import { type Preferences, viewPreferences } from '../preferences/preferences.ts';
import type { StartOptions } from '../start-options.ts';
import { readTestClock } from '../test-clock.ts';
import type { RequestRouter } from './requests.ts';

const defaultView: ViewPreferences = { theme: 'system', zone: null, textScale: 1 };
const identityPayload = z.object({ person: z.string().trim().max(200), device: z.string().trim().max(40) });

/** Answers what concerns the app itself: what it is, who types, how it looks, whether the library can be written. */
export function handleAppRequests(router: RequestRouter, preferences: PreferenceFile, options: StartOptions): void {
  router.handle('app:info', z.null(), async () => {
    const info: AppInfo = {
      version: app.getVersion(),
      electron: process.versions.electron ?? '',
      testClock: options.testClockFile === undefined ? null : readTestClock(options.testClockFile),
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      identity: identityOf(preferences.current()),
      preferences: preferences.current().view ?? defaultView,
      library: await probeLibrary(options.library),
    };
    return ok(info);
  });
  router.handle('library:probe', z.null(), async () => ok(await probeLibrary(options.library)));
  router.handle('identity:set', identityPayload, (identity) => {
    preferences.save({ identity });
    return ok(identityOf(preferences.current()));
  });
  router.handle('preferences:set', viewPreferences, (view) => {
    preferences.save({ view });
    return ok(view);
  });
}

function identityOf({ identity }: Preferences): Identity {
  const ownTag = hostname().split('.')[0] ?? '';
  return { person: identity?.person ?? '', device: identity?.device || ownTag, asked: identity !== undefined };
}

/** Creates the folder of a library that is opened for the first time. */
async function probeLibrary(folder: string): Promise<LibraryStatus> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
    return { folder, readOnly: null, notices: [] };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const readOnly = `Nothing can be recorded in ${folder} (${reason}). Choose another folder or free this one.`;
    return { folder, readOnly, notices: [] };
  }
}
