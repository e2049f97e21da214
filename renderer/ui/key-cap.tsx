import styles from './key-cap.module.css';

interface KeyCapProps {
  /** Words as printed on the keys, parted by spaces: "Alt U", "Ctrl Enter". */
  readonly keys: string;
}

/** A key as a hint for the eye. Hidden from assistive technology: the control itself carries aria-keyshortcuts. */
export const KeyCap = ({ keys }: KeyCapProps) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a kbd element cannot have the focus
  <kbd aria-hidden="true" className={styles.cap}>
    {keys}
  </kbd>
);
