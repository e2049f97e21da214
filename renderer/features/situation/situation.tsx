import { formatDuration } from '../../../shared/kernel/duration.ts';
import { elapsedMs, type Instant } from '../../../shared/kernel/instant.ts';
import { useZone } from '../../state/app-store.ts';
import { useNow } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { focusEntryLine, openDialog } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { StateText } from '../../ui/state-text.tsx';
import { EditableFact } from './editable-fact.tsx';
import { impactWords } from './impact-words.ts';
import styles from './situation.module.css';
import { asksStillUnknown } from './still-unknown.ts';

/** Impact, what is known and what is not: three lines that everybody reads first, changed where they stand. */
export const Situation = () => {
  const lifecycle = useIncident((open) => open.state.lifecycle);
  const facts = useIncident((open) => open.state.updates.facts);
  const zone = useZone();
  const { lead, rest } = impactWords(lifecycle, zone);
  const unknown = facts.get('unknown');
  return (
    <section aria-label="Situation" className={styles.situation} data-region="" tabIndex={-1}>
      <dl className={styles.lines}>
        <dt>Impact</dt>
        <dd>
          <button
            className={styles.line}
            onClick={() => openDialog({ name: 'impact' })}
            title={`${lead} ${rest}`}
            type="button"
          >
            <b>{lead}</b> {rest}
          </button>
        </dd>
        <dt className={styles.known}>Known</dt>
        <dd className={styles.known}>
          <EditableFact
            empty="Nothing confirmed yet"
            fact={facts.get('known')?.text ?? ''}
            field="known"
            label="Known"
          />
        </dd>
        <dt>Unknown</dt>
        <dd>
          <EditableFact
            after={unknown?.text ? <Age since={unknown.at} /> : null}
            empty="Cause and extent"
            fact={unknown?.text ?? ''}
            field="unknown"
            label="Unknown"
          />
          <StillUnknown />
        </dd>
      </dl>
    </section>
  );
};

/** Asks after a question that a milestone or the hours have overtaken; drafts would go on to repeat it. */
const StillUnknown = () => {
  const lifecycle = useIncident((open) => open.state.lifecycle);
  const unknown = useIncident((open) => open.state.updates.facts.get('unknown'));
  const form = useCommandForm([], focusEntryLine);
  const now = useNow();
  if (!unknown || !asksStillUnknown(lifecycle, unknown, now)) return null;
  const state = (text: string) => void form.record({ type: 'StateFact', field: 'unknown', text });
  return (
    <div className={styles.ask}>
      <StateText kind="soon">Is this still unknown?</StateText>
      <Button
        offer="It is still unknown"
        onPress={() => state(unknown.text)}
        size="small"
        unavailable={form.unavailable}
      >
        Still unknown
      </Button>
      <Button
        offer="What was unknown is known now"
        onPress={() => state('')}
        size="small"
        unavailable={form.unavailable}
      >
        Known now
      </Button>
      {form.problemBeside()}
    </div>
  );
};

/** How long a question has been open, in whole minutes. */
const Age = ({ since }: { readonly since: Instant }) => {
  const now = useNow();
  const minutes = formatDuration(Math.max(0, elapsedMs(since, now))).replace(/ \d\ds$/, '');
  return <span className="dim2">Open {minutes}</span>;
};
