import { useState } from 'react';
import type { Fact } from '../../../shared/updates/fact.ts';
import { useIncident } from '../../state/incident-store.ts';
import { openDialog, showScreen } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { Panel } from '../../ui/panel.tsx';
import { factWords } from './fact-words.ts';
import { missingIn } from './facts-in-draft.ts';
import { type HowToState, howToState } from './how-to-state.ts';
import styles from './side-panels.module.css';
import { StateFactForm } from './state-fact-form.tsx';

interface FactsPanelProps {
  readonly facts: readonly Fact[];
}

/** Every fact that this draft was made from, where it was recorded, and how to record the ones that are missing. */
export const FactsPanel = ({ facts }: FactsPanelProps) => {
  const missing = missingIn(facts);
  return (
    <Panel count={`${facts.length - missing} filled, ${missing} missing`} heading="Facts in this draft">
      {facts.length === 0 ? <EmptyLine>This text needs no facts.</EmptyLine> : null}
      <ul className={styles.facts}>
        {facts.map((fact) => (
          <FactRow fact={fact} key={fact.name} />
        ))}
      </ul>
    </Panel>
  );
};

const FactRow = ({ fact }: { readonly fact: Fact }) => {
  const state = useIncident((open) => open.state);
  const readOnly = useIncident((open) => open.readOnly) ?? undefined;
  const [isStating, setStating] = useState(false);
  const words = factWords[fact.name];
  if (fact.kind === 'filled')
    return (
      <li className={styles.fact}>
        <span className={styles.factTerm}>{words}</span>
        <span className={styles.factValue}>
          <span>{fact.value}</span>
          <span className={styles.factSource}>{fact.source}</span>
        </span>
      </li>
    );
  const way = howToState(fact.name, state);
  return (
    <li className={styles.missing}>
      <div className={styles.fact}>
        <span className={styles.factTerm}>{words}</span>
        <span className={styles.factValue}>
          <span>{fact.policy === 'blocked' ? 'has to be recorded first' : 'not recorded'}</span>
          <span className={styles.factSource}>{effectOf(fact)}</span>
        </span>
      </div>
      {fact.warn === undefined ? null : <p className="dim2 t12">{fact.warn}</p>}
      {way && isStating && (way.kind === 'fact' || way.kind === 'regulator-instant') ? (
        <StateFactForm label={words} onClose={() => setStating(false)} way={way} />
      ) : way ? (
        <div className={styles.stateIt}>
          <Button
            label={`${labelOf(way)}: ${words}`}
            offer={`${labelOf(way)}: ${words}`}
            onPress={() => go(way, () => setStating(true))}
            size="small"
            unavailable={way.kind === 'review' ? undefined : readOnly}
          >
            {labelOf(way)}
          </Button>
        </div>
      ) : null}
    </li>
  );
};

const effectOf = ({ policy, text }: Extract<Fact, { kind: 'missing' }>): string => {
  if (policy === 'blocked') return text;
  return policy === 'say' ? `reads "${text}"` : text;
};

const labelOf = (way: HowToState): string => {
  if (way.kind === 'dialog') return way.label;
  return way.kind === 'review' ? 'Open the review' : 'State it';
};

const go = (way: HowToState, stateHere: () => void): void => {
  if (way.kind === 'dialog') openDialog(way.dialog);
  else if (way.kind === 'review') showScreen('review');
  else stateHere();
};
