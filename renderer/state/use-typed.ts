import { createContext, useContext, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { inShapeOf } from './kept-value.ts';
import {
  type FormPlace,
  forgetTyped,
  keepValue,
  leftDeclaration,
  type TypedKind,
  typedStore,
  valueIn,
} from './typed-store.ts';

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
  const read = () => valueIn(place, kind, field);
  const kept = useStore(typedStore, read);
  const value = useMemo(() => inShapeOf(first, kept), [first, kept]);
  const change: Change<T> = (next) => {
    const said = typeof next === 'function' ? (next as (before: T) => T)(inShapeOf(first, read())) : next;
    keepValue(place, kind, field, JSON.stringify(said) === JSON.stringify(first) ? undefined : said);
  };
  return [value, change];
};

/** Whether a declaration was begun and left, neither sent nor given up. */
export const useHasLeftDeclaration = (): boolean => useStore(typedStore, () => leftDeclaration() !== undefined);

/** What is typed here was sent: the form is empty the next time. Nothing outside of a form. */
export const useForgetTyped = (): (() => void) => {
  const place = useContext(TypedPlace);
  return () => {
    if (place) forgetTyped(place);
  };
};
