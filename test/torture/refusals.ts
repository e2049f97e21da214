import type { HoldfastLibrary } from '../../electron/library/holdfast-library.ts';
import type { CommandId, IncidentId } from '../../shared/record/ids.ts';
import { createFaultFileLayer } from '../support/fault-file-layer.ts';
import { openStoryLibrary } from '../support/story-library.ts';
import { minute } from '../support/story-step.ts';
import { heapInUse } from './memory-in-use.ts';
import type { Row } from './row.ts';

const incident = '01JQ00000000000000000REFVS' as IncidentId;
/**
 * A run that is refused again and again, by the rules and by a full disk, holds no more memory for it.
 * @param noiseBytes what the collector may leave lying about between two looks
 */
export const refusals = async (rounds: number, noiseBytes = 250_000): Promise<Row> => {
  const files = createFaultFileLayer();
  const library = await openStoryLibrary(files, { run: 'refused', now: () => minute(0) });
  const losses: string[] = [];
  let count = 0;
  const refuse = async (times: number) => {
    for (let round = 0; round < times; round += 1) {
      count += 1;
      const isRule = round % 2 === 0;
      // Rules refuse an entry without words; a full disk refuses any.
      files.onCall = (call) => (call === 'write' && !isRule ? { code: 'ENOSPC' } : undefined);
      const outcome = await execute(library, `refused-${count}`, {
        type: 'RecordEntry',
        kind: 'note',
        text: isRule ? ' ' : 'words',
      });
      if (outcome.ok) losses.push('recorded what should have been refused');
    }
    files.onCall = null;
  };
  await execute(library, 'declare', {
    type: 'DeclareIncident',
    title: 'Checkout fails',
    playbook: library.playbook().digest,
  });
  // Long enough that everything that is kept by number is full.
  await refuse(4_000);
  const before = await heapInUse();
  await refuse(rounds);
  const grown = (await heapInUse()) - before;
  if (grown > noiseBytes) losses.push(`${rounds} refusals left ${Math.round(grown / 1000)} kB behind`);
  const recorded = await execute(library, 'last', { type: 'RecordEntry', kind: 'note', text: 'goes on' });
  if (!recorded.ok) losses.push(`nothing can be recorded any more: ${recorded.error.message}`);
  await library.close();
  return {
    name: `refused and failed appends (${Math.round(grown / 1000)} kB left)`,
    rounds,
    acknowledged: 2,
    faults: rounds,
    losses,
  };
};

const execute = (library: HoldfastLibrary, id: string, command: object) =>
  library.execute({ id: id as CommandId, incident, command, by: { person: 'Ann', device: 'ann' }, zone: 'UTC' });
