// The command line from a checkout. What it says of itself goes to standard error: standard output may be JSON.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleIfChanged } from './bundle.mjs';
import { CannotGoOn } from './cannot-go-on.mjs';
import { bundleFolder, repository } from './paths.mjs';

const commandLine = join(bundleFolder, 'main', 'cli.js');

// npm runs scripts in the checkout; file names are meant from where the person stands.
if (process.env.npm_lifecycle_event === 'holdfast' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);

try {
  if (existsSync(join(repository, 'node_modules', 'electron-vite'))) bundleIfChanged(console.error);
  else if (!existsSync(commandLine))
    throw new CannotGoOn('Nothing is installed here yet. Run "npm start" or "npm run build" once, then try again.');
  await import(pathToFileURL(commandLine).href);
} catch (error) {
  if (!(error instanceof CannotGoOn)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}
