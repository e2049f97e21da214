import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const start = fileURLToPath(new URL('../../build/start.mjs', import.meta.url));

/** Runs the start script in a Node that claims to be another version. */
function startWithNode(version: string, command: string) {
  const versions = `{ ...process.versions, node: ${JSON.stringify(version)} }`;
  const claim = `data:text/javascript,Object.defineProperty(process, 'versions', { value: ${versions} })`;
  return spawnSync(process.execPath, ['--import', claim, start, command], { encoding: 'utf8' });
}

test.each(['18.20.4', '20.18.3'])('[RUN1] an older Node (%s) gets one sentence and exit code 2', (version) => {
  const { status, stdout, stderr } = startWithNode(version, 'start');
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr.trim()).toBe(`Holdfast needs Node 20.19 or newer; this is Node ${version}.`);
});

test.each(['20.19.0', '22.0.0'])('[RUN1] Node %s is new enough; a command that does not exist is named', (version) => {
  const { status, stderr } = startWithNode(version, 'dance');
  expect(status).toBe(2);
  expect(stderr).toContain('There is no command "dance"');
});
