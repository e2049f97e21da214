import type { TimelineRow } from '../../../shared/incident/timeline-row.ts';
import { execute } from '../../state/incident-store.ts';
import { bringBack } from '../../state/take-back.ts';
import { announce, openDialog, showWorkspace, writeEntry } from '../../state/view-store.ts';
import type { MenuEntry } from '../../ui/menu-button.tsx';
import { type RowDeedId, type RowDeedOptions, rowDeeds } from './row-deeds.ts';
import { rowAsText } from './row-story.ts';
import { timelineView } from './timeline-view.ts';

interface RowMenuOptions extends RowDeedOptions {
  readonly zone: string;
}

export const rowMenu = (options: RowMenuOptions): readonly MenuEntry[] =>
  rowDeeds(options).map((deed) => ({ ...deed, run: () => runById[deed.id](options) }));

const runById: Readonly<Record<RowDeedId, (options: RowMenuOptions) => void>> = {
  conflict: () => openDialog({ name: 'conflicts' }),
  answer: ({ row }) => writeEntry(`!done ${row.name ?? ''} `),
  star: ({ row }) => void star(row),
  correct: ({ row }) => correct(row, 'text'),
  mend: ({ row, state }) => correctSent(row, state),
  time: ({ row }) => correct(row, 'time'),
  evidence: ({ row }) => openDialog({ name: 'attach-evidence', entry: row.id }),
  copy: ({ row, zone }) => void copy(rowAsText(row, zone)),
  move: ({ row }) => openDialog({ name: 'move', event: row.id }),
  withdraw: ({ row }) => openDialog({ name: 'withdraw', event: row.id }),
  'bring-back': ({ row }) => void bringRowBack(row),
  redact: ({ row }) => openDialog({ name: 'redact', event: row.id }),
};

/** Key entries are told in the review; a star can be taken away again. */
export const star = async (row: TimelineRow): Promise<void> => {
  const reply = await execute({ type: 'StarEntry', entry: row.id, key: !row.key });
  if (!reply.ok) announce(reply.error.sentence, 'refused');
};

const correct = (row: TimelineRow, correctFirst: 'text' | 'time'): void => {
  timelineView.setState({ correctFirst });
  openDialog({ name: 'correct-entry', entry: row.id });
};

const correctSent = (row: TimelineRow, { updates }: RowMenuOptions['state']): void => {
  const sent = updates.sent.get(row.id);
  if (sent) showWorkspace({ name: 'composer', audience: sent.event.audience, corrects: row.id });
};

const bringRowBack = async ({ withdrawn }: TimelineRow): Promise<void> => {
  if (!withdrawn) return;
  const { text, isRefused } = await bringBack([withdrawn.event]);
  announce(text, isRefused ? 'refused' : 'done');
};

const copy = async (text: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text);
    announce('Copied.');
  } catch {
    announce('The clipboard did not take it. Select the text and copy it by hand.', 'refused');
  }
};
