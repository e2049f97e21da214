import type { MouseEvent } from 'react';
import { setInteractionModality } from 'react-aria-components';

/**
 * Click handler of our native buttons. A key press on a native button arrives as a click without a pointer, which React
 * Aria takes for a screen reader's and answers by moving focus only after running transitions: what is typed right
 * after opening a dialog would be lost. Called a keyboard press, the focus moves at once.
 */
export const onPress = (event: MouseEvent, press: (() => void) | undefined): void => {
  if (event.detail === 0) setInteractionModality('keyboard');
  press?.();
};
