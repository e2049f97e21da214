// Shows that a fresh clone starts and tests itself on a machine that has nothing but Node and npm. As root on Debian:
// it makes such a machine with debootstrap, runs both commands in it, and says how long they took and what they
// downloaded. Slow, needs the network, and is therefore no part of `npm test`.
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CannotGoOn } from '../cannot-go-on.ts';
import { isRoot, repository } from '../paths.ts';
import { originFile } from '../runtime/substitute.ts';
import { isOnPath } from '../runtime/system-libraries.ts';

/** Where the clone lies inside the bare machine. */
const clone = '/home/holdfast';
const enter = join(repository, 'build', 'checks', 'enter-bare-machine.sh');

interface Step {
  readonly name: string;
  readonly seconds: number;
  readonly status: number;
}

/**
 * @param options `--working-tree` takes the files as they lie here instead of the last commit,
 *   `--plain-chroot` mounts nothing but /proc and uses chroot(2), `--keep` leaves the machine for a look
 * @returns 0 when both commands ended well
 */
export async function checkBareMachine(options: readonly string[]): Promise<number> {
  if (!isRoot()) throw new CannotGoOn('A bare machine can only be made as root.', 2);
  const missing = ['debootstrap', 'git', 'unshare', 'pivot_root'].filter((program) => !isOnPath(program));
  if (missing.length > 0) throw new CannotGoOn(`Install ${missing.join(', ')} first.`, 2);
  const machine = mkdtempSync(join(tmpdir(), 'holdfast-bare-'));
  // Its root folder: closed, as made, no other user could do anything in it.
  chmodSync(machine, 0o755);
  try {
    makeMachine(machine);
    copyClone(machine, options.includes('--working-tree'));
    const way = options.includes('--plain-chroot') ? 'chroot' : 'machine';
    const steps: Step[] = [];
    const report = [];
    for (const command of ['npm start -- --once', 'npm test']) {
      const before = downloads(machine);
      const step = await runInside(machine, way, command);
      steps.push(step);
      const result = `${step.name}: exit ${step.status} after ${step.seconds} s; ${difference(before, downloads(machine))}`;
      console.log(result);
      report.push(result);
    }
    console.log(`\n${report.join('\n')}`);
    return steps.every(({ status }) => status === 0) ? 0 : 1;
  } finally {
    if (options.includes('--keep')) console.log(`The machine lies in ${machine}.`);
    else rmSync(machine, { recursive: true, force: true });
  }
}

/** Debian without any extra, Node and npm as they are here, and this machine's way into the network. */
function makeMachine(machine: string) {
  console.log('Making a bare Debian (debootstrap, about 60 MB) ...');
  const made = spawnSync('debootstrap', ['--variant=minbase', 'bookworm', machine], { encoding: 'utf8' });
  if (made.status !== 0) throw new CannotGoOn(`debootstrap failed:\n${made.stdout.slice(-2000)}${made.stderr}`);
  // What a container image has: no package lists, no downloaded packages.
  for (const folder of ['var/lib/apt/lists', 'var/cache/apt/archives']) {
    rmSync(join(machine, folder), { recursive: true, force: true });
    mkdirSync(join(machine, folder, 'partial'), { recursive: true });
  }
  const npm = dirname(dirname(realpathSync(join(dirname(process.execPath), 'npm'))));
  cpSync(realpathSync(process.execPath), join(machine, 'usr/local/bin/node'));
  cpSync(npm, join(machine, 'usr/local/lib/node_modules/npm'), { recursive: true });
  for (const name of ['npm', 'npx']) {
    symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(machine, 'usr/local/bin', name));
  }
  copyNetworkSettings(machine);
}

/** Names, certificates and proxies of this machine, read now and written nowhere else. */
function copyNetworkSettings(machine: string) {
  const npmSettings = ['userconfig', 'globalconfig'].map((name) => read('npm', ['config', 'get', name]));
  const certificates = [...new Set([process.env.NODE_EXTRA_CA_CERTS, read('npm', ['config', 'get', 'cafile'])])];
  for (const file of ['/etc/resolv.conf', '/etc/hosts', ...npmSettings, ...certificates]) {
    if (!file || !existsSync(file) || statSync(file).isDirectory()) continue;
    mkdirSync(join(machine, dirname(file)), { recursive: true });
    cpSync(file, join(machine, file), { dereference: true });
  }
  const acquire = read('apt-config', ['dump'])
    .split('\n')
    .filter((line) => /^Acquire::https?::/.test(line));
  writeFileSync(join(machine, 'etc/apt/apt.conf.d/90network'), `${acquire.join('\n')}\n`);
  // Kept, so that what was downloaded can be counted.
  writeFileSync(join(machine, 'etc/apt/apt.conf.d/91keep'), 'Binary::apt-get::APT::Keep-Downloaded-Packages "true";\n');
}

function copyClone(machine: string, isWorkingTree: boolean) {
  const target = join(machine, clone);
  if (!isWorkingTree) {
    const cloned = spawnSync('git', ['clone', '-q', '--no-hardlinks', repository, target], { encoding: 'utf8' });
    if (cloned.status !== 0) throw new CannotGoOn(`git clone failed: ${cloned.stderr}`);
    return;
  }
  const listed = read('git', ['-C', repository, 'ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  for (const path of listed.split('\0').filter((name) => name && existsSync(join(repository, name)))) {
    cpSync(join(repository, path), join(target, path));
  }
}

function runInside(machine: string, way: 'machine' | 'chroot', command: string): Promise<Step> {
  console.log(`\n--- ${command}`);
  const startedMs = Date.now();
  const certificates = process.env.NODE_EXTRA_CA_CERTS;
  const environment = [
    'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    'HOME=/root',
    ...(certificates ? [`NODE_EXTRA_CA_CERTS=${certificates}`] : []),
  ];
  const inside = ['env', '-i', ...environment, 'sh', '-c', `cd ${clone} && ${command}`];
  return new Promise((resolve, reject) => {
    // Its own namespaces: when the command ends, its mounts and whatever it left running end too.
    const args = ['--mount', '--pid', '--fork', '--kill-child', 'sh', enter, way, machine, ...inside];
    const child = spawn('unshare', args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) =>
      resolve({ name: command, seconds: Math.round((Date.now() - startedMs) / 1000), status: code ?? 1 }),
    );
  });
}

/** @returns bytes by where they came from */
function downloads(machine: string): Record<string, number> {
  const substitute = substituteBytes(join(machine, 'var/cache/holdfast'));
  return {
    // The substitute is a package too; it is counted for itself.
    'of npm packages': sizeOf(join(machine, 'root/.npm/_cacache')) - substitute,
    'of the Electron runtime': substitute + sizeOf(join(machine, 'root/.cache/electron')),
    'of Debian packages': sizeOf(join(machine, 'var/cache/apt/archives')),
    'of Debian package lists (unpacked)': sizeOf(join(machine, 'var/lib/apt/lists')),
  };
}

function substituteBytes(cache: string): number {
  if (!existsSync(cache)) return 0;
  return readdirSync(cache)
    .map((name) => join(cache, name, originFile))
    .filter((file) => existsSync(file))
    .reduce((sum, file) => sum + Number(JSON.parse(readFileSync(file, 'utf8')).bytes), 0);
}

function difference(before: Record<string, number>, after: Record<string, number>) {
  const parts = Object.entries(after).flatMap(([name, bytes]) => {
    const megabytes = (bytes - (before[name] ?? 0)) / 1e6;
    return megabytes >= 0.1 ? [`${megabytes.toFixed(1)} MB ${name}`] : [];
  });
  return parts.length === 0 ? 'nothing downloaded' : parts.join(', ');
}

function sizeOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => lstatSync(join(folder, name)))
    .reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0);
}

function read(program: string, args: readonly string[]) {
  return (spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 }).stdout ?? '').trim();
}
