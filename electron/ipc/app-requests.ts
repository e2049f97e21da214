import { hostname } from 'node:os';
import { basename } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import type { AppInfo, GlobalKeysState, Identity, ViewPreferences } from '../../shared/ipc/contract.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { Author } from '../../shared/record/commit.ts';
import type { PreferenceFile } from '../preferences/preference-file.ts';
import { lastPlace, type Preferences, viewPreferences } from '../preferences/preferences.ts';
import type { StartOptions } from '../start-options.ts';
import { readTestClock } from '../test-clock.ts';
import type { LibraryConnection } from './connect-library.ts';
import type { RequestRouter } from './requests.ts';

const defaultView: ViewPreferences = { theme: 'system', zone: null, textScale: 1, sound: true };
const identityPayload = z.object({ person: z.string().trim().max(200), device: z.string().trim().max(40) });

interface AppRequestDeps {
  readonly preferences: PreferenceFile;
  readonly options: StartOptions;
  readonly library: LibraryConnection;
  readonly globalKeys: () => GlobalKeysState;
  /** Lets every window show its text this large. */
  readonly scaleText: (factor: number) => void;
}

/** Answers what concerns the app itself: what it is, who types, how it looks, whether the library can be written. */
export function handleAppRequests(
  router: RequestRouter,
  { preferences, options, library, globalKeys, scaleText }: AppRequestDeps,
): void {
  router.handle('app:info', z.null(), async () => {
    const info: AppInfo = {
      version: app.getVersion(),
      electron: process.versions.electron ?? '',
      testClock: options.testClockFile === undefined ? null : readTestClock(options.testClockFile),
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      identity: identityOf(preferences.current()),
      preferences: preferences.current().view ?? defaultView,
      globalKeys: globalKeys(),
      last: preferences.current().last ?? null,
      library: await library.status(),
      offered: options.bundle === undefined ? null : basename(options.bundle),
    };
    return ok(info);
  });
  router.handle('library:probe', z.null(), async () => ok(await library.probe()));
  router.handle('identity:set', identityPayload, (identity) => {
    preferences.save({ identity });
    return ok(identityOf(preferences.current()));
  });
  router.handle('preferences:set', viewPreferences, (view) => {
    preferences.save({ view });
    scaleText(view.textScale);
    return ok(view);
  });
  router.handle('place:remember', lastPlace.nullable(), (last) => {
    preferences.save({ last });
    return ok(null);
  });
}

/** Who types on this device now: what every command is signed with. A claim, not a proof. */
export function authorOf(preferences: PreferenceFile): Author {
  const { person, device } = identityOf(preferences.current());
  return { person, device };
}

function identityOf({ identity }: Preferences): Identity {
  const ownTag = hostname().split('.')[0] ?? '';
  return { person: identity?.person ?? '', device: identity?.device || ownTag, asked: identity !== undefined };
}
