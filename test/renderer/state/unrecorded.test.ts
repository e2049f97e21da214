import { expect, test } from 'vitest';
import { createWindowWorld } from '../../support/window-world.ts';

createWindowWorld();
const { unrecordedToText } = await import('../../../renderer/state/unrecorded.ts');

test('[TB37] everything unrecorded is one plain text, each part once and by its place', () => {
  const text = unrecordedToText(
    [
      { type: 'RecordEntry', kind: 'note', text: 'on its way' },
      { type: 'ReachMilestone', milestone: 'identified', reason: 'a full disk' },
    ],
    [
      { key: 'entry', text: 'on its way\nhalf a thought' },
      { key: 'update:public', text: 'We are looking into it.' },
      { key: 'form:severity', text: '{"typed":{"reason":"many orders fail"},"chosen":{"severity":"SEV2"}}' },
      {
        key: 'form:declare',
        text: JSON.stringify({
          typed: {
            form: { title: 'Mail is late', severity: null, noticed: { text: '10:02' }, lead: '', drill: false },
          },
        }),
      },
      { key: 'section:summary', text: 'What happened.' },
    ],
  );
  expect(text).toBe(
    [
      'Log entry:\non its way\nhalf a thought',
      'Update, public:\nWe are looking into it.',
      'Form, severity:\nreason: many orders fail',
      'Form, declare:\ntitle: Mail is late\nnoticed: 10:02',
      'Review section, summary:\nWhat happened.',
      'Being recorded: reach milestone\nmilestone: identified\nreason: a full disk',
    ].join('\n\n'),
  );
});

test('[TB37] an entry that no draft holds is in it as well; with nothing there is nothing', () => {
  expect(unrecordedToText([{ type: 'RecordEntry', kind: 'note', text: 'captured' }], [])).toContain('text: captured');
  expect(unrecordedToText([], [])).toBe('');
});
