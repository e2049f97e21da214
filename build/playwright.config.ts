import { defineConfig } from '@playwright/test';
import { prepareFailingDisks, prepareStrace } from './end-to-end-setup.ts';

// Worker processes read this file too, but find the answer in their environment.
process.env.HOLDFAST_HAS_STRACE ??= String(prepareStrace());
process.env.HOLDFAST_CAN_BREAK ??= String(prepareFailingDisks());

const leftOut = [
  ...(process.env.HOLDFAST_HAS_STRACE === 'true' ? [] : [/@strace/]),
  ...(process.env.HOLDFAST_CAN_BREAK === 'true' ? [] : [/@failing-disk/]),
];

export default defineConfig({
  grepInvert: leftOut,
  testDir: '../test/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: '../test-results',
  globalSetup: './end-to-end-setup.ts',
  // One window at a time has the keyboard focus.
  workers: 1,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  reporter: 'list',
});
