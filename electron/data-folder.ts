import { join } from 'node:path';

export interface DataFolderContext {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** The name that Electron gives the folder: the `name` of package.json. */
const appName = 'holdfast';

/**
 * The folder that the app calls `userData`, worked out without Electron: the command line has to find the same library.
 * An end-to-end test compares it with what Electron says.
 */
export const appDataFolder = ({ platform, env, home }: DataFolderContext): string => {
  switch (platform) {
    case 'win32':
      return join(env.APPDATA || join(home, 'AppData', 'Roaming'), appName);
    case 'darwin':
      return join(home, 'Library', 'Application Support', appName);
    default:
      return join(env.XDG_CONFIG_HOME || join(home, '.config'), appName);
  }
};

/** Where incidents lie when nobody names another folder. */
export const defaultLibraryFolder = (dataFolder: string): string => join(dataFolder, 'library');
