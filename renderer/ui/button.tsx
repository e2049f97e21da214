import type { ReactNode, Ref } from 'react';
import styles from './button.module.css';
import { type ButtonLook, buttonClasses } from './button-classes.ts';
import { KeyCap } from './key-cap.tsx';
import { keysToAria } from './keys-to-aria.ts';
import { useOffers } from './offers.ts';
import { onPress as handlePress } from './on-press.ts';

interface ButtonProps extends ButtonLook {
  /** A verb: what pressing does. */
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** Shown as a key cap and told as aria-keyshortcuts. Binding the key is the caller's business. */
  readonly keys?: string | undefined;
  readonly icon?: ReactNode;
  /** Why it cannot be pressed now, as a sentence. The button stays reachable, dashed, and says so. */
  readonly unavailable?: string | undefined;
  /** Accessible name where the visible words alone do not say enough. */
  readonly label?: string | undefined;
  readonly title?: string | undefined;
  /** What a press does while it is unavailable: saying why, where the title alone would be missed. */
  readonly onRefused?: (() => void) | undefined;
  /** Makes it a toggle. */
  readonly isPressed?: boolean | undefined;
  /** Words in the list of all commands, for a button that no action stands behind. */
  readonly offer?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

/** Quiet by default; one primary in a view; `danger` where nothing brings back what it removes; `alarm` stands on the one filled block of a screen and nowhere else. */
export const Button = ({
  children,
  onPress,
  keys,
  icon,
  unavailable,
  onRefused,
  isPressed,
  offer,
  ...rest
}: ButtonProps) => {
  const { variant, size, isDashed, isWide, label, title, autoFocus, ref } = rest;
  const isBlocked = unavailable !== undefined;
  useOffers(offer === undefined || isBlocked ? [] : [{ label: offer, run: onPress }]);
  return (
    <button
      aria-description={unavailable}
      aria-disabled={isBlocked ? true : undefined}
      aria-keyshortcuts={keys === undefined ? undefined : keysToAria(keys)}
      aria-label={label}
      aria-pressed={isPressed}
      // biome-ignore lint/a11y/noAutofocus: only for the first control of a view that the user has just opened
      autoFocus={autoFocus}
      className={buttonClasses({ variant, size, isDashed, isWide })}
      onClick={(event) => handlePress(event, isBlocked ? onRefused : onPress)}
      ref={ref}
      title={unavailable ?? title}
      type="button"
    >
      {icon === undefined ? null : (
        <span aria-hidden="true" className={styles.icon}>
          {icon}
        </span>
      )}
      <span>{children}</span>
      {keys === undefined ? null : <KeyCap keys={keys} />}
    </button>
  );
};
