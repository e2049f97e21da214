import type { ReviewDocument } from '../../../shared/review/review-document.ts';

/** The part of the document's process that main needs; Electron's utilityProcess fits. */
export interface DocxProcess {
  postMessage(review: ReviewDocument): void;
  onMessage(listener: (document: Uint8Array) => void): void;
  onExit(listener: (code: number) => void): void;
  kill(): void;
}

/** Has each document made by a process of its own, which is gone afterwards. Rejects when it ends without one. */
export const createDocxRenderer =
  (start: () => DocxProcess) =>
  (review: ReviewDocument): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      const child = start();
      child.onMessage((document) => {
        resolve(document);
        child.kill();
      });
      child.onExit((code) => reject(new Error(`The process that makes the document ended with ${code}`)));
      child.postMessage(review);
    });
