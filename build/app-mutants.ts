import { type Mutant, mutants } from './torture-mutants.ts';

/** The defects that the attacks on the real app must notice; each is planted in a build of its own. */
export const appMutants: readonly Mutant[] = [
  {
    name: 'a line is written 0.8 s after it was acknowledged',
    attack: 'app-kill',
    edits: [
      {
        file: 'electron/library/journal-writer.ts',
        find: '        await writeGroup(group);\n        for (const pending of group) pending.settle(ok(null));',
        put: '        for (const pending of group) pending.settle(ok(null));\n        await new Promise((go) => setTimeout(go, 800));\n        await writeGroup(group);',
      },
    ],
  },
  {
    name: 'drafts are not saved',
    attack: 'app-kill',
    edits: [
      {
        file: 'electron/library/draft-store.ts',
        find: 'await replaceFile(files, join(folder, fileOf(key)), Buffer.from(content), deps.newToken());',
        put: '',
      },
    ],
  },
  ...mutants
    .filter(({ name }) => name === 'fewer bytes than given are taken for all')
    .map((mutant) => ({ ...mutant, attack: 'app-faults' })),
  {
    name: 'errors are known by their names alone',
    attack: 'app-faults',
    edits: [
      {
        file: 'electron/library/storage-failure.ts',
        find: 'if (errno === undefined || syscall === undefined) return null;',
        put: 'return null;',
      },
    ],
  },
];
