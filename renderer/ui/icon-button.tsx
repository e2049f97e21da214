import type { ReactNode, Ref } from 'react';
import styles from './icon-button.module.css';
import { keysToAria } from './keys-to-aria.ts';
import { useOffers } from './offers.ts';
import { onPress as handlePress } from './on-press.ts';

interface IconButtonProps {
  /** Accessible name and hint under the pointer. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly onPress: () => void;
  readonly keys?: string | undefined;
  readonly isPressed?: boolean | undefined;
  /** Why it cannot be pressed now, as a sentence. */
  readonly unavailable?: string | undefined;
  /** Words in the list of all commands, for a button that no action stands behind. */
  readonly offer?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

/** Only where no room is left for a word. */
export const IconButton = (props: IconButtonProps) => {
  const { label, icon, onPress, keys, isPressed, unavailable, offer, ref } = props;
  const isBlocked = unavailable !== undefined;
  useOffers(offer === undefined || isBlocked ? [] : [{ label: offer, run: onPress }]);
  const hint = keys === undefined ? label : `${label} (${keys})`;
  return (
    <button
      aria-description={unavailable}
      aria-disabled={isBlocked ? true : undefined}
      aria-keyshortcuts={keys === undefined ? undefined : keysToAria(keys)}
      aria-label={label}
      aria-pressed={isPressed}
      className={styles.button}
      onClick={(event) => handlePress(event, isBlocked ? undefined : onPress)}
      ref={ref}
      title={unavailable ?? hint}
      type="button"
    >
      {icon}
    </button>
  );
};
