import { type ClipboardEvent, type KeyboardEvent, type ReactNode, type Ref, useId, useState } from 'react';
import { classNames } from './class-names.ts';
import styles from './line-field.module.css';

export interface LineOffer {
  readonly value: string;
  /** Grey, behind the value. */
  readonly hint?: string | undefined;
}

interface LineFieldProps {
  /** Accessible name. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string, cursor: number) => void;
  /** The cursor moved without a change of the text. */
  readonly onCursor?: ((cursor: number) => void) | undefined;
  /** What could stand at the cursor; empty closes the list. */
  readonly offers: readonly LineOffer[];
  /** Enter takes the first offer, as Tab always does; otherwise Enter takes only what the arrow keys chose. */
  readonly isFirstChosen?: boolean | undefined;
  readonly onTake: (offer: LineOffer) => void;
  readonly onEnter: () => void;
  /** Keys that the field itself has no use for; call preventDefault to keep them from typing. */
  readonly onKey?: ((event: KeyboardEvent<HTMLTextAreaElement>) => void) | undefined;
  readonly onPaste?: ((event: ClipboardEvent<HTMLTextAreaElement>) => void) | undefined;
  readonly onFocus?: (() => void) | undefined;
  readonly placeholder?: string | undefined;
  /** Before the text: a time, a kind. */
  readonly leading?: ReactNode;
  /** Behind the text: the button. */
  readonly trailing?: ReactNode;
  /** Id of what describes the text, such as a refusal. */
  readonly describedBy?: string | undefined;
  readonly isInvalid?: boolean | undefined;
  readonly size?: 'normal' | 'large' | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly inputRef?: Ref<HTMLTextAreaElement> | undefined;
}

/**
 * One line that grows where its text needs more, with a list of what could stand at the cursor. Enter sends,
 * Shift Enter makes a new line, Esc closes the list first. It stays a text box for assistive technology.
 */
export const LineField = (props: LineFieldProps) => {
  const { label, value, offers, isFirstChosen = false, onChange, onCursor, onTake, onEnter, onKey } = props;
  const { onPaste, onFocus, placeholder, leading, trailing, describedBy, isInvalid, size, autoFocus, inputRef } = props;
  const listId = useId();
  // What Esc closed stays closed until the text changes.
  const [closedFor, setClosedFor] = useState<string>();
  const [chosen, setChosen] = useState<{ readonly of: readonly LineOffer[]; readonly index: number }>();
  const isOpen = offers.length > 0 && closedFor !== value;
  const active = !isOpen ? -1 : chosen?.of === offers ? chosen.index : isFirstChosen ? 0 : -1;
  const optionId = (index: number) => `${listId}-${index}`;

  const take = (index: number) => {
    const offer = offers[index];
    if (offer) onTake(offer);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Enter and arrows belong to an input method while it composes.
    if (event.nativeEvent.isComposing) return;
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
    if (isOpen && isPlain && event.key === 'Escape') setClosedFor(value);
    else if (isOpen && isPlain && event.key === 'Tab') take(Math.max(0, active));
    else if (isOpen && isPlain && event.key === 'Enter' && active >= 0) take(active);
    else if (isOpen && isPlain && event.key === 'ArrowDown')
      setChosen({ of: offers, index: Math.min(offers.length - 1, active + 1) });
    else if (isOpen && isPlain && event.key === 'ArrowUp')
      setChosen({ of: offers, index: active <= 0 ? offers.length - 1 : active - 1 });
    else if (isPlain && event.key === 'Enter') {
      if (!event.repeat) onEnter();
    } else {
      onKey?.(event);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={classNames(styles.holder, size === 'large' && styles.large)}>
      {isOpen ? (
        <div aria-label={`${label}: completions`} className={styles.offers} id={listId} role="listbox">
          {offers.map((offer, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text box, which keeps the focus
            // biome-ignore lint/a11y/useFocusableInteractive: active descendant of the text box
            <div
              aria-selected={index === active}
              className={styles.offer}
              id={optionId(index)}
              key={offer.value}
              onClick={() => onTake(offer)}
              onMouseDown={(event) => event.preventDefault()}
              ref={index === active ? showRow : undefined}
              role="option"
            >
              <span>{offer.value}</span>
              {offer.hint === undefined ? null : <span className={styles.hint}>{offer.hint}</span>}
            </div>
          ))}
        </div>
      ) : null}
      <div className={styles.line} data-problem={isInvalid === true ? '' : undefined}>
        {leading}
        <textarea
          aria-activedescendant={active >= 0 ? optionId(active) : undefined}
          aria-autocomplete="list"
          aria-controls={isOpen ? listId : undefined}
          aria-describedby={describedBy}
          aria-invalid={isInvalid === true ? true : undefined}
          aria-label={label}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: the line that a window opens for
          autoFocus={autoFocus}
          className={styles.input}
          onChange={({ target }) => onChange(target.value, target.selectionStart)}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onSelect={({ currentTarget }) => onCursor?.(currentTarget.selectionStart)}
          placeholder={placeholder}
          ref={inputRef}
          rows={1}
          spellCheck="true"
          value={value}
        />
        {trailing}
      </div>
    </div>
  );
};

const showRow = (row: HTMLElement | null): void => row?.scrollIntoView({ block: 'nearest' });
