import styles from './button.module.css';
import { classNames } from './class-names.ts';

export interface ButtonLook {
  readonly variant?: 'quiet' | 'primary' | 'danger' | 'ghost' | 'alarm' | undefined;
  /** small 24 px, normal 28 px, field 32 px (beside a field, and as high), large 36 px. */
  readonly size?: 'small' | 'normal' | 'field' | 'large' | undefined;
  /** Can be pressed, but will ask for a reason. */
  readonly isDashed?: boolean | undefined;
  /** As wide as its place. */
  readonly isWide?: boolean | undefined;
}

/** The look alone, for the controls of React Aria that bring their own button element. */
export const buttonClasses = ({ variant = 'quiet', size = 'normal', isDashed, isWide }: ButtonLook): string => {
  return classNames(
    styles.button,
    styles[variant],
    size !== 'normal' && styles[size],
    isDashed === true && styles.dashed,
    isWide === true && styles.wide,
  );
};
