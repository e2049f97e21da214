import type { ReviewDocument } from '../../../shared/review/review-document.ts';
import { reviewToDocx } from './review-to-docx.ts';

/**
 * The process that makes one Word document for the app. A review of 10,000 rows takes seconds and half a gigabyte, which
 * main must not: every key and every record goes through it.
 */
const port = process.parentPort;
port.once('message', ({ data }) => {
  reviewToDocx(data as ReviewDocument)
    .then((bytes) => port.postMessage(bytes))
    .catch((bug: unknown) => {
      console.error(bug);
      process.exit(1);
    });
});
