import type { Edit } from './edit-source.ts';

/** A defect to be planted, after which the attack must lose something. `npm run torture -- --mutants` plants them one by one. */
export interface Mutant {
  readonly name: string;
  /** As in `--only`. */
  readonly attack: string;
  readonly edits: readonly Edit[];
}

const library = 'electron/library';

const edit = (file: string, find: string, put: string): Edit => ({ file, find, put });

const line = 'shared/record/line.ts';
const withoutCheck = edit(
  line,
  'if (statedCrc(crcEnd) !== sumsBefore.crc(crcEnd)) return',
  'if (crcEnd === null) return',
);

export const mutants: readonly Mutant[] = [
  {
    name: 'acknowledged before the write',
    attack: 'kill',
    edits: [
      edit(
        `${library}/journal-writer.ts`,
        '        await writeGroup(group);\n        for (const pending of group) pending.settle(ok(null));',
        '        for (const pending of group) pending.settle(ok(null));\n        await new Promise((go) => setTimeout(go, 5));\n        await writeGroup(group);',
      ),
    ],
  },
  {
    name: 'acknowledged before the flush',
    attack: 'model',
    edits: [
      edit(
        `${library}/journal-writer.ts`,
        '        await writeGroup(group);\n        for (const pending of group) pending.settle(ok(null));',
        '        const writing = writeGroup(group);\n        for (const pending of group) pending.settle(ok(null));\n        await writing;',
      ),
    ],
  },
  {
    name: 'no flush of the file',
    attack: 'model',
    edits: [edit(`${library}/journal-writer.ts`, '      await file.flush();', '')],
  },
  {
    name: 'no flush of a new file',
    attack: 'model',
    edits: [edit(`${library}/journal-writer.ts`, '      await created.flush();', '')],
  },
  {
    name: 'no flush of the folder',
    attack: 'model',
    edits: [edit(`${library}/journal-writer.ts`, '      await files.flushFolder(folder);', '')],
  },
  {
    name: 'no flush of the folders on the way',
    attack: 'model',
    edits: [edit(`${library}/durable-file.ts`, '    await files.flushFolder(parent);', '')],
  },
  {
    name: 'a failed flush tried again on the same file',
    attack: 'model',
    edits: [
      edit(
        `${library}/journal-writer.ts`,
        '      await file.flush();',
        '      const open = file;\n      await open.flush().catch(() => open.flush());',
      ),
    ],
  },
  {
    name: 'what another run wrote is shown before it is flushed',
    attack: 'model',
    edits: [edit(`${library}/unconfirmed.ts`, '      await files.flushFile(join(folder(), file));', '')],
  },
  {
    name: 'rename before the flush in the durable replace',
    attack: 'model',
    edits: [
      edit(
        `${library}/durable-file.ts`,
        '      await file.flush();\n      // A nearly full disk',
        '      files.rename(temporary, path);\n      await file.flush();\n      // A nearly full disk',
      ),
      edit(
        `${library}/durable-file.ts`,
        '    if (isReplaced) files.rename(temporary, path);\n    else',
        '    if (!isReplaced)',
      ),
    ],
  },
  {
    name: 'no flush of the folder behind the durable replace',
    attack: 'model',
    edits: [edit(`${library}/durable-file.ts`, '  await files.flushFolder(dirname(path));', '')],
  },
  {
    name: 'a redaction leaves the text',
    attack: 'model',
    edits: [
      edit(`${library}/file-journal.ts`, '    if (!rewritten) return [];', '    if (!rewritten || file) return [];'),
    ],
  },
  {
    name: 'a redaction passes over damaged lines',
    attack: 'model',
    edits: [edit(`${library}/blank-bytes.ts`, 'const cut = whereTextsBegin(part, events, texts);', 'const cut = -1;')],
  },
  {
    name: 'a redaction leaves copies of an interrupted one',
    attack: 'model',
    edits: [edit(`${library}/file-journal.ts`, '        removeLeftCopies();', '')],
  },
  {
    name: 'fewer bytes than given are taken for all',
    attack: 'soak',
    edits: [edit(`${library}/journal-writer.ts`, 'if (count !== bytes.length) throw', 'if (count < 0) throw')],
  },
  {
    name: 'no look at the size before the rename',
    attack: 'soak',
    edits: [
      edit(
        `${library}/durable-file.ts`,
        "if (file.facts().size !== size) throw new StorageError('ENOSPC'",
        "if (file.facts().size < 0) throw new StorageError('ENOSPC'",
      ),
    ],
  },
  {
    name: 'a repeated command id is recorded again',
    attack: 'soak',
    edits: [edit(`${library}/open-incident.ts`, 'if (known) return repeat(known);', '')],
  },
  {
    name: 'what was refused is remembered for ever',
    attack: 'refusals',
    edits: [edit(`${library}/recent-map.ts`, 'if (kept.size <= limit) break;', 'if (limit > 0) break;')],
  },
  {
    name: 'files that never came to be are remembered for ever',
    attack: 'refusals',
    edits: [edit(`${library}/own-files.ts`, 'left?.acknowledged === 0 && isAbsent(current)', 'false')],
  },
  {
    name: 'reading stops at damage in the middle',
    attack: 'flip',
    edits: [
      edit(
        `${library}/journal-bytes.ts`,
        '    takePiece(bytes.subarray(at, end), at, false, decode?.(at, end));',
        '    takePiece(bytes.subarray(at, end), at, false, decode?.(at, end));\n    if (found.some(isDamage)) break;',
      ),
    ],
  },
  {
    name: 'a damaged line counts: opening does not compare its check',
    attack: 'flip',
    edits: [withoutCheck],
  },
  {
    name: 'a damaged line counts: neither check nor sum is compared',
    attack: 'flip',
    edits: [withoutCheck, edit(line, 'line.endsWith(end) && sumsBefore.digest(end) === sum', 'line.endsWith(end)')],
  },
  {
    name: 'a changed text counts: neither the check nor its digest is compared',
    attack: 'flip',
    edits: [withoutCheck, edit(line, "sums.digest(items[index] ?? '') === expected", "expected !== ''")],
  },
  {
    name: 'the last line counts without its sum',
    attack: 'prefix',
    edits: [
      withoutCheck,
      edit(line, '  const parsed = parse(line);\n', "  const parsed = parse(line) ?? parse(line + '}');\n"),
      edit(
        line,
        "  if (typeof sum !== 'string') return damaged('it has no sum');",
        "  if (typeof sum !== 'string' && isRecord(parsed.commit))\n    return ok({ kind: 'commit', loaded: { commit: parsed.commit as unknown as Commit, sum: '' } });\n  if (typeof sum !== 'string') return damaged('it has no sum');",
      ),
    ],
  },
  {
    name: 'a torn last line is passed over in silence',
    attack: 'prefix',
    edits: [
      edit(
        `${library}/journal-bytes.ts`,
        "if (isLast) report('torn-tail'",
        "if (isLast && start < 0) report('torn-tail'",
      ),
    ],
  },
  {
    name: 'order by the clock alone',
    attack: 'merge',
    edits: [
      edit(
        'shared/record/causal-graph.ts',
        '    if (node.parents.length === 0) ready.push(node);',
        '    if (node.loaded) ready.push(node);',
      ),
    ],
  },
  {
    name: 'order by arrival',
    attack: 'merge',
    edits: [edit('shared/record/causal-order.ts', '      if (isBefore(node, other)) place = index;', '')],
  },
  {
    name: 'a conflict is not shown',
    attack: 'merge',
    edits: [
      edit(
        'shared/incident/fold.ts',
        '(write) => !isSameRef(write.ref, ref) && !seen(write.ref)',
        '(write) => isSameRef(write.ref, write.ref) && write.ref === ref',
      ),
    ],
  },
  {
    name: 'a change that had seen the other is shown as a conflict',
    attack: 'merge',
    edits: [
      edit('shared/incident/fold.ts', '!isSameRef(write.ref, ref) && !seen(write.ref)', '!isSameRef(write.ref, ref)'),
    ],
  },
];

/** A disk that takes its time, so that a cut falls between the two. */
const slowFlush = edit(
  `${library}/journal-writer.ts`,
  'size += writeOnce(file, lines);\n      await file.flush();',
  'size += writeOnce(file, lines);\n      await new Promise((resolve) => setTimeout(resolve, 5));\n      await file.flush();',
);

/** Where the machine can cut the power for real, these are planted for that, too. */
export const powerMutants: readonly Mutant[] = mutants
  .filter(({ name }) => ['no flush of the file', 'acknowledged before the flush'].includes(name))
  .map(({ name, edits }) => ({
    name,
    attack: 'power',
    edits: name === 'acknowledged before the flush' ? [...edits, slowFlush] : edits,
  }));
