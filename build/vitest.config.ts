import { defineConfig } from 'vitest/config';
import { repository } from './paths.ts';

const windows = 'test/renderer/**/*.test.ts';
// A busy machine is no failure: what has to be quick says so itself.
const patience = { testTimeout: 30_000, hookTimeout: 30_000 };

export default defineConfig({
  test: {
    allowOnly: false,
    // Of two cores it would leave one idle.
    maxWorkers: '100%',
    projects: [
      // A window's stores are there once for all its modules, so each file has to have its own.
      { root: repository, test: { ...patience, name: 'windows', include: [windows] } },
      {
        root: repository,
        test: {
          ...patience,
          name: 'the rest',
          include: ['test/**/*.test.ts'],
          exclude: ['test/fixtures/**', windows],
          // Everything else is made by functions: there is nothing to keep apart, and loading the modules once takes
          // a fraction of the time.
          isolate: false,
        },
      },
    ],
  },
});
