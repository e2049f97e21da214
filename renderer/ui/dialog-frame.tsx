import { type KeyboardEvent, type ReactNode, useContext, useRef, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './dialog-frame.module.css';
import { FormNotice } from './form-notice.ts';
import { NeededFields, useMissingFields } from './needed-fields.ts';
import { useFocusOnProblem } from './use-focus-on-problem.ts';

interface DialogFrameProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Esc, the Cancel button, and nothing else: a press outside never takes a form away. */
  readonly onCancel: () => void;
  readonly primary?: DialogPrimary | undefined;
  /** Beside the title: one sentence. */
  readonly intro?: ReactNode;
  /** Column at the right: what will follow from this dialog. */
  readonly aside?: ReactNode;
  /** Left end of the footer: a sentence, or what went wrong. */
  readonly note?: ReactNode;
  /** Buttons between Cancel and the primary one. */
  readonly extraActions?: ReactNode;
  readonly cancelLabel?: string | undefined;
  /** narrow 30 rem, normal 44 rem, wide 52 rem; never wider than the window. */
  readonly width?: 'narrow' | 'normal' | 'wide' | undefined;
  readonly isOpen?: boolean | undefined;
}

interface DialogPrimary {
  /** A verb with its object: "Declare incident". */
  readonly label: string;
  readonly onPress: () => void;
  readonly unavailable?: string | undefined;
  /** False while it would be refused and no empty field shows that; a press says why. */
  readonly isReady?: boolean | undefined;
  /** Nothing brings back what it removes: it looks like no other button, and the dialog says so in words. */
  readonly isFinal?: boolean | undefined;
}

/**
 * A modal dialog: the page behind is inert, focus stays inside and goes back to where it was. The first field with
 * `autoFocus` has the focus, else the dialog itself. Ctrl Enter (Command Enter) presses the primary button, or shows why
 * it cannot be pressed; a field that is refused for it takes the focus. While a needed field is empty the button looks like
 * it, and a press says which.
 */
export const DialogFrame = (props: DialogFrameProps) => {
  const { title, intro, children, aside, note, extraActions, primary, onCancel, width = 'normal' } = props;
  const { cancelLabel = 'Cancel', isOpen = true } = props;
  const [isAsked, setAsked] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const problem = useFocusOnProblem(form);
  const notice = useContext(FormNotice);
  const missing = useMissingFields();

  const reason = isAsked ? primary?.unavailable : undefined;
  const hasNote = reason !== undefined || (note !== undefined && note !== null);

  const pressPrimary = (event: KeyboardEvent) => {
    const isChord = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!isChord || event.nativeEvent.isComposing) return problem.letGo();
    event.preventDefault();
    // Taken on its way in: a radio button or a list with the focus would keep it for itself. The view behind has its own
    // Ctrl Enter; this one is spent.
    event.stopPropagation();
    if (event.repeat || primary === undefined) return;
    // Never silent: whoever presses the keys does not see the title of a button that the pointer is not on.
    setAsked(primary.unavailable !== undefined);
    if (primary.unavailable === undefined) go(primary);
  };
  const go = ({ onPress }: DialogPrimary) => {
    problem.watch();
    onPress();
  };

  return (
    <ModalOverlay
      className={styles.scrim ?? ''}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onCancel();
      }}
    >
      <Modal className={classNames(styles.window, styles[width])}>
        {/* Around the dialog, which has the focus itself where no field takes it. */}
        <div
          className={styles.keys}
          onKeyDownCapture={pressPrimary}
          onPointerDownCapture={problem.letGo}
          ref={form}
          role="none"
        >
          <Dialog className={styles.dialog ?? ''}>
            {/* No header or footer elements: inside a dialog they would be landmarks of the page. */}
            <div className={styles.head}>
              <Heading className={styles.title ?? ''} level={2} slot="title">
                {title}
              </Heading>
              {intro === undefined ? null : <p className={styles.intro}>{intro}</p>}
            </div>
            {notice === null ? null : <div className={styles.notice}>{notice}</div>}
            <div className={classNames(styles.body, aside !== undefined && styles.split)}>
              <div className={styles.main}>
                <NeededFields value={missing.note}>{children}</NeededFields>
              </div>
              {aside === undefined ? null : <aside className={styles.aside}>{aside}</aside>}
            </div>
            <div className={styles.foot}>
              <div className={classNames(styles.note, !hasNote && styles.silent)}>
                {note}
                <p aria-live="polite" role={reason === undefined ? undefined : 'status'}>
                  {reason}
                </p>
              </div>
              <div className={styles.actions}>
                <Button keys="Esc" onPress={onCancel} size="large">
                  {cancelLabel}
                </Button>
                {extraActions}
                {primary === undefined ? null : (
                  <Button
                    isDashed={missing.count > 0 || primary.isReady === false}
                    keys="Ctrl Enter"
                    onPress={() => go(primary)}
                    onRefused={() => setAsked(true)}
                    size="large"
                    unavailable={primary.unavailable}
                    variant={primary.isFinal === true ? 'danger' : 'primary'}
                  >
                    {primary.label}
                  </Button>
                )}
              </div>
            </div>
          </Dialog>
        </div>
      </Modal>
    </ModalOverlay>
  );
};
