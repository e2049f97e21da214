import { runPlaywright } from '../../build/checks/test-runs.ts';
import { hasStrace } from '../../build/end-to-end-setup.ts';
import type { Row } from './row.ts';

/** The end-to-end tests that look at system calls or slow them down, which `npm test` leaves out where strace is missing. */
export async function systemCallChecks(): Promise<Row> {
  const row = { name: 'system call checks (strace)', rounds: 0, acknowledged: 0, losses: [] };
  if (!hasStrace()) return { ...row, notRun: 'strace is not installed' };
  const { passed, failed, report } = await runPlaywright('torture', ['--grep', '@strace']);
  return { ...row, rounds: passed + failed, losses: failed === 0 ? [] : [`${failed} failed\n${report}`] };
}
