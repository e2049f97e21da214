import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareStrace } from '../end-to-end-setup.ts';
import { hasDisplay } from '../runtime/display.ts';
import { type CheckResult, runTool, type ToolResult } from './tool.ts';

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

/**
 * All of them: two at a time where each gets a virtual screen of its own, and then those that measure, which stand
 * nothing beside them.
 */
export async function runEndToEndTests(): Promise<CheckResult> {
  // Here already, since what the runner itself says is shown only when it fails.
  process.env.HOLDFAST_HAS_STRACE ??= String(prepareStrace());
  const together = await runPlaywright('together', ['--grep-invert=@alone', `--workers=${hasDisplay() ? 1 : 2}`]);
  const alone = await runPlaywright('alone', ['--grep=@alone']);
  return {
    passed: together.passed + alone.passed,
    failed: together.failed + alone.failed,
    report: [together.report, alone.report].filter(Boolean).join('\n'),
  };
}

/**
 * @param name of the folder in `test-results` for what failures leave behind; each run empties its own
 * @param options Playwright's, to run some of them only
 */
export function runPlaywright(name: string, options: readonly string[]): Promise<CheckResult> {
  return withReportFile(async (file) => {
    const runs = ['--config', 'build/playwright.config.ts', '--reporter=dot,json', `--output=test-results/${name}`];
    const args = ['test', ...runs, ...options];
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
 */
export function judge(
  result: ToolResult,
  passed: number | undefined = 0,
  failed: number | undefined = 0,
  skipped: number = 0,
): CheckResult {
  const isBroken = failed === 0 && (result.status !== 0 || passed === 0 || skipped > 0);
  const report = [result.output.trim(), skipped > 0 ? `${skipped} tests were skipped` : ''].join('\n').trim();
  const total = failed + (isBroken ? 1 : 0);
  return { passed, failed: total, report: total > 0 ? report : '' };
}

async function withReportFile(run: (file: string) => Promise<CheckResult>): Promise<CheckResult> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-report-'));
  try {
    return await run(join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readJson(file: string) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
