import { useApp } from '../../state/app-store.ts';
import { doubtText } from './list-incidents.ts';

/**
 * Stands beside a heading: that the list is not checked yet, else what usually stands there. A part of its own, so that
 * a thousand rows are not drawn anew with every step of the check.
 */
export const ListNote = ({ otherwise }: { readonly otherwise?: string | undefined }) => useApp(doubtText) ?? otherwise;
