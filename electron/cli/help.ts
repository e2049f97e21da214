import type { CommandDefinition } from './command-definition.ts';

const onEveryCommand = [
  '  --library DIR  the folder with the incidents; else HOLDFAST_LIBRARY, else the',
  '                 one that the app uses',
  '  --as NAME      who types',
  '  --zone ZONE    zone of times of day, like Europe/Prague; else that of the',
  '                 device',
];

/** What there is, in 80 columns. */
export const overview = (commands: readonly CommandDefinition[]): string => {
  const shown = commands.filter(({ isHidden }) => !isHidden);
  const width = Math.max(...shown.map(({ name }) => name.length));
  return [
    'Usage: holdfast COMMAND ...',
    '',
    ...shown.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'On every command:',
    ...onEveryCommand,
    '',
    'ID is the key or the id of an incident, or a beginning that fits only one.',
    'Not sure whether new, log or exec has recorded? With --id ID a call can be',
    'repeated, and nothing is recorded twice.',
    'Exit code: 0 done, 1 refused or found wrong (the reason is on standard error),',
    '2 wrong usage. More: holdfast COMMAND --help, and docs/commands.md',
  ].join('\n');
};

export const helpFor = ({ name, form, summary, details }: CommandDefinition): string =>
  [
    `Usage: holdfast ${name} ${form}`.trimEnd(),
    '',
    `${summary}.`,
    ...(details.length > 0 ? ['', ...details] : []),
    '',
    'On every command:',
    ...onEveryCommand,
  ].join('\n');
