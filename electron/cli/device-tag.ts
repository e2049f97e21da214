import { join } from 'node:path';
import { z } from 'zod';
import type { CommandLineWorld } from './command-line-world.ts';

const preferences = z.object({ identity: z.object({ device: z.string() }) });

/**
 * The tag that this device writes under: the one set in the app, else the first part of the host name, as in the app.
 * Entries of one device must count on under one tag, whichever program wrote them.
 */
export const readDeviceTag = ({
  files,
  dataFolder,
  hostName,
}: Pick<CommandLineWorld, 'files' | 'dataFolder' | 'hostName'>): string =>
  tagInPreferences(files, join(dataFolder, 'preferences.json')) || (hostName.split('.')[0] ?? '');

const tagInPreferences = (files: CommandLineWorld['files'], path: string): string => {
  try {
    const content: unknown = JSON.parse(Buffer.from(files.readFile(path)).toString('utf8'));
    const parsed = preferences.safeParse(content);
    return parsed.success ? parsed.data.identity.device.trim() : '';
  } catch {
    // Preferences may be lost at any time; the host name serves as well.
    return '';
  }
};
