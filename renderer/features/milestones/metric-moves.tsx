import { useMemo } from 'react';
import type { Command } from '../../../shared/incident/command.ts';
import { previewCommand } from '../../../shared/incident/preview.ts';
import { previewAsking } from '../../state/asking.ts';
import { useIncident } from '../../state/incident-store.ts';
import { Mono } from '../../ui/mono.tsx';
import { StateShape } from '../../ui/state-shape.tsx';
import styles from './milestones.module.css';
import { moveWords } from './move-words.ts';

/** What recording this would change in the figures, or why it would be refused: seen before, not after. */
export const MetricMoves = ({ command }: { readonly command: Command | undefined }) => {
  const state = useIncident((open) => open.state);
  const playbook = useIncident((open) => open.playbook);
  // By content: the command is made anew at each render.
  const json = command && JSON.stringify(command);
  const preview = useMemo(
    () => (json ? previewCommand(JSON.parse(json) as Command, state, previewAsking(), playbook) : undefined),
    [json, state, playbook],
  );
  return (
    <section aria-label="What moves" className={styles.moves}>
      <h3 className={styles.movesHeading}>What moves</h3>
      {preview === undefined ? <p>The fields do not say enough yet.</p> : null}
      {preview && !preview.ok ? (
        <p className={styles.refused}>
          <StateShape kind="invalid" />
          <span>{preview.error.message}</span>
        </p>
      ) : null}
      {preview?.ok && preview.value.moves.length === 0 ? <p>No figure moves.</p> : null}
      {preview?.ok ? (
        <dl>
          {preview.value.moves.map((move) => {
            const words = moveWords(move);
            return (
              <div className={styles.move} key={move.id}>
                <dt>
                  {words.name}, <span className={styles.ends}>{words.ends}</span>
                </dt>
                <dd>
                  <s>
                    <span className="sr">was </span>
                    <Mono>{words.before}</Mono>
                  </s>
                </dd>
                <dd className={styles.after}>
                  <span className="sr">becomes </span>
                  <Mono>{words.after}</Mono>
                </dd>
              </div>
            );
          })}
        </dl>
      ) : null}
    </section>
  );
};

/** The field that the preview says is wrong, before anything was tried. */
export const usePreviewField = (command: Command | undefined): string | undefined => {
  const state = useIncident((open) => open.state);
  const playbook = useIncident((open) => open.playbook);
  const json = command && JSON.stringify(command);
  return useMemo(() => {
    if (!json) return undefined;
    const preview = previewCommand(JSON.parse(json) as Command, state, previewAsking(), playbook);
    return preview.ok ? undefined : preview.error.field;
  }, [json, state, playbook]);
};
