import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleIfChanged } from '../bundle.ts';
import { CannotGoOn } from '../cannot-go-on.ts';
import { repository } from '../paths.ts';
import { prepareRuntime } from '../runtime/runtime.ts';
import { packageConfiguration } from './electron-builder.ts';
import { collectLicences } from './licences.ts';

/** The unpacked app, as `npm run package` leaves it on this platform. */
export const unpackedFolder = join(
  repository,
  'release',
  { linux: 'linux-unpacked', darwin: 'mac', win32: 'win-unpacked' }[String(process.platform)] ?? 'linux-unpacked',
);

/**
 * Builds the distributable into `release/`: the unpacked app, or with `--all` also the installers of this platform,
 * which need the official runtime and electron-builder's own downloads.
 * @returns 0
 */
export async function packageApp(options: readonly string[]): Promise<number> {
  const runtime = await prepareRuntime();
  const isComplete = options.includes('--all');
  if (isComplete && runtime.kind === 'substitute') {
    throw new CannotGoOn('Installers are only made from the official Electron, which cannot be reached here.');
  }
  bundleIfChanged();
  const { build } = await import('electron-builder');
  const work = mkdtempSync(join(tmpdir(), 'holdfast-package-'));
  const listening = process.listeners('beforeExit');
  try {
    const licences = join(work, 'third-party.txt');
    writeFileSync(licences, collectLicences());
    console.log('Packaging ...');
    const config = packageConfiguration({ runtime, licences });
    await build({ projectDir: repository, config, ...(isComplete ? {} : { dir: true }) });
  } finally {
    rmSync(work, { recursive: true, force: true });
    // A part of electron-builder ends the process with 0 at this event, whatever was set as exit code: with it a failed
    // `npm test` counts as passed. It tidies up at `exit` as well.
    for (const listener of process.listeners('beforeExit'))
      if (!listening.includes(listener)) process.removeListener('beforeExit', listener);
  }
  console.log('The package lies in release/.');
  return 0;
}
