import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repository } from '../paths.mjs';

/**
 * What a check found. Each counts as one, except the test runners, which count their tests.
 * @typedef {{ passed: number, failed: number, report: string }} CheckResult
 */

/** @typedef {{ status: number, stdout: string, output: string }} ToolResult */

/**
 * Runs a JavaScript tool from node_modules and waits for it.
 * @param {string} script its path inside node_modules
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<ToolResult>}
 */
export function runTool(script, args, options = {}) {
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

/**
 * A check that is one tool run, good when it exits with 0.
 * @param {ToolResult} result
 * @returns {CheckResult}
 */
export function passedIfZero(result) {
  return result.status === 0
    ? { passed: 1, failed: 0, report: '' }
    : { passed: 0, failed: 1, report: result.output.trim() };
}

/**
 * A check that looks for findings, good when there are none.
 * @param {readonly string[]} findings
 * @returns {CheckResult}
 */
export function passedIfNone(findings) {
  return findings.length === 0
    ? { passed: 1, failed: 0, report: '' }
    : { passed: 0, failed: 1, report: findings.join('\n') };
}

/**
 * Several results as one.
 * @param {readonly CheckResult[]} results
 * @returns {CheckResult}
 */
export function sumOf(results) {
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
    report: results
      .map(({ report }) => report)
      .filter(Boolean)
      .join('\n'),
  };
}
