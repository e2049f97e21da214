import { countOf } from '../../../shared/kernel/words.ts';
import { findFactorWords } from '../../../shared/playbook/find-in-playbook.ts';
import { findSectionKind } from '../../../shared/review/review-sections.ts';
import { useIncident } from '../../state/incident-store.ts';
import { openDialog } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { FigureTable } from '../../ui/figure-table.tsx';
import { onPress } from '../../ui/on-press.ts';
import { Panel } from '../../ui/panel.tsx';
import styles from './review-screen.module.css';

const kind = findSectionKind('factors');

const columns = [
  { id: 'factor', label: 'Factor', isWide: true },
  { id: 'where', label: 'Where it acted', isWide: true },
  { id: 'effect', label: 'Effect' },
  { id: 'entries', label: 'Entries', isFigure: true },
];

/** Contributing factors: several, never one cause, and those that helped as well. */
export const FactorsPanel = () => {
  const factors = useIncident((open) => open.state.review.factors);
  const playbook = useIncident((open) => open.playbook);
  const readOnly = useIncident((open) => open.readOnly);
  return (
    <Panel
      action={
        <Button
          keys="Alt F"
          label="Add factor"
          onPress={() => openDialog({ name: 'factor' })}
          size="small"
          unavailable={readOnly ?? undefined}
        >
          Add
        </Button>
      }
      count={factors.size === 0 ? '' : `${factors.size}, no single cause`}
      heading={`${kind.number} ${kind.title}`}
      name={kind.title}
    >
      {factors.size === 0 ? (
        <EmptyLine>None yet. {countOf(2, 'factor')} or more, and what helped is one of them.</EmptyLine>
      ) : (
        <FigureTable
          caption="Contributing factors"
          columns={columns}
          isCaptionHidden
          rows={[...factors.values()].map(({ id, text, category, effect, entries }) => ({
            id,
            cells: {
              factor: (
                <button
                  className={styles.rowButton}
                  onClick={(event) => onPress(event, () => openDialog({ name: 'factor', factor: id }))}
                  type="button"
                >
                  {text}
                </button>
              ),
              where: findFactorWords(playbook, category),
              effect: effect === 'made-better' ? <b>helped</b> : 'made worse',
              entries: entries.length,
            },
          }))}
        />
      )}
    </Panel>
  );
};
