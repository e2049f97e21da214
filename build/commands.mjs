import { CannotGoOn } from './cannot-go-on.mjs';
import { parseStartOptions, startApp } from './start-app.mjs';

/**
 * Runs one of the repository's commands once everything is installed.
 * @param {string} command one of the cases below
 * @param {readonly string[]} options
 * @returns {Promise<number>} the exit code
 */
export async function runCommand(command, options) {
  try {
    switch (command) {
      case 'start':
        return await startApp(parseStartOptions(options));
      case 'build':
        return (await import('./bundle.mjs')).bundleIfChanged();
      case 'test':
        return await (await import('./checks/run-all.mjs')).runAll(options);
      case 'package':
        return await (await import('./package/package.mjs')).packageApp(options);
      case 'package:smoke':
        return await (await import('./package/smoke.mjs')).smokeTestPackage();
      case 'screenshots':
        return await (await import('./screenshots/screenshots.mjs')).takeScreenshots(options);
      case 'bench':
        return await (await import('./bench.mjs')).runBenchmarks(options);
      case 'torture':
        return await (await import('./torture.mjs')).torture(options);
      default:
        console.error(`There is no command "${command}"; package.json lists them all.`);
        return 2;
    }
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error;
    console.error(error.message);
    return error.exitCode;
  }
}
