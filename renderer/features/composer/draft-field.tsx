import { type Ref, useMemo } from 'react';
import type { Warning } from '../../../shared/updates/lint-check.ts';
import type { Rendered } from '../../../shared/updates/render.ts';
import { classNames } from '../../ui/class-names.ts';
import { TextArea } from '../../ui/text-area.tsx';
import styles from './draft-field.module.css';
import { type MarkedPiece, markText } from './mark-text.ts';

interface DraftFieldProps {
  readonly label: string;
  readonly text: string;
  readonly rendered: Rendered | undefined;
  readonly warnings: readonly Warning[];
  readonly onChange: (text: string) => void;
  readonly onNumber: (number: number) => void;
  readonly isReadOnly: boolean;
  readonly inputRef: Ref<HTMLTextAreaElement>;
}

/**
 * A plain text area with marks drawn over it: recorded facts dotted, problems wavy with the number of their check. The
 * marks repeat the text in the same type and say nothing to assistive technology; the checks do.
 */
export const DraftField = (props: DraftFieldProps) => {
  const { label, text, rendered, warnings, onChange, onNumber, isReadOnly, inputRef } = props;
  const pieces = useMemo(() => markText(text, rendered, warnings), [text, rendered, warnings]);
  return (
    <div className={styles.draft}>
      <TextArea
        autoFocus
        inputRef={inputRef}
        isLabelHidden
        isReadOnly={isReadOnly}
        label={label}
        onChange={onChange}
        rows={5}
        size="large"
        value={text}
      />
      <div aria-hidden="true" className={styles.marks}>
        {pieces.map((piece) => (
          <Piece key={piece.start} onNumber={onNumber} piece={piece} />
        ))}
      </div>
    </div>
  );
};

const Piece = ({ piece, onNumber }: { readonly piece: MarkedPiece; readonly onNumber: (number: number) => void }) => (
  <span className={classNames(piece.isFact && styles.fact, piece.isProblem && styles.problem)}>
    {piece.text}
    {piece.numbers.map((number, index) => (
      <span className={styles.anchor} key={number}>
        <button
          className={styles.number}
          onClick={() => onNumber(number)}
          style={{ insetInlineStart: `${index * 0.875}rem` }}
          tabIndex={-1}
          type="button"
        >
          {number}
        </button>
      </span>
    ))}
  </span>
);
