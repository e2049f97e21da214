import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type AppBench, startApp, usable, wrapProduct } from './app-run.ts';
import { type Figure, ms } from './measure.ts';

/**
 * What the way to the library process and back costs in the real app: a command from the window that is refused, which
 * reaches no disk, and one that is recorded.
 */
export const measureHop = async (bench: AppBench): Promise<readonly Figure[]> => {
  const library = join(bench.folder, 'hop-library');
  mkdirSync(library);
  const run = await startApp(bench, 'hop', wrapProduct(bench, 'hop-app', roundTrips), ['--library', library]);
  await run.end();
  const [refused = 0, recorded = 0] = JSON.parse(run.said) as readonly number[];
  return [
    { what: 'Hop: window to library process and back, a refused command', ours: ms(refused), beside: 'no disk' },
    { what: 'the same, a note recorded', ours: ms(recorded), beside: 'with write and flush' },
  ];
};

/** Runs in the page; comes to the medians of both, in ms. */
const roundTrips = `(async () => {
  await ${usable};
  const ids = (n) => '01JQ' + String(n).padStart(22, '0');
  const incident = ids(0);
  let next = 0;
  const execute = async (command) => {
    next += 1;
    const request = { id: ids(next), incident, command };
    const began = performance.now();
    const reply = await window.bridge.request('incident:execute', { request, zone: 'UTC' });
    return { took: performance.now() - began, ok: reply.ok, sentence: reply.ok ? '' : reply.error.sentence };
  };
  const { value: { digest } } = await window.bridge.request('playbook:read', null);
  const declare = { type: 'DeclareIncident', title: 'Bench', playbook: digest, detection: { source: 'staff' } };
  const declared = await execute(declare);
  if (!declared.ok) throw new Error(declared.sentence);
  const times = [[], []];
  for (let round = 0; round < 400; round += 1)
    for (const [at, command] of [declare, { type: 'RecordEntry', kind: 'note', text: 'note ' + round }].entries()) {
      const { took, ok, sentence } = await execute(command);
      if (ok !== (at === 1)) throw new Error('round ' + round + ': ' + sentence);
      times[at].push(took);
    }
  return JSON.stringify(times.map((each) => each.sort((a, b) => a - b)[each.length >> 1]));
})().catch((error) => 'failed: ' + error)`;
