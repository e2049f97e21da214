import { type RefObject, useEffect, useRef, useState } from 'react';

interface FocusOnProblem {
  /** The primary button was pressed: the first field that is refused for it takes the focus, at once or with the answer. */
  readonly watch: () => void;
  /** The person went on by hand: the focus is theirs. */
  readonly letGo: () => void;
}

/**
 * Whoever presses Ctrl Enter must not look for what is missing: in a long form it may lie below the edge, and the press
 * would seem to do nothing.
 *
 * @param form where the fields are
 */
export const useFocusOnProblem = (form: RefObject<HTMLElement | null>): FocusOnProblem => {
  const isWatching = useRef(false);
  const [, setPresses] = useState(0);
  // After every drawing: the refusal may come with the answer from the disk, and is drawn by the form itself.
  useEffect(() => {
    if (!isWatching.current) return;
    const wrong = form.current?.querySelector('[aria-invalid="true"], [data-problem]');
    if (!wrong || wrong.contains(document.activeElement)) return;
    const field = wrong.matches(focusable) ? wrong : wrong.querySelector(focusable);
    if (field instanceof HTMLElement) field.focus();
  });
  return {
    watch: () => {
      isWatching.current = true;
      setPresses((presses) => presses + 1);
    },
    letGo: () => {
      isWatching.current = false;
    },
  };
};

const focusable = 'input, textarea, button';
