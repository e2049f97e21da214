import { useEffect, useId, useLayoutEffect, useRef } from 'react';

/** Something a control on screen does, in words that mean it alone: what a list of all commands shows of it. */
export interface Offer {
  readonly label: string;
  readonly run: () => void;
}

interface Offered extends Offer {
  /** The same while the control stays. */
  readonly id: string;
}

const offersById = new Map<string, () => readonly Offer[]>();

/**
 * Lets the list of all commands offer what this control does, for as long as it is drawn. For controls whose state lies
 * in the screen alone; what the record or a store knows is offered without a screen.
 */
export const useOffers = (offers: readonly Offer[]): void => {
  const id = useId();
  const latest = useRef(offers);
  useLayoutEffect(() => {
    latest.current = offers;
  });
  useEffect(() => {
    offersById.set(id, () => latest.current);
    return () => {
      offersById.delete(id);
    };
  }, [id]);
};

/** What the controls on screen offer now. */
export const currentOffers = (): readonly Offered[] =>
  [...offersById].flatMap(([id, offers]) => offers().map((offer, index) => ({ ...offer, id: `${id}${index}` })));
