import { useState } from 'react';
import type { Fact } from '../../../shared/updates/fact.ts';
import { useIncident } from '../../state/incident-store.ts';
import { openDialog, showScreen } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Composition } from './compose.ts';
import { factWords } from './fact-words.ts';
import { type HowToState, howToState } from './how-to-state.ts';
import styles from './side-panels.module.css';
import { StateFactForm } from './state-fact-form.tsx';

interface FactsPanelProps {
  readonly composition: Composition;
  /** False while the next time is the one that the cadence offers. */
  readonly isTimeChosen: boolean;
}

/** Every fact that this draft was made from, where it was recorded, and how to record the ones that are missing. */
export const FactsPanel = ({ composition, isTimeChosen }: FactsPanelProps) => {
  const facts = factsIn(composition, isTimeChosen);
  const missing = facts.filter(({ kind }) => kind === 'missing').length;
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

/** Each once, filled ones first. Of an edited text only those whose words still stand in it, and what is missing. */
const factsIn = ({ rendered, text, isEdited }: Composition, isTimeChosen: boolean): readonly Fact[] => {
  if (!rendered) return [];
  const stands = rendered.parts.flatMap((part) =>
    part.kind === 'filled' && (!isEdited || text.includes(rendered.text.slice(part.start, part.end)))
      ? [part.fact]
      : [],
  );
  const missing = isEdited ? rendered.missing.filter((fact) => fact.policy !== 'say') : rendered.missing;
  const facts = [...new Map([...stands, ...missing].map((fact) => [fact.name, fact])).values()];
  return facts.map((fact) => (fact.name === 'nextUpdateAt' && !isTimeChosen ? { ...fact, source: 'cadence' } : fact));
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
