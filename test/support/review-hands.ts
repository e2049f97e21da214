import { expect, type Page } from '@playwright/test';
import type { Command } from '../../shared/incident/command.ts';
import type { ReviewSection } from '../../shared/review/review-events.ts';
import type { Keyboard } from './keyboard.ts';

type Doing<Type extends Command['type']> = Extract<Command, { readonly type: Type }>;

interface Step {
  readonly commands: readonly Command[];
}

/** What people do in the review, with the keyboard alone. */
export const reviewByKeyboard = (page: Page, keys: Keyboard) => {
  const dialog = page.getByRole('dialog');
  const field = (name: string) => dialog.getByRole('textbox', { name, exact: true });
  const combo = (name: string) => dialog.getByRole('combobox', { name, exact: true });
  const set = (name: string) => dialog.getByRole('radiogroup', { name, exact: true });
  const one = <Type extends Command['type']>({ commands: [command] }: Step, _type: Type) => command as Doing<Type>;
  const openReview = async () => {
    if ((await page.getByRole('region', { name: 'Section editor' }).count()) > 0) return;
    await keys.press('Alt+r');
    await expect(page.getByRole('region', { name: 'Section editor' })).toBeVisible();
  };

  return {
    async SetReviewDetails(step: Step) {
      const { owner = '', meetingDate = '' } = one(step, 'SetReviewDetails');
      await openReview();
      await keys.command('Set review owner and meeting');
      await keys.fill(combo('Review owner'), owner);
      await keys.fill(field('Day of the review meeting'), meetingDate);
      await keys.finish(dialog);
    },
    async AddFactor(step: Step) {
      const { text, category, effect } = one(step, 'AddFactor');
      await openReview();
      await keys.press('Alt+f');
      await keys.fill(field('Factor'), text);
      await keys.pick(dialog.getByRole('button', { name: /Where it acted$/ }), categoryWords[category] ?? category);
      await keys.choose(set('Effect'), effect === 'made-better' ? 'Helped' : 'Made worse');
      await keys.finish(dialog);
    },
    async AddAction(step: Step) {
      const { text, actionType, owner = '', due = '', priority = '' } = one(step, 'AddAction');
      await openReview();
      await keys.press('Alt+a');
      await keys.fill(field('Action'), text);
      await keys.pick(dialog.getByRole('button', { name: /Type$/ }), actionType);
      await keys.fill(combo('Owner'), owner);
      await keys.fill(field('Due'), due);
      await keys.choose(set('Priority'), priority);
      await keys.finish(dialog);
    },
    async WriteSection(step: Step) {
      const { section, markdown } = one(step, 'WriteSection');
      await openReview();
      const row = page
        .getByRole('navigation', { name: 'Sections' })
        .getByRole('button', { name: sectionTitles[section] ?? section });
      await keys.goTo(row);
      await keys.press('Enter');
      const editor = page.getByRole('textbox', { name: /, Markdown$/ });
      await expect(editor).toHaveAccessibleName(sectionTitles[section] ?? /./);
      if (!(await editor.evaluate((element) => element === document.activeElement))) await keys.goTo(editor);
      await keys.type(markdown);
    },
    async ChangeReviewStatus(step: Step) {
      const { status, reason } = one(step, 'ChangeReviewStatus');
      await openReview();
      await keys.command(status === 'in-review' ? 'Mark the review in review' : 'Mark the review reviewed');
      if (reason) {
        await keys.fill(field('Reason'), reason);
        await keys.finish(dialog);
      }
      const current = page.getByRole('list', { name: 'Status of the review' }).locator('[aria-current]');
      await expect(current).toHaveText(status === 'in-review' ? /In review/i : /Reviewed/i);
    },
  };
};

const categoryWords: Readonly<Record<string, string>> = {
  'prevent.code-quality': 'Prevent, code quality',
  'recover.cd': 'Recover, continuous deployment',
};

const sectionTitles: Readonly<Partial<Record<ReviewSection, RegExp>>> = {
  summary: /Summary/,
  'what-happened': /What happened/,
  'went-well': /went well/i,
  'outside-summary': /outside/i,
};
