import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type FormPlace, forgetTyped, isTypedIn, leaveForm, typedStore } from '../state/typed-store.ts';
import { TypedPlace } from '../state/use-typed.ts';
import { Button } from '../ui/button.tsx';
import { DialogNotice } from '../ui/dialog-notice.ts';
import { Notice } from '../ui/notice.tsx';

interface KeptFormProps {
  /** Mounted anew for another one. */
  readonly place: FormPlace;
  readonly children: ReactNode;
}

/** Keeps what is typed into the dialog inside, and says so where it was typed before this opening. */
export const KeptForm = ({ place, children }: KeptFormProps) => {
  const [isFromBefore, setFromBefore] = useState(() => isTypedIn(place));
  const isKept = useStore(typedStore, () => isTypedIn(place));
  useEffect(() => () => leaveForm(place), [place]);
  const startAgain = () => {
    forgetTyped(place);
    setFromBefore(false);
  };
  return (
    <TypedPlace value={place}>
      <DialogNotice
        value={
          isFromBefore && isKept ? (
            <Notice
              action={
                <Button onPress={startAgain} size="small">
                  Start again
                </Button>
              }
              tone="plain"
            >
              Kept from before: this was filled in and not sent.
            </Notice>
          ) : null
        }
      >
        {children}
      </DialogNotice>
    </TypedPlace>
  );
};
