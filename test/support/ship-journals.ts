import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lineVersion } from '../../shared/record/line.ts';
import { createFaultFileLayer } from './fault-file-layer.ts';
import { playVocabulary } from './play-vocabulary.ts';
import { factsOf, shippedFolder } from './shipped-journal.ts';
import { openStoryLibrary } from './story-library.ts';
import { minute } from './story-step.ts';

/**
 * Writes the library of the format that this version writes, by the product's own rules and writer, with what every
 * later version must read out of it. Run it before a format is released, never after: see docs/reliability.md.
 */
const target = shippedFolder(lineVersion);
const folder = '/library';
const files = createFaultFileLayer();
await playVocabulary(files, folder);
const library = await openStoryLibrary(files, { run: 'shipping', now: () => minute(600), folder });
const facts = factsOf(library);
await library.close();
rmSync(target, { recursive: true, force: true });
for (const { path, bytes } of files.everyFile()) {
  // The playbook in force is no part of a journal; the copies that the incident carries are.
  if (path.startsWith(`${folder}/playbook.json`)) continue;
  const to = join(target, path);
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, bytes);
}
writeFileSync(join(target, 'facts.json'), `${JSON.stringify(facts, null, 2)}\n`);
console.log(`${target}: ${facts.commands.length} commands, ${facts.types.length} types of events`);
