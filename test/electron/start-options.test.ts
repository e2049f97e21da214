import { describe, expect, test } from 'vitest';
import { parseBundleArgument, parseStartOptions } from '../../electron/start-options.ts';

const context = { argv: [], env: {}, isPackaged: false, workingFolder: '/here', defaultLibrary: '/data/library' };

describe('the library folder', () => {
  test('[APP5] the option comes before the environment, the environment before the default', () => {
    const env = { HOLDFAST_LIBRARY: '/from/env' };
    expect(parseStartOptions({ ...context, argv: ['--library', '/from/option'], env }).library).toBe('/from/option');
    expect(parseStartOptions({ ...context, argv: ['--library=/from/option'], env }).library).toBe('/from/option');
    expect(parseStartOptions({ ...context, env }).library).toBe('/from/env');
    expect(parseStartOptions(context).library).toBe('/data/library');
  });

  test('[APP5] a relative folder is meant from where the app was started', () => {
    expect(parseStartOptions({ ...context, argv: ['--library', 'stick'] }).library).toBe('/here/stick');
  });

  test('[APP5] an option without a value is as good as none', () => {
    expect(parseStartOptions({ ...context, argv: ['--library'] }).library).toBe('/data/library');
  });
});

test('[APP4] only an unpackaged app takes a test clock', () => {
  const env = { HOLDFAST_TEST_CLOCK: 'clock' };
  expect(parseStartOptions({ ...context, env }).testClockFile).toBe('/here/clock');
  expect(parseStartOptions({ ...context, env, isPackaged: true }).testClockFile).toBeUndefined();
  expect(parseStartOptions(context).testClockFile).toBeUndefined();
});

test('[BU42] the one bundle in a command line is offered; options, other files and values of options are not', () => {
  expect(parseBundleArgument(['--x=1', 'carried.zip'], '/here')).toBe('/here/carried.zip');
  expect(parseBundleArgument(['/a b/Carried.ZIP'], '/here')).toBe('/a b/Carried.ZIP');
  for (const argv of [[], ['--a.zip'], ['notes.txt'], ['--library', 'x.zip'], [`${'a'.repeat(5_000)}.zip`]])
    expect(parseBundleArgument(argv, '/here'), argv.join(' ').slice(0, 20)).toBeUndefined();
  expect(parseStartOptions({ ...context, argv: ['b.zip'] }).bundle).toBe('/here/b.zip');
});
