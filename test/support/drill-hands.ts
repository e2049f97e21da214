import { expect, type Page } from '@playwright/test';
import type { Command } from '../../shared/incident/command.ts';
import { setClockFile } from './clock-file.ts';
import { inRoom, on } from './drill-moments.ts';
import { type DrillStep, drillSteps } from './drill-story.ts';
import { createKeyboard, type Keyboard } from './keyboard.ts';
import { reviewByKeyboard } from './review-hands.ts';

type Doing<Type extends Command['type']> = Extract<Command, { readonly type: Type }>;

export interface DrillHands {
  readonly keys: Keyboard;
  /** Lets the clock of the window stand there; time of day in UTC. */
  readonly clock: (at: string) => Promise<void>;
  /** Does all steps up to the one of this name, which is the last, each at its time. */
  readonly playTo: (name: string) => Promise<void>;
  /** Every text that was sent, by the name of its step. */
  readonly sentTexts: ReadonlyMap<string, string>;
}

/** Plays the drill with the keyboard alone, at the clock that `clockFile` sets. */
export const createDrillHands = (page: Page, clockFile: string): DrillHands => {
  const keys = createKeyboard(page);
  const sentTexts = new Map<string, string>();
  const hands = { ...commandByKeyboard(page, keys, sentTexts), ...reviewByKeyboard(page, keys) };
  let done = 0;
  let shown = '';
  const clock = async (at: string) => {
    if (at === shown) return;
    setClockFile(clockFile, on(at));
    await expect(page.locator(`header time[datetime="${on(at)}"]`).first()).toBeVisible();
    shown = at;
  };
  const status = page.getByText(/^(?:\d+ events?, all on disk|No incident is shown here)$/);
  const events = async () => ((await status.count()) === 1 ? Number.parseInt(await status.innerText(), 10) || 0 : 0);
  const play = async (step: DrillStep) => {
    await clock(step.clock);
    const [first] = step.commands;
    const act = first && (hands as Partial<Record<string, (step: DrillStep) => Promise<void>>>)[first.type];
    if (!act) throw new Error(`No keys are known for ${first?.type}`);
    // Read while something is on its way, the count would be none, and nothing would be waited for below.
    await expect(status).toHaveCount(1);
    const before = await events();
    await act(step);
    // On disk before the clock goes on: the record takes its time from there.
    await expect.poll(events).toBeGreaterThan(before);
  };
  return {
    keys,
    clock,
    sentTexts,
    async playTo(name) {
      const last = drillSteps.findIndex((step) => step.name === name);
      if (last < done) throw new Error(`"${name}" is done already, or no step of the drill`);
      for (; done <= last; done += 1) await play(drillSteps[done] as DrillStep);
    },
  };
};

const commandByKeyboard = (page: Page, keys: Keyboard, sentTexts: Map<string, string>) => {
  const dialog = page.getByRole('dialog');
  const field = (name: string) => dialog.getByRole('textbox', { name, exact: true });
  const combo = (name: string) => dialog.getByRole('combobox', { name, exact: true });
  const set = (name: string) => dialog.getByRole('radiogroup', { name, exact: true });
  const one = <Type extends Command['type']>({ commands: [command] }: DrillStep, _type: Type) => command as Doing<Type>;

  return {
    async DeclareIncident(step: DrillStep) {
      const command = one(step, 'DeclareIncident');
      await keys.press('Control+n');
      await keys.fill(field('What is wrong'), command.title);
      await keys.choose(set('Severity, for now'), /^SEV2/);
      await keys.fill(field('Noticed'), inRoom('09:00'));
      await keys.fill(field('Harm began'), inRoom('08:58'));
      await keys.pick(dialog.getByRole('button', { name: /Noticed by/ }), 'an alert');
      await keys.fill(field('What was seen'), command.detection?.detail ?? '');
      await keys.fill(combo('Incident Commander'), command.commander ?? '');
      await keys.fill(field('Services'), 'checkout');
      await keys.fill(field('Your own id'), command.key ?? '');
      await keys.fill(field('Your name'), 'Ann Lee');
      await keys.fill(field('Device tag'), 'ann');
      await keys.finish(dialog);
    },
    async ReachMilestone(step: DrillStep) {
      const { impact, fix, evidence, reason, cause } = one(step, 'ReachMilestone');
      await keys.press('Alt+m');
      await expect(dialog).toBeVisible();
      const shown = dialog.getByRole('button', { name: /Milestone$/ });
      if (cause) {
        await keys.pick(shown, 'Identified');
        await keys.fill(field('Cause'), cause);
      }
      if (fix) {
        await keys.pick(shown, 'Fixed');
        await keys.fill(field('What was changed'), fix.change);
        await keys.fill(field('How it was checked'), fix.check);
        await keys.fill(field('By whom'), fix.executor ?? '');
        await keys.fill(field('Way back'), fix.rollback ?? '');
      }
      if (impact) {
        await keys.choose(set('Impact level'), 'Partial');
        await keys.fill(field('What users feel'), impact.text);
        await keys.fill(field('Reach'), impact.scope ?? '');
      }
      if (evidence) await keys.fill(field('Evidence'), evidence.join('\n'));
      if (reason) await keys.fill(field('Reason'), reason);
      await keys.finish(dialog);
    },
    async AssignRole(step: DrillStep) {
      const { role, person } = one(step, 'AssignRole');
      if (role !== 'lead') return keys.record(`!role ${role} ${person}`);
      await keys.command('Name the Resolution Lead');
      await keys.fill(combo('Who'), person);
      await keys.finish(dialog);
    },
    async TickChecklistItem() {
      const first = page.getByRole('region', { name: 'Checklist' }).getByRole('checkbox').first();
      await keys.press('Alt+c');
      await expect(first).toBeFocused();
      await keys.press('Space');
      await expect(first).toBeChecked();
      await keys.press('Escape');
    },
    async RecordEntry(step: DrillStep) {
      const { kind, text } = one(step, 'RecordEntry');
      await keys.press('Control+j');
      await keys.press(kind === 'observation' ? 'Alt+2' : 'Alt+1');
      await keys.record(text);
    },
    async StateFact({ commands }: DrillStep) {
      await keys.command('State what is known and unknown');
      for (const command of commands as readonly Doing<'StateFact'>[])
        await keys.fill(field(factLabels[command.field] ?? command.field), command.text);
      await keys.finish(dialog);
    },
    async GiveTask(step: DrillStep) {
      await keys.record(`!task @Bob 10m ${one(step, 'GiveTask').text}`);
    },
    async FinishTask(step: DrillStep) {
      // The task is over: what to do stands in the Next bar.
      await keys.press('Alt+n');
      await expect(page.getByRole('button', { name: 'Settle task' })).toBeFocused();
      await keys.press('Enter');
      await keys.fill(field('Result'), one(step, 'FinishTask').result);
      await keys.finish(dialog);
    },
    async ProposeHypothesis(step: DrillStep) {
      const command = one(step, 'ProposeHypothesis');
      await keys.press('Alt+y');
      await keys.fill(field('What is suspected'), command.text);
      await keys.fill(field('Who tests it'), command.owner ?? '');
      await keys.fill(field('Test'), command.test ?? '');
      await keys.choose(set('Result due in'), '5 min');
      await keys.finish(dialog);
    },
    async JudgeHypothesis(step: DrillStep) {
      const rows = page.getByRole('region', { name: 'Hypotheses' }).getByRole('button', { name: /^Testing/ });
      await keys.goTo(rows);
      await keys.press('Enter');
      await keys.choose(set('Verdict'), 'Ruled out');
      await keys.fill(field('What showed it'), one(step, 'JudgeHypothesis').result);
      await keys.finish(dialog);
    },
    async ChangeSeverity(step: DrillStep) {
      const { severity, reason } = one(step, 'ChangeSeverity');
      await keys.record(`!sev ${severity} ${reason}`);
    },
    async ChangeImpact(step: DrillStep) {
      const { level, text = '' } = one(step, 'ChangeImpact');
      await keys.record(`!impact ${level} ${text}`.trim());
    },
    async MakeDecision(step: DrillStep) {
      const { question = '', options: [now, later] = [], because = '' } = one(step, 'MakeDecision');
      await keys.press('Alt+d');
      await keys.fill(field('Question'), question);
      await keys.fill(field('Option A'), now?.text ?? '');
      await keys.fill(field('Risk'), now?.risk ?? '');
      await keys.goTo(dialog.getByRole('button', { name: 'Add an option' }));
      await keys.press('Enter');
      await keys.fill(field('Option B'), later?.text ?? '');
      await keys.choose(set('Option'), /^A/);
      await keys.fill(field('Because'), because);
      await keys.finish(dialog);
    },
    async MakeDataStatement(step: DrillStep) {
      await keys.command('Make the data statement');
      await keys.choose(set('Data'), 'Data affected');
      await keys.fill(field('In words'), one(step, 'MakeDataStatement').text);
      await keys.finish(dialog);
    },
    async SendUpdate(step: DrillStep) {
      const { audience, text } = one(step, 'SendUpdate');
      await expect(page.getByRole('region', { name: 'Updates' }).getByRole('list')).not.toContainText('overdue');
      await keys.record(`!upd ${audience}`);
      const draft = page.getByRole('textbox', { name: /draft$/ });
      await expect(draft).toBeFocused();
      if (text !== '') await keys.fill(draft, text);
      await keys.press('Control+Enter');
      await expect(page.getByText(/^Copied at/)).toBeVisible();
      // As copied: from then on it stands still, and is what will be marked as sent.
      sentTexts.set(step.name, await draft.inputValue());
      await keys.press('Alt+s');
      await expect(page.getByRole('status').filter({ hasText: 'marked as sent' }).first()).toBeVisible();
      await keys.press('Escape');
    },
  };
};

const factLabels: Readonly<Record<string, string>> = {
  known: 'Known',
  unknown: 'Unknown',
  symptoms: 'Symptoms',
  trend: 'Trend',
  notAffected: 'Not affected',
  workaround: 'Workaround',
  impactPublic: 'Impact for the public',
  scopePublic: 'Reach for the public',
  businessImpact: 'Business effect',
  needs: 'Needed from executives',
};
