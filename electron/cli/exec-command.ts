import { resolve } from 'node:path';
import { moveLine } from '../../shared/incident/move-words.ts';
import { reasonOf } from '../../shared/kernel/reason-of.ts';
import { err, ok } from '../../shared/kernel/result.ts';
import { countOf } from '../../shared/kernel/words.ts';
import { milestoneWords } from '../../shared/lifecycle/lifecycle.ts';
import { resultData } from '../../shared/review/to-json.ts';
import { type CommandDefinition, jsonOption } from './command-definition.ts';
import type { CommandLineWorld } from './command-line-world.ts';
import { type Outcome, refused, wrongUsage } from './failure.ts';
import { withSession } from './open-session.ts';
import { idDetails, idOption, repeatable, sameInput } from './repeatable.ts';
import { runScript, type ScriptReport } from './run-script.ts';
import { sayData } from './say-json.ts';
import { lineWidth, shorten } from './text-table.ts';

export const execCommand: CommandDefinition = {
  name: 'exec',
  form: 'FILE.jsonl   (- for standard input)',
  summary: 'Record the commands of a file, one a line',
  details: [
    'A line: {"incident":"INC-214","command":{"type":"..."},"at":"...","by":"Ann",',
    '"id":"...","as":"name"}. Only "command" is needed, and "incident" but for a',
    'declaration. "as" names the incident or the event for later lines: "$name".',
    'Stops at the first refusal; what was recorded before stays. A line whose "id"',
    'was recorded before records nothing again; with --id that holds for all lines.',
    'All of it: docs/commands.md',
    ...idDetails(11),
  ],
  options: { ...idOption, ...jsonOption },
  run: async (given, world) => {
    const [path, ...more] = given.words;
    if (path === undefined || more.length > 0) return wrongUsage('Name one file: holdfast exec FILE.jsonl');
    const lines = readLines(world, path);
    if (!lines.ok) return lines;
    return repeatable(execCommand, given, world, (call) =>
      withSession(given, world, 'may-be-new', async (session) => {
        call.begin({ remark: path === '-' ? sameInput : '' });
        const report = await runScript(lines.value, session, world, call);
        sayData(
          given,
          world,
          () => ({ ...reportData(report), command: call.id }),
          () => reportWords(report),
        );
        const { stopped, commands } = report;
        if (!stopped) return ok(null);
        // Mended and run again, what went before must not be recorded once more.
        return err({
          exitCode: 1,
          sentence: `Line ${stopped.line}: ${stopped.sentence}`,
          isRepeatable: commands > 0 || stopped.isRepeatable === true,
        });
      }),
    );
  },
};

const readLines = (world: CommandLineWorld, path: string): Outcome<AsyncIterable<string> | Iterable<string>> => {
  if (path === '-')
    return world.inputLines ? ok(world.inputLines()) : wrongUsage('There is no standard input to read.');
  try {
    const bytes = world.files.readFile(resolve(world.workingFolder, path));
    return ok(Buffer.from(bytes).toString('utf8').split(/\r?\n/));
  } catch (error) {
    return refused(`${path} cannot be read: ${reasonOf(error)}.`);
  }
};

const reportData = ({ commands, declared, moves, offers, stopped }: ScriptReport) => ({
  commands,
  declared,
  moves: moves.map(({ line, incident, id, before, after }) => ({
    line,
    incident,
    metric: id,
    before: resultData(before),
    after: resultData(after),
  })),
  offers: offers.map(({ line, incident, from, milestone, at, was }) => ({
    line,
    incident,
    from,
    milestone,
    at,
    was: was ?? null,
  })),
  stopped: stopped ? { line: stopped.line, sentence: stopped.sentence } : null,
});

const reportWords = ({ commands, declared, moves, offers, stopped }: ScriptReport): string =>
  [
    ...declared.map(({ id, name }) => `${id}${name === null ? '' : `  $${name}`}`),
    ...moves.map((move) => shorten(`Line ${move.line} moves ${moveLine(move)}`, lineWidth)),
    ...offers.map(({ line, incident, milestone, at }) =>
      shorten(`Line ${line} offers ${incident.slice(-6)} an earlier ${milestoneWords[milestone]}: ${at}`, lineWidth),
    ),
    `${countOf(commands, 'command')} recorded${stopped ? '; they stay recorded.' : '.'}`,
  ].join('\n');
