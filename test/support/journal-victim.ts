import { createNodeFileLayer } from '../../electron/library/node-file-layer.ts';
import { aDraft, aNote, aRedaction, openJournal } from './journal-builders.ts';

/**
 * A process to be killed: appends without end and prints the name of every acknowledged commit, one a line; now and then
 * it takes a text out again, which replaces its whole file, and prints that text behind a tilde. A line without a name
 * says that something was refused.
 */
const [base = '', folder = '', name = ''] = process.argv.slice(2);
const journal = openJournal({ files: createNodeFileLayer(), base, folder }, name);
for (let index = 0; ; index += 1) {
  const names = [`${name}.${index}.x`, `${name}.${index}.y`, `${name}.${index}.z`];
  const outcomes = await Promise.all(names.map((each) => journal.append(aDraft(each)).recorded));
  const acknowledged = names.filter((_, at) => outcomes[at]?.ok);
  process.stdout.write(`${acknowledged.join('\n')}\n`);
  if (index % 5 !== 3) continue;
  const [redacted = '', redaction] = [names[1], `${name}.${index}.r`];
  const { id, text } = aNote(redacted);
  const outcome = await journal.append(aDraft(redaction, { events: [aRedaction(id)] })).recorded;
  if (!outcome.ok) continue;
  process.stdout.write(`${redaction}\n`);
  if ((await journal.blank(new Set([id]))).failure === null) process.stdout.write(`~${text}\n`);
}
