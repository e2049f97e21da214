import { expect, test } from 'vitest';
import { judge } from '../../../build/checks/test-runs.ts';

const run = (status: number) => ({ status, stdout: '', output: 'what the runner said' });

test('counts tests, and keeps quiet when all passed', () => {
  expect(judge(run(0), 12, 0, 0)).toEqual({ passed: 12, failed: 0, report: '' });
  expect(judge(run(1), 10, 2, 0)).toEqual({ passed: 10, failed: 2, report: 'what the runner said' });
});

test('a runner that broke down, ran nothing or skipped something has failed', () => {
  expect(judge(run(1), 5, 0, 0).failed).toBe(1);
  expect(judge(run(0), undefined, undefined).failed).toBe(1);
  expect(judge(run(0), 5, 0, 1).failed).toBe(1);
});
