import { type ReactNode, useId } from 'react';
import styles from './choice-field.module.css';
import { classNames } from './class-names.ts';
import frame from './field-frame.module.css';
import { useNeeded } from './needed-fields.ts';
import { Segmented, type SegmentedOption } from './segmented.tsx';
import { StateShape } from './state-shape.tsx';

interface ChoiceFieldProps<Id extends string> {
  readonly label: string;
  /** Stands over the choice where the label is longer because a form has several of its kind. */
  readonly shownLabel?: string | undefined;
  readonly options: readonly SegmentedOption<Id>[];
  /** null: nothing chosen yet. */
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  /** Under the choice, in grey: what it is for, what leaving it open means. */
  readonly hint?: ReactNode;
  /** Under the choice: why this is refused, as a sentence with the way out. */
  readonly problem?: string | undefined;
  readonly isRequired?: boolean | undefined;
  readonly hasDigitKeys?: boolean | undefined;
  readonly isWide?: boolean | undefined;
  readonly isStacked?: boolean | undefined;
}

/** One of a few as a field of a form: label above, hint and problem below. */
export const ChoiceField = <Id extends string>(props: ChoiceFieldProps<Id>) => {
  const { hint, problem, shownLabel = props.label, ...choice } = props;
  const below = useId();
  useNeeded(props.isRequired === true && props.value === null);
  return (
    <div className={classNames(frame.field, styles.choice)} data-problem={problem === undefined ? undefined : ''}>
      {/* The set has the name already. */}
      <span aria-hidden="true" className={frame.label}>
        {shownLabel}
      </span>
      <Segmented
        {...choice}
        describedBy={hint === undefined && problem === undefined ? undefined : below}
        look="boxed"
      />
      <div id={below}>
        {hint === undefined ? null : <p className={frame.hint}>{hint}</p>}
        {problem === undefined ? null : (
          <p className={frame.problem} role="alert">
            <StateShape kind="invalid" />
            <span>{problem}</span>
          </p>
        )}
      </div>
    </div>
  );
};
