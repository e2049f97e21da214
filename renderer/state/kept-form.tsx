import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../ui/button.tsx';
import { FormNotice } from '../ui/form-notice.ts';
import { Notice } from '../ui/notice.tsx';
import { type FormPlace, forgetTyped, isFromBefore, keyOfPlace, leaveForm, typedStore } from './typed-store.ts';
import { TypedPlace } from './use-typed.ts';

interface KeptFormProps extends FormPlace {
  readonly children: ReactNode;
}

/** Keeps what is typed into the form inside, and says so where it was typed before this opening. */
export const KeptForm = ({ incident, form, children }: KeptFormProps) => {
  const place = { incident, form };
  return (
    <OneForm key={keyOfPlace(place)} place={place}>
      {children}
    </OneForm>
  );
};

interface OneFormProps {
  readonly place: FormPlace;
  readonly children: ReactNode;
}

const OneForm = ({ place: given, children }: OneFormProps) => {
  // One object for all its life: made anew, it would draw every field anew.
  const [place] = useState(given);
  const isKept = useStore(typedStore, () => isFromBefore(place));
  useEffect(() => () => leaveForm(place), [place]);
  return (
    <TypedPlace value={place}>
      <FormNotice
        value={
          isKept ? (
            <Notice
              action={
                <Button offer="Start the kept form again" onPress={() => forgetTyped(place)} size="small">
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
      </FormNotice>
    </TypedPlace>
  );
};
