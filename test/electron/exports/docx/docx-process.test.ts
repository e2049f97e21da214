import { describe, expect, it } from 'vitest';
import { createDocxRenderer, type DocxProcess } from '../../../../electron/exports/docx/docx-process.ts';
import { pir } from '../../../../shared/review/pir.ts';
import type { ReviewDocument } from '../../../../shared/review/review-document.ts';
import { reviewSource } from '../../../support/review-builders.ts';
import { exampleOne } from '../../../support/worked-examples.ts';

const review = pir(reviewSource(exampleOne(), '2026-03-13T09:00:00'));

/** A renderer whose processes are in the hands of the test. */
const aRenderer = () => {
  const processes: {
    readonly asked: ReviewDocument[];
    answer: (document: Uint8Array) => void;
    exit: (code: number) => void;
    isKilled: boolean;
  }[] = [];
  const start = (): DocxProcess => {
    const made: (typeof processes)[number] = { asked: [], answer: () => {}, exit: () => {}, isKilled: false };
    processes.push(made);
    return {
      postMessage: (asked) => made.asked.push(asked),
      onMessage: (listener) => {
        made.answer = listener;
      },
      onExit: (listener) => {
        made.exit = listener;
      },
      kill: () => {
        made.isKilled = true;
      },
    };
  };
  return { render: createDocxRenderer(start), processes };
};

describe('the process that makes a Word document', () => {
  it('[EX48] is started for one document and gone afterwards', async () => {
    const { render, processes } = aRenderer();
    expect(processes).toEqual([]);
    const bytes = new TextEncoder().encode('PK');
    const rendered = render(review);
    expect(processes[0]?.asked).toEqual([review]);
    processes[0]?.answer(bytes);
    processes[0]?.exit(15);
    expect(await rendered).toBe(bytes);
    expect(processes[0]?.isKilled).toBe(true);
    void render(review);
    expect(processes).toHaveLength(2);
  });

  it('[EX48] one that ends without a document is told, not waited for', async () => {
    const { render, processes } = aRenderer();
    const rendered = render(review);
    processes[0]?.exit(134);
    await expect(rendered).rejects.toThrow('134');
  });

  it('[EX48] what it is given can be handed from process to process as it is', () => {
    expect(structuredClone(review)).toEqual(review);
  });
});
