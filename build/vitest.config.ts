import { defineConfig } from 'vitest/config';
import { repository } from './paths.ts';

const rules = 'test/shared/**/*.test.ts';

export default defineConfig({
  test: {
    allowOnly: false,
    // Of two cores it would leave one idle.
    maxWorkers: '100%',
    projects: [
      // Pure functions have nothing to keep apart: loading their modules once for all files takes half the time of all.
      { root: repository, test: { name: 'rules', include: [rules], isolate: false } },
      {
        root: repository,
        test: { name: 'the rest', include: ['test/**/*.test.ts'], exclude: ['test/fixtures/**', rules] },
      },
    ],
  },
});
