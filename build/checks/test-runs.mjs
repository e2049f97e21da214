import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './tool.mjs';

/** @typedef {import('./tool.mjs').CheckResult} CheckResult */
/** @typedef {import('./tool.mjs').ToolResult} ToolResult */

export function runUnitTests() {
  return withReportFile(async (file) => {
    const args = [
      'run',
      '--config',
      'build/vitest.config.ts',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ];
    const result = await runTool('vitest/vitest.mjs', args, { env: { NO_COLOR: '1' } });
    const counts = readJson(file);
    return judge(
      result,
      counts?.numPassedTests,
      counts?.numFailedTests,
      (counts?.numPendingTests ?? 0) + (counts?.numTodoTests ?? 0),
    );
  });
}

export function runEndToEndTests() {
  return withReportFile(async (file) => {
    const args = ['test', '--config', 'build/playwright.config.ts', '--reporter=line,json'];
    const result = await runTool('@playwright/test/cli.js', args, {
      env: { NO_COLOR: '1', PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    });
    const counts = readJson(file)?.stats;
    return judge(result, counts?.expected, (counts?.unexpected ?? 0) + (counts?.flaky ?? 0), counts?.skipped ?? 0);
  });
}

/**
 * A runner that fails without a failed test (a file that does not load, no test at all) counts as one failure, and so
 * do skipped tests: a test that does not run shows nothing.
 * @param {ToolResult} result
 * @param {number | undefined} passed
 * @param {number | undefined} failed
 * @param {number} skipped
 * @returns {CheckResult}
 */
export function judge(result, passed = 0, failed = 0, skipped = 0) {
  const isBroken = failed === 0 && (result.status !== 0 || passed === 0 || skipped > 0);
  const report = [result.output.trim(), skipped > 0 ? `${skipped} tests were skipped` : ''].join('\n').trim();
  const total = failed + (isBroken ? 1 : 0);
  return { passed, failed: total, report: total > 0 ? report : '' };
}

/**
 * @param {(file: string) => Promise<CheckResult>} run
 * @returns {Promise<CheckResult>}
 */
async function withReportFile(run) {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-report-'));
  try {
    return await run(join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} file */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
