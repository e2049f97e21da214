import { createFaultFileLayer, type FaultFileLayer } from './fault-file-layer.ts';
import type { JournalBench } from './journal-builders.ts';

/** A journal folder in memory, on a file layer that can be told to fail. */
export const memoryBench = (files: FaultFileLayer = withBase()): JournalBench & { readonly files: FaultFileLayer } => ({
  files,
  base: '/library',
  folder: '/library/incident/journal',
});

const withBase = () => {
  const files = createFaultFileLayer();
  files.makeFolder('/library');
  void files.flushFolder('/');
  return files;
};
