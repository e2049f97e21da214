import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { sourceFiles } from '../../build/checks/source-files.ts';

const start = fileURLToPath(new URL('../../build/start.mjs', import.meta.url));

/** Runs the start script in a Node that claims to be another version. */
function startWithNode(version: string, command: string) {
  const versions = `{ ...process.versions, node: ${JSON.stringify(version)} }`;
  const claim = `data:text/javascript,Object.defineProperty(process, 'versions', { value: ${versions} })`;
  return spawnSync(process.execPath, ['--import', claim, start, command], { encoding: 'utf8' });
}

test.each(['12.22.12', '18.20.4', '20.18.3'])(
  '[RUN1] an older Node (%s) gets one sentence and exit code 2, from the app and the command line',
  (version) => {
    for (const command of ['start', 'holdfast']) {
      const { status, stdout, stderr } = startWithNode(version, command);
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr.trim()).toBe(`Holdfast needs Node 20.19 or newer; this is Node ${version}.`);
    }
  },
);

test.each(['20.19.0', '22.0.0'])('[RUN1] Node %s is new enough; a command that does not exist is named', (version) => {
  const { status, stderr } = startWithNode(version, 'dance');
  expect(status).toBe(2);
  expect(stderr).toContain('There is no command "dance"');
});

test('[RUN1] an old Node can read the start script as far as the sentence', () => {
  const source = readFileSync(start, 'utf8');
  // Nothing is left to lower, so nothing in it is younger than ES2019, but for `import()` and `import.meta` (Node 12).
  expect(lower(source, ts.ScriptTarget.ES2019)).toBe(lower(source, ts.ScriptTarget.ESNext));
  // No `await` at the top (Node 14.8): as the body of an ordinary function it parses.
  const body = source.replace(/^import .+;$/gm, '').replaceAll('import.meta', 'meta');
  expect(() => new Function(body)).not.toThrow();
  expect(() => new Function(`${body}\nawait run();`)).toThrow(SyntaxError);
  // No `node:` in what is imported before anything runs (Node 14.13).
  expect(source).not.toMatch(/from 'node:/);
});

const lower = (source: string, target: ts.ScriptTarget) =>
  ts.transpile(source, { target, module: ts.ModuleKind.ESNext, allowJs: true });

test('[RUN3] the start script alone is plain JavaScript, and stays under 100 lines', () => {
  expect(sourceFiles(['shared', 'electron', 'renderer', 'build', 'test'], /\.[cm]?jsx?$/)).toEqual(['build/start.mjs']);
  expect(readFileSync(start, 'utf8').split('\n').length).toBeLessThan(100);
});
