import { closeDialog, viewStore } from '../state/view-store.ts';

/**
 * From the moment a dialog is asked for the keys are its own, also before it is drawn and has the focus: its code may
 * still be on its way, and what is typed would change the page behind. That text goes into the field that the dialog
 * opens with; one that opens without a field leaves it out.
 *
 * @param page all but the dialogs
 */
export const keepKeysForDialog = (page: HTMLElement): void => {
  let kept = '';
  const isAsked = (): boolean => viewStore.getState().dialog !== undefined;
  const isBehind = ({ target }: Event): boolean => isAsked() && target instanceof Node && page.contains(target);

  const spendBehind = (event: Event): void => {
    if (!isBehind(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const keep = (event: KeyboardEvent): void => {
    // Where nothing has the focus, nothing can be changed; the text is meant for the dialog all the same.
    if (!isBehind(event) && !(isAsked() && event.target === document.body)) {
      kept = '';
      return;
    }
    spendBehind(event);
    if (event.key === 'Escape') closeDialog();
    else if (isText(event)) kept += event.key;
  };
  const give = ({ target }: Event): void => {
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (kept === '' || !isField || page.contains(target)) return;
    const text = kept;
    kept = '';
    // Not amid the drawing that has just given it the focus.
    queueMicrotask(() => {
      target.setRangeText(text, target.value.length, target.value.length, 'end');
      target.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
  };

  document.addEventListener('keydown', keep, true);
  document.addEventListener('beforeinput', spendBehind, true);
  document.addEventListener('paste', spendBehind, true);
  document.addEventListener('focusin', give);
  viewStore.subscribe(({ dialog }) => {
    if (!dialog) kept = '';
  });
};

/** One character, however many code units it takes. Alt Gr counts as Ctrl and Alt, and types all the same. */
const isText = (event: KeyboardEvent): boolean =>
  [...event.key].length === 1 &&
  !event.metaKey &&
  (event.getModifierState('AltGraph') || (!event.ctrlKey && !event.altKey));
