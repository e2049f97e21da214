import { expect, test } from 'vitest';
import { appDataFolder, defaultLibraryFolder } from '../../electron/data-folder.ts';

const home = '/home/ann';

test.each([
  ['linux', {}, '/home/ann/.config/holdfast'],
  ['linux', { XDG_CONFIG_HOME: '/etc/ann' }, '/etc/ann/holdfast'],
  ['darwin', {}, '/home/ann/Library/Application Support/holdfast'],
  ['win32', { APPDATA: '/roaming' }, '/roaming/holdfast'],
] as const)('[CL2] the data folder of %s %j is %s', (platform, env, expected) => {
  expect(appDataFolder({ platform, env, home })).toBe(expected);
  expect(defaultLibraryFolder(expected)).toBe(`${expected}/library`);
});
