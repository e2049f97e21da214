import { on } from './drill-moments.ts';
import { type DrillStep, drillSteps } from './drill-story.ts';

/** Where the drill sends the draft of the moment, this sends words of its own: there is no screen to read it from. */
export const sentTexts: ReadonlyMap<string, string> = new Map(
  drillSteps.flatMap(({ name, commands: [command] }) =>
    command?.type === 'SendUpdate' && command.text === '' ? [[name, `Told to ${name}, word for word.`]] : [],
  ),
);

/** The drill as lines of a script for `holdfast exec`, each command under the test clock at its own time. */
export const scriptLines = (sentTexts: ReadonlyMap<string, string>): readonly object[] =>
  withTexts(sentTexts).flatMap(({ name, clock, commands }) => [
    { clock: on(clock) },
    ...commands.map((command, index) => ({
      ...(command.type === 'DeclareIncident' ? {} : { incident: 'INC-310' }),
      ...(index === 0 ? { as: asName(name) } : {}),
      by: 'Ann Lee',
      command: JSON.parse(JSON.stringify(command), (_key, value) =>
        typeof value === 'string' && value.startsWith('$') ? `$${asName(value.slice(1))}` : value,
      ),
    })),
  ]);

/** The steps with the texts that were really sent in place of the drafts. */
export const withTexts = (sentTexts: ReadonlyMap<string, string>): readonly DrillStep[] =>
  drillSteps.map((step) => {
    const text = sentTexts.get(step.name);
    if (text === undefined) return step;
    return { ...step, commands: step.commands.map((command) => ({ ...command, text }) as typeof command) };
  });

// A name in a script is one word.
const asName = (name: string): string => `step_${name.replaceAll(/\W/g, '_')}`;
