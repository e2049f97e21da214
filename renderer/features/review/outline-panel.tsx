import { classNames } from '../../ui/class-names.ts';
import { Panel } from '../../ui/panel.tsx';
import { StateShape } from '../../ui/state-shape.tsx';
import { type OutlineRow, outlineCount } from './outline.ts';
import { showSection, useReviewView } from './review-view.ts';
import styles from './side.module.css';

/** The fifteen sections, what each of them still needs, and the way to it. */
export const OutlinePanel = ({ rows }: { readonly rows: readonly OutlineRow[] }) => {
  const current = useReviewView((view) => view.section);
  return (
    <Panel count={outlineCount(rows)} heading="Outline">
      <nav aria-label="Sections">
        <ol>
          {rows.map(({ id, number, title, state, isWritable }) => (
            <li key={id}>
              <button
                aria-current={id === current ? 'true' : undefined}
                className={classNames(styles.section, id === current && styles.current)}
                onClick={() => showSection(id)}
                title={state === 'not written' ? `${title}: not written` : undefined}
                type="button"
              >
                <span className={styles.number}>{number}</span>
                <span className={styles.title}>{title}</span>
                <span className={classNames(styles.state, state === 'not written' && styles.open)}>
                  {state === 'not written' ? <StateShape kind="waiting" /> : null}
                  {id === current && isWritable ? <span className="sr">shown, </span> : null}
                  {/* The shape stands alone so that titles have room; the count above says what it means. */}
                  {state === 'not written' ? <span className="sr">{state}</span> : state}
                </span>
              </button>
            </li>
          ))}
        </ol>
      </nav>
    </Panel>
  );
};
