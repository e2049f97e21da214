import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repository } from '../paths.ts';

/** What a check found. Each counts as one, except the test runners, which count their tests. */
export interface CheckResult {
  readonly passed: number;
  readonly failed: number;
  readonly report: string;
}

/** How a tool ended, and what it wrote: to standard output, and to both. */
export interface ToolResult {
  readonly status: number;
  readonly stdout: string;
  readonly output: string;
}

/**
 * Runs a JavaScript tool from node_modules and waits for it.
 * @param script its path inside node_modules
 */
export function runTool(
  script: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(repository, 'node_modules', script), ...args], {
      cwd: options.cwd ?? repository,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ status: code ?? 1, stdout, output }));
  });
}

/** A check that is one tool run, good when it exits with 0. */
export function passedIfZero(result: ToolResult): CheckResult {
  return result.status === 0
    ? { passed: 1, failed: 0, report: '' }
    : { passed: 0, failed: 1, report: result.output.trim() };
}

/** A check that looks for findings, good when there are none. */
export function passedIfNone(findings: readonly string[]): CheckResult {
  return findings.length === 0
    ? { passed: 1, failed: 0, report: '' }
    : { passed: 0, failed: 1, report: findings.join('\n') };
}

/** Several results as one. */
export function sumOf(results: readonly CheckResult[]): CheckResult {
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
    report: results
      .map(({ report }) => report)
      .filter(Boolean)
      .join('\n'),
  };
}
