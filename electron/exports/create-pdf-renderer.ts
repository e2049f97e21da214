import { BrowserWindow, type Session, session } from 'electron';
import { appOrigin } from '../windows/app-scheme.ts';
import { guardSession } from '../windows/session-guard.ts';
import type { PdfPage } from './export-review.ts';
import { pdfOptions } from './pdf.ts';

const pageAddress = `${appOrigin}/review.html`;

// The page's own policy repeats this; a header cannot be talked out of by what stands in the page.
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

/**
 * Prints reviews in a hidden window without script, whose session knows one page and no network. One at a time: a long
 * review takes a gigabyte. Rejects when the page cannot be printed.
 */
export const createPdfRenderer = (): ((page: PdfPage) => Promise<Uint8Array>) => {
  let current = '';
  let printing: Promise<unknown> = Promise.resolve();
  // Made at the first print: most runs of the app never export.
  let guarded: Promise<Session> | undefined;
  return (page) => {
    const print = async () => {
      guarded ??= openSession(() => current);
      current = page.html;
      try {
        return await printPage(page, await guarded);
      } finally {
        current = '';
      }
    };
    const printed = printing.then(print, print);
    printing = printed;
    return printed;
  };
};

const openSession = async (readPage: () => string): Promise<Session> => {
  // Without "persist:" it lives in memory: no text of an incident reaches a cache on disk.
  const own = session.fromPartition('review-print');
  await guardSession(own);
  own.protocol.handle('app', (request) =>
    request.url === pageAddress
      ? new Response(readPage(), {
          headers: {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': policy,
            'cache-control': 'no-store',
            'x-content-type-options': 'nosniff',
          },
        })
      : new Response('Not found', { status: 404 }),
  );
  return own;
};

const printPage = async (page: PdfPage, own: Session): Promise<Uint8Array> => {
  const window = new BrowserWindow({
    show: false,
    width: 794,
    height: 1123,
    webPreferences: {
      session: own,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  });
  try {
    await window.loadURL(pageAddress);
    return await window.webContents.printToPDF(pdfOptions(page));
  } finally {
    window.destroy();
  }
};
