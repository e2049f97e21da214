import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import styles from './field-frame.module.css';
import { KeyCap } from './key-cap.tsx';
import { StateShape } from './state-shape.tsx';

export interface FieldFrameProps {
  readonly label: string;
  /** Keeps the name for assistive technology and leaves it out of the picture. */
  readonly isLabelHidden?: boolean | undefined;
  /** Under the field, in grey: what it is for, what was understood. */
  readonly hint?: ReactNode;
  /** Under the field: why this is refused, as a sentence with the way out. Typed text is always kept. */
  readonly problem?: string | undefined;
  /** Key cap at the right end of the label. */
  readonly keys?: string | undefined;
}

interface FieldPartsProps extends FieldFrameProps {
  readonly children: ReactNode;
}

/** Label above, box, hint and problem below, wired by the React Aria field around it. */
export const FieldParts = ({ label, isLabelHidden, hint, problem, keys, children }: FieldPartsProps) => (
  <>
    {isLabelHidden === true ? (
      <Label className="sr">{label}</Label>
    ) : (
      <div className={styles.labelRow}>
        <Label className={styles.label ?? ''}>{label}</Label>
        {keys === undefined ? null : <KeyCap keys={keys} />}
      </div>
    )}
    {children}
    {hint === undefined ? null : (
      <Text className={styles.hint ?? ''} slot="description">
        {hint}
      </Text>
    )}
    {problem === undefined ? null : (
      <FieldError className={styles.problem ?? ''}>
        <StateShape kind="invalid" />
        <span>{problem}</span>
      </FieldError>
    )}
  </>
);
