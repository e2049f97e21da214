import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface AppBench {
  /** Electron's executable. */
  readonly runtime: string;
  /** The bundled product, `out/`. */
  readonly bundle: string;
  /** For what the runs leave behind. */
  readonly folder: string;
}

export interface AppRun {
  readonly pid: number;
  /** What its page script came to. */
  readonly said: string;
  end(): Promise<void>;
}

const isRoot = process.getuid?.() === 0;
const word = 'bench: ';

/** Page script: true once the window is painted and can be used. */
export const usable = `new Promise((resolve) => {
  const look = () => {
    if (document.documentElement.dataset.ready !== 'true') return false;
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)));
    return true;
  };
  if (!look()) new MutationObserver((_changes, observer) => { if (look()) observer.disconnect(); })
    .observe(document.documentElement, { attributes: true });
})`;

/** An app that runs the product's own main bundle and says on standard output what `pageScript` came to in its window. */
export const wrapProduct = ({ bundle, folder }: AppBench, name: string, pageScript: string): string => {
  const app = join(folder, name);
  mkdirSync(app);
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({ name: 'holdfast-bench', version: '0.0.0', type: 'module', main: 'main.mjs' }),
  );
  writeFileSync(
    join(app, 'main.mjs'),
    `import { app } from 'electron';
app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () =>
    contents.executeJavaScript(${JSON.stringify(pageScript)}).then((value) => console.log(${JSON.stringify(word)} + value)));
});
await import(${JSON.stringify(join(bundle, 'main', 'main.js'))});
`,
  );
  return app;
};

/** Settles once the app has said something; rejects when it ends before, or says nothing for a minute. */
export const startApp = async (
  { runtime, folder }: AppBench,
  name: string,
  app: string,
  args: readonly string[],
): Promise<AppRun> => {
  const userData = `--user-data-dir=${join(folder, `user-data-${name}`)}`;
  const child = spawn(runtime, [app, userData, ...args, ...(isRoot ? ['--no-sandbox'] : [])], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = await whatIsSaid(child);
  return {
    pid: child.pid ?? 0,
    said,
    end: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
};

const whatIsSaid = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    const fail = (how: string) => reject(new Error(`It ${how} before its window was usable:\n${text.slice(-2_000)}`));
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (data: string) => {
        text += data;
        const said = /^bench: (.*)\n/m.exec(text)?.[1];
        if (said !== undefined) resolve(said);
      });
    child.once('exit', (code) => fail(`ended with ${code}`));
    setTimeout(() => fail('took a minute'), 60_000).unref();
  });
