import type { Command } from '../../../shared/incident/command.ts';
import { moveWords } from '../../../shared/incident/move-words.ts';
import type { MetricMove } from '../../../shared/incident/preview.ts';
import type { Refusal } from '../../../shared/record/rules.ts';
import { usePreview } from '../../state/use-preview.ts';
import { Mono } from '../../ui/mono.tsx';
import { StateShape } from '../../ui/state-shape.tsx';
import styles from './milestones.module.css';

interface MetricMovesProps {
  readonly command: Command | undefined;
  /** Fields that say themselves why they are refused. */
  readonly shownFields?: readonly string[];
}

/** What recording this would change in the figures, or why it would be refused: seen before, not after. */
export const MetricMoves = ({ command, shownFields = [] }: MetricMovesProps) => {
  const preview = usePreview(command ? [command] : []);
  const isShownBeside = preview !== undefined && !preview.ok && shownFields.includes(preview.error.field ?? '');
  return (
    <section aria-label="What moves" className={styles.moves}>
      <h3 className={styles.movesHeading}>What moves</h3>
      {preview === undefined || isShownBeside ? <p>The fields do not say enough yet.</p> : null}
      {preview && !preview.ok && !isShownBeside ? (
        <p className={styles.refused}>
          <StateShape kind="invalid" />
          <span>{preview.error.message}</span>
        </p>
      ) : null}
      {preview?.ok && preview.value.moves.length === 0 ? <p>No figure moves.</p> : null}
      {preview?.ok ? <Moves moves={preview.value.moves} /> : null}
    </section>
  );
};

/** Of what is taken back or settled: the figures that move, and nothing where none does. */
export const MovedFigures = ({ commands }: { readonly commands: readonly Command[] }) => {
  const preview = usePreview(commands);
  if (!preview?.ok || preview.value.moves.length === 0) return null;
  return (
    <section aria-label="What moves" className={styles.moves}>
      <h3 className={styles.movesHeading}>What moves</h3>
      <Moves moves={preview.value.moves} />
    </section>
  );
};

const Moves = ({ moves }: { readonly moves: readonly MetricMove[] }) => (
  <dl>
    {moves.map((move) => {
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
);

/** Why this would be refused, before anything was tried. */
export const usePreviewProblem = (command: Command | undefined): Refusal | undefined => {
  const preview = usePreview(command ? [command] : []);
  return preview && !preview.ok ? preview.error : undefined;
};
