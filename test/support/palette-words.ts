import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import type { Control } from './controls-on-screen.ts';

/**
 * What the palette calls a control that bears other words on screen.
 *
 * - `is`: a command of exactly these words.
 * - `begins`: a command that begins so; the control shows what goes on changing.
 * - `ends`: a command that begins so and ends with the name of the control.
 * - `names`: a command that begins so, and whose other words stand in the name of the control.
 */
interface Rule {
  readonly place?: RegExp;
  readonly name: RegExp;
  readonly entry: string;
  readonly match?: 'begins' | 'ends' | 'names';
}

const roles = defaultPlaybook.roles.map(({ name }) => name).join('|');
const audiences = defaultPlaybook.audiences.map(({ name }) => name).join('|');

/** The first that fits counts; `$1` is what its pattern caught. A control without a rule has the palette's own words. */
const rules: readonly Rule[] = [
  { place: /^Next$/, name: /^/, entry: 'Next: ', match: 'names' },
  { place: /^Next$/, name: /^/, entry: 'Then: ', match: 'names' },
  { name: /^Library$/, entry: 'Show the library' },
  { name: /^(Exercise, )?(Severity SEV\d|No severity)/, entry: 'Change the severity' },
  { name: /^Copies$/, entry: 'Save a bundle of the whole library' },
  { name: /^Contacts$/, entry: 'Contacts: who do I call' },
  { name: /^Review$/, entry: 'Open the review' },
  { name: /^Typing as /, entry: 'Say who types' },
  { name: /^Hand-off to .+ waits\. Show it$|^.+ has command\. /, entry: 'Hand off command' },
  { name: /^Commands$/, entry: 'Find a command' },
  { name: /^Switch to (dark|light)$/, entry: 'Switch between light and dark' },
  { name: /^all keys$/, entry: 'Show all keys' },
  { place: /^Phases$/, name: /^/, entry: 'Reach the next milestone' },
  { name: /: times are shown in .+\. Choose the zone$/, entry: 'Show times in ', match: 'begins' },
  { name: /^(?:RTO|RPO)/, entry: 'Record objectives and restore times (RPO, RTO)' },
  { place: /^(Roles|Tasks|Checklist)$/, name: /^(Roles|Tasks|Checklist)\b.*\d$/, entry: 'Go to the panel: $1' },
  { place: /^Roles$/, name: /^Roles, .*filled$/, entry: 'Go to the panel: Roles' },
  { place: /^Roles$/, name: /^\d+ (person|people) here$/, entry: 'Show who is here' },
  { place: /^Roles$/, name: new RegExp(`^(${roles}) .*$`), entry: 'Name the $1' },
  {
    place: /^Tasks$/,
    name: /^(.+?) (?:\d.* (?:left|over)|no time-box) .*$/,
    entry: 'Settle the task of $1: ',
    match: 'names',
  },
  {
    place: /^Checklist$/,
    name: new RegExp(`^(${roles})(, also yours)? \\d+ of \\d+$`),
    entry: 'Show the checklist: $1$2',
  },
  { place: /^Situation$/, name: /^(Full|Partial|Degraded|None|Nobody)/, entry: 'Change the impact' },
  { place: /^Situation$/, name: /^/, entry: 'State what is known and unknown' },
  { name: /^Kind of entries/, entry: 'Timeline, kind of entries: ', match: 'begins' },
  { name: /^To the newest$/, entry: 'Go to the newest entry' },
  { name: /^(Conflict|One conflict|\d+ conflicts)$/, entry: 'Settle conflicts' },
  { name: /^Record$/, entry: 'Record the entry line' },
  { name: /^(Note|Observed|Task|Decision|Hypothesis|Impact|To-do)$/, entry: 'Record as: $1' },
  { name: /^Write the most urgent update$/, entry: 'Write the most urgent update' },
  { place: /^(Updates|Audiences)$/, name: new RegExp(`^(${audiences}) .*$`), entry: 'Write an update: $1' },
  { place: /^Decisions$/, name: /^(.*\?)$/, entry: 'Answer: $1' },
  { place: /^Hypotheses$/, name: /^(Testing|Confirmed|Ruled out) /, entry: 'Judge the hypothesis: ', match: 'names' },
  { name: /^Close composer, keep the draft$/, entry: 'Back to the timeline, draft kept' },
  { name: /^\d\d:\d\d .*(time|late|first|back|corrected)$/, entry: 'Read update ', match: 'begins' },
  { place: /^Brief$/, name: /^Back to the timeline$/, entry: 'Back to the timeline, hand-off waits' },
  { place: /^Brief$/, name: /^Print$/, entry: 'Print the brief' },
  { name: /^In review$/, entry: 'Mark the review in review' },
  { name: /^Reviewed$/, entry: 'Mark the review reviewed' },
  { name: /^Closed$/, entry: 'Close the review' },
  { name: /Change owner and meeting$/, entry: 'Set review owner and meeting' },
  {
    place: /^Sections$/,
    name: /^(\d+) (.+?) (?:shown, )?(?:computed|not written|written|draft)$/,
    entry: 'Go to section $1, $2',
  },
  { name: /^(Bold|List|Link)$/, entry: '$1, in the text' },
  { name: /^Insert entry$/, entry: 'Insert a timeline entry' },
  { name: /^Add factor$/, entry: 'Add a contributing factor' },
  { name: /^Add action$/, entry: 'Add an action' },
  { place: /^Actions$/, name: /^(.*)$/, entry: 'Change the action: $1' },
  { place: /^Contributing factors$/, name: /^(.*)$/, entry: 'Change the factor: $1' },
  { name: /^(Import|Export) CSV$/, entry: '$1 contacts ', match: 'begins' },
  { name: /^Print$/, entry: 'Print the contacts' },
  { name: /^Back to the incident$/, entry: 'Leave the contacts' },
  { name: /^Add a person$/, entry: 'Add a person to the contacts' },
  { name: /^Add a bridge$/, entry: 'Add a phone bridge to the contacts' },
  { place: /^People$/, name: /^Change (.*)$/, entry: 'Change the contact of $1' },
  { place: /bridges$/, name: /^Change (.*)$/, entry: 'Change the bridge $1' },
  { place: /^People$/, name: /^Save$/, entry: 'Save ', match: 'begins' },
  { place: /^People$/, name: /^Cancel$/, entry: 'Leave ', match: 'begins' },
  { place: /^People$/, name: /^Take out of the call order$/, entry: 'Take ', match: 'begins' },
  { place: /^People$/, name: /^Remove (.*)$/, entry: 'Remove $1 from the contacts' },
  { place: /^To check$/, name: /^/, entry: 'Check ', match: 'ends' },
  { place: /^Next$/, name: /^Go on$/, entry: 'Go on: ', match: 'begins' },
];

const sets: readonly (readonly [RegExp, (name: string) => string])[] = [
  [/^Show entries$/, (name) => `Timeline: ${name.toLowerCase()}`],
  [/^Which incidents$/, (name) => `Library: ${name.toLowerCase()} incidents`],
];

/** Controls that no command of the palette stands for, each with its reason. */
export const withoutCommand: readonly { readonly name: RegExp; readonly why: string }[] = [
  {
    name: /^(Star|Take the star away|Entry of .+: what to do)$/,
    why: 'Tools of the row under the pointer; the palette has all of them for the row with the focus.',
  },
];

/** The controls that no command stands for, as a person reads the two lists. */
export const controlsWithoutCommand = (
  controls: readonly Control[],
  commands: readonly string[],
  title: string,
): readonly Control[] =>
  controls.filter(
    (control) =>
      !withoutCommand.some(({ name }) => name.test(control.name)) &&
      // What is chosen needs no choosing.
      !(control.kind === 'radio' && control.isChecked) &&
      !hasCommand(control, commands, title),
  );

const hasCommand = (control: Control, commands: readonly string[], title: string): boolean => {
  const { kind, name, place, isChecked } = control;
  if (kind === 'radio') {
    const words = sets.find(([set]) => set.test(place))?.[1](name) ?? `${place}: ${name}`;
    return commands.includes(words);
  }
  if (kind === 'checkbox') {
    const starts = place === 'Acceptance' ? ['Read back: ', 'Not read back: '] : [isChecked ? 'Untick ' : 'Tick '];
    return commands.some(
      (command) => starts.some((start) => command.startsWith(start)) && name.startsWith(restOf(command)),
    );
  }
  if (commands.includes(name)) return true;
  // The title of an incident is a button, in its header and in the list.
  if (name === title)
    return commands.some(
      (command) =>
        command === 'Change title, id or services' || (command.startsWith('Open ') && command.endsWith(title)),
    );
  return rules.some((rule) => {
    const caught = rule.name.exec(name);
    if (!caught || !(rule.place ?? /^/).test(place)) return false;
    const entry = rule.entry.replace(/\$(\d)/g, (_, n: string) => caught[Number(n)] ?? '');
    if (rule.match === undefined) return commands.includes(entry);
    return commands.some((command) => {
      if (!command.startsWith(entry)) return false;
      if (rule.match === 'ends') return command.toLowerCase().endsWith(name.toLowerCase());
      return rule.match === 'begins' || name.includes(command.slice(entry.length));
    });
  });
};

const restOf = (command: string): string => command.slice(command.indexOf(': ') + 2);
