import { CannotGoOn } from './cannot-go-on.ts';

/**
 * Runs one of the repository's commands once everything is installed.
 * @param command one of the cases below
 * @returns the exit code
 */
export async function runCommand(command: string, options: readonly string[]): Promise<number> {
  try {
    switch (command) {
      case 'start':
        return await (await import('./start-app.ts')).startApp(options);
      case 'build':
        return (await import('./bundle.ts')).bundleIfChanged();
      case 'test':
        return await (await import('./checks/run-all.ts')).runAll(options);
      case 'package':
        return await (await import('./package/package.ts')).packageApp(options);
      case 'package:smoke':
        return await (await import('./package/smoke.ts')).smokeTestPackage();
      case 'screenshots':
        return await (await import('./screenshots/screenshots.ts')).takeScreenshots(options);
      case 'bench':
        return await (await import('./bench.ts')).runBenchmarks(options);
      case 'torture':
        return await (await import('./torture.ts')).torture(options);
      case 'ship-journals':
        return await (await import('./ship-journals.ts')).shipJournals();
      case 'fonts':
        return (await import('./font-coverage.ts')).writeFontCoverage();
      case 'bare':
        return await (await import('./checks/bare-machine.ts')).checkBareMachine(options);
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
