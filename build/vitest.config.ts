import { defineConfig } from 'vitest/config';
import { repository } from './paths.ts';

export default defineConfig({
  root: repository,
  test: { include: ['test/**/*.test.ts'], exclude: ['test/fixtures/**'], allowOnly: false },
});
