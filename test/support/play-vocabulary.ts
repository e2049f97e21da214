import type { FileLayer } from '../../electron/library/file-layer.ts';
import type { HoldfastLibrary } from '../../electron/library/holdfast-library.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { CommandId, EventId, IncidentId } from '../../shared/record/ids.ts';
import { openStoryLibrary } from './story-library.ts';
import { minute, type StoryStep } from './story-step.ts';
import { laterPlaybook, vocabularySteps } from './vocabulary-story.ts';

export const vocabularyIncident = '01JQ00000000000000000V0CAB' as IncidentId;

/**
 * Plays the story of every event on an empty file layer, through the product's own rules and writer: nothing in it is
 * random, so the same version writes the same bytes. Throws when a command is refused.
 */
export const playVocabulary = async (files: FileLayer, folder: string): Promise<void> => {
  let now: Instant = minute(0);
  const open = (run: string, watched: FileLayer) => openStoryLibrary(watched, { run, folder, now: () => now });
  const libraries = { ann: await open('ann', files), omar: await open('omar', { ...files, watch: () => () => {} }) };
  const eventsByStep = new Map<string, readonly EventId[]>();
  for (const step of vocabularySteps) {
    now = step.at;
    const by = step.device === 'ann' ? 'ann' : 'omar';
    if (step.device === 'omar') libraries[by].open(vocabularyIncident);
    if (step.name === 'adopted') await libraries.ann.savePlaybook(laterPlaybook);
    eventsByStep.set(step.name, await play(libraries[by], by, step, eventsByStep));
  }
  await libraries.ann.close();
  await libraries.omar.close();
};

const play = async (
  library: HoldfastLibrary,
  by: 'ann' | 'omar',
  { name, command }: StoryStep,
  earlier: ReadonlyMap<string, readonly EventId[]>,
): Promise<readonly EventId[]> => {
  const firstOf = (step: string) => {
    const [first] = earlier.get(step) ?? [];
    if (!first) throw new Error(`${name} needs ${step}, which comes later`);
    return first;
  };
  const outcome = await library.execute({
    id: `story-${name}` as CommandId,
    incident: vocabularyIncident,
    command: typeof command === 'function' ? command(firstOf) : command,
    by: { person: by === 'ann' ? 'Ann Lee' : 'Omar حداد', device: by },
    zone: 'Europe/Prague',
  });
  if (!outcome.ok) throw new Error(`${name}: ${outcome.error.code}: ${outcome.error.message}`);
  return outcome.value.events;
};
