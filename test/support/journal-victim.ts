import { createNodeFileLayer } from '../../electron/library/node-file-layer.ts';
import { aDraft, openJournal } from './journal-builders.ts';

/**
 * A process to be killed: appends without end and prints the name of every acknowledged commit. Node runs it with its
 * types stripped where it can; the test bundles it otherwise.
 */
const [base = '', folder = '', name = ''] = process.argv.slice(2);
const journal = openJournal({ files: createNodeFileLayer(), base, folder }, name);
for (let index = 0; ; index += 1) {
  const names = [`${name}.${index}.x`, `${name}.${index}.y`, `${name}.${index}.z`];
  const outcomes = await Promise.all(names.map((each) => journal.append(aDraft(each)).recorded));
  const acknowledged = names.filter((_, at) => outcomes[at]?.ok);
  process.stdout.write(`${acknowledged.join('\n')}\n`);
}
