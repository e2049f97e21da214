import { createContext, useContext, useState } from 'react';
import { useStore } from 'zustand';
import { type FormPlace, forgetTyped, keepValue, type TypedKind, typedStore, valueIn } from './typed-store.ts';

/** Given by whoever shows a form. */
export const TypedPlace = createContext<FormPlace | undefined>(undefined);

type Change<T> = (next: T | ((before: T) => T)) => void;

/**
 * As `useState`, for what a person types into a form: it stays when the form is left, until the form is sent.
 *
 * @param field its name within the form
 * @param begin never undefined
 */
export const useTyped = <T>(field: string, begin: T | (() => T)): readonly [T, Change<T>] =>
  useKept('typed', field, begin);

/**
 * As `useTyped`, for a choice that begins made: it gives the text beside it its meaning, so it stays with that. A choice
 * that begins open is plain state, and is made anew (DLG6).
 */
export const useChosen = <T>(field: string, begin: T | (() => T)): readonly [T, Change<T>] =>
  useKept('chosen', field, begin);

const useKept = <T>(kind: TypedKind, field: string, begin: T | (() => T)): readonly [T, Change<T>] => {
  const place = useContext(TypedPlace);
  if (!place) throw new Error('A form is drawn outside of its place');
  const [first] = useState(begin);
  const read = (): T => {
    const kept = valueIn(place, kind, field);
    // Another version may have left another kind of value; null is that of a choice which is still open.
    const isOurs = first === null || kept === null || typeof kept === typeof first;
    return kept === undefined || !isOurs ? first : (kept as T);
  };
  const value = useStore(typedStore, read);
  const change: Change<T> = (next) => {
    const said = typeof next === 'function' ? (next as (before: T) => T)(read()) : next;
    keepValue(place, kind, field, JSON.stringify(said) === JSON.stringify(first) ? undefined : said);
  };
  return [value, change];
};

/** What is typed here was sent: the form is empty the next time. Nothing outside of a form. */
export const useForgetTyped = (): (() => void) => {
  const place = useContext(TypedPlace);
  return () => {
    if (place) forgetTyped(place);
  };
};
