import type { Page } from '@playwright/test';
import type { Dialog } from '../../renderer/state/view-store.ts';
import { chooseForRow, rowsSaying, runCommand } from './console-page.ts';

/** How a person opens each dialog in the incident of `makeBusyIncident`; a dialog that is added without a way here does not compile. */
export const dialogOpeners: Readonly<Record<Dialog['name'], (page: Page) => Promise<unknown>>> = {
  declare: (page) => page.keyboard.press('Control+n'),
  identity: (page) => page.keyboard.press('Control+u'),
  palette: (page) => page.keyboard.press('Control+k'),
  keys: (page) => page.keyboard.press('Alt+/'),
  'global-keys': (page) => runCommand(page, 'Global keys: change the keys over all programs'),
  restore: (page) => runCommand(page, 'Restore or merge a bundle or another library'),
  zone: (page) => runCommand(page, 'Show times in another zone'),
  milestone: (page) => page.keyboard.press('Alt+m'),
  milestones: (page) => runCommand(page, 'Show all milestones, correct or take back'),
  'correct-milestone': async (page) => {
    await runCommand(page, 'Show all milestones, correct or take back');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Correct/ })
      .first()
      .click();
  },
  'take-back': (page) => runCommand(page, 'Withdraw the diagnosis'),
  severity: (page) => runCommand(page, 'Change the severity'),
  impact: (page) => runCommand(page, 'Change the impact'),
  situation: (page) => runCommand(page, 'State what is known and unknown'),
  'data-statement': (page) => runCommand(page, 'Make the data statement'),
  details: (page) => runCommand(page, 'Change title, id or services'),
  'close-incident': (page) => runCommand(page, 'Close as false alarm, merged or cancelled'),
  'recovery-track': (page) => runCommand(page, 'Record objectives and restore times (RPO, RTO)'),
  'restore-progress': (page) => runCommand(page, 'Note how far a restore is'),
  'move-phase': (page) => runCommand(page, 'Move on to another phase'),
  'adopt-playbook': (page) => runCommand(page, "Adopt the library's playbook"),
  role: (page) => runCommand(page, 'Name the Incident Commander'),
  roster: (page) => page.keyboard.press('Alt+p'),
  'offer-handoff': (page) => page.keyboard.press('Alt+h'),
  task: (page) => page.keyboard.press('Alt+t'),
  'finish-task': (page) =>
    page.getByRole('region', { name: 'Tasks' }).getByRole('listitem').getByRole('button').first().click(),
  decision: (page) => page.keyboard.press('Alt+d'),
  'ask-decision': (page) => runCommand(page, 'Ask for a decision'),
  hypothesis: (page) => page.keyboard.press('Alt+y'),
  'judge-hypothesis': (page) =>
    page
      .getByRole('region', { name: 'Hypotheses' })
      .getByRole('button', { name: /The flag leaks/ })
      .click(),
  'skip-item': (page) =>
    page.getByRole('region', { name: 'Checklist' }).getByRole('button', { name: /^Skip/ }).first().click(),
  'correct-entry': (page) => fromRowMenu(page, 'Correct'),
  withdraw: (page) => fromRowMenu(page, 'Take back'),
  redact: (page) => fromRowMenu(page, 'Redact'),
  move: (page) => fromRowMenu(page, 'Move to another incident'),
  'attach-evidence': (page) => fromRowMenu(page, 'Attach link as evidence'),
  conflicts: (page) => runCommand(page, 'Settle conflicts'),
  factor: async (page) => {
    await page.keyboard.press('Alt+r');
    await page.keyboard.press('Alt+f');
  },
  action: async (page) => {
    await page.keyboard.press('Alt+r');
    await page.keyboard.press('Alt+a');
  },
  'review-status': async (page) => {
    await page.keyboard.press('Alt+r');
    await runCommand(page, 'Mark the review reviewed');
  },
  'review-details': async (page) => {
    await page.keyboard.press('Alt+r');
    await runCommand(page, 'Set review owner and meeting');
  },
  'pick-entry': async (page) => {
    await page.keyboard.press('Alt+r');
    await page.keyboard.press('Alt+e');
  },
  export: async (page) => {
    await page.keyboard.press('Alt+r');
    await page.keyboard.press('Control+Shift+e');
  },
  residue: (page) => runCommand(page, 'Look for redacted text in files'),
  'clock-error': (page) => runCommand(page, "State this device's clock error"),
  verify: (page) => runCommand(page, 'Verify the record'),
};

function fromRowMenu(page: Page, label: string): Promise<void> {
  return chooseForRow(rowsSaying(page, 'Checkout errors 38 %').first(), label);
}
