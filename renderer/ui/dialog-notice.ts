import { createContext, type ReactNode } from 'react';

/** Stands under the title of whichever dialog is drawn inside; for what is true of any dialog. */
export const DialogNotice = createContext<ReactNode>(null);
