import { createContext, type ReactNode } from 'react';

/** Stands over the fields of whichever form is drawn inside; for what is true of any form. */
export const FormNotice = createContext<ReactNode>(null);
