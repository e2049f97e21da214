import { defineConfig } from 'vitest/config';
import { repository } from './paths.ts';

const rules = 'test/shared/**/*.test.ts';
// A busy machine is no failure: what has to be quick says so itself.
const patience = { testTimeout: 30_000, hookTimeout: 30_000 };

export default defineConfig({
  test: {
    allowOnly: false,
    // Of two cores it would leave one idle.
    maxWorkers: '100%',
    projects: [
      // Pure functions have nothing to keep apart: loading their modules once for all files takes half the time of all.
      { root: repository, test: { ...patience, name: 'rules', include: [rules], isolate: false } },
      {
        root: repository,
        test: { ...patience, name: 'the rest', include: ['test/**/*.test.ts'], exclude: ['test/fixtures/**', rules] },
      },
    ],
  },
});
