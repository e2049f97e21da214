import type { Command } from '../../../shared/incident/command.ts';
import { describeCommand } from '../../../shared/incident/line-to-command.ts';
import { entryWords } from '../../../shared/incident/words.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';

/** A command on its way to the disk in the words of a row: nothing is decided yet, so only what was asked for is said. */
export const pendingWords = (
  command: Command,
  playbook: Playbook,
): { readonly word: string; readonly text: string } => {
  const text = ['text', 'chosen', 'question', 'reason', 'result', 'title']
    .map((field) => Reflect.get(command, field))
    .find((value): value is string => typeof value === 'string' && value !== '');
  if (command.type === 'RecordEntry') return { word: entryWords[command.kind], text: command.text };
  const described = describeCommand(command, playbook);
  if (described) return { word: '', text: text ? `${described}: ${text}` : described };
  return { word: '', text: text ? `${sentenceCase(command.type)}: ${text}` : sentenceCase(command.type) };
};

/** `SendUpdate` as `Send update`. */
export const sentenceCase = (type: string): string =>
  type.replace(/(?<=.)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
