import { defineConfig } from '@playwright/test';
import { prepareFailingDisks, prepareStrace, takeOwnDisplay } from './end-to-end-setup.ts';

// Worker processes read this file too, but find the answer in their environment.
process.env.HOLDFAST_HAS_STRACE ??= String(prepareStrace());
process.env.HOLDFAST_CAN_BREAK ??= String(prepareFailingDisks());

takeOwnDisplay();

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
  // `npm test` asks for two where each can have a screen of its own; what is measured alone carries the tag @alone.
  workers: 1,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // Two apps beside each other on two cores: what is measured has limits of its own and runs alone.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: { screenshot: 'only-on-failure' },
});
