import { countOf } from '../../../shared/kernel/words.ts';
import type { ExportReport } from '../../state/exports.ts';
import { Notice } from '../../ui/notice.tsx';
import { StateText } from '../../ui/state-text.tsx';
import { fileName } from './export-words.ts';
import styles from './review-dialogs.module.css';

/** What lies where now, and what a reader of it has to know. */
export const ExportedFiles = ({ report: { folder, files, warnings } }: { readonly report: ExportReport }) => (
  <div role="status">
    <StateText kind="done">{countOf(files.length, 'file')} written</StateText>
    <p className={`mono t12 dim2 ${styles.path}`}>{folder}</p>
    <ul className={styles.files}>
      {files.map((file) => (
        <li className={`mono t12 ${styles.path}`} key={file}>
          {fileName(file)}
        </li>
      ))}
    </ul>
    {warnings.map((warning) => (
      <Notice isSilent key={warning} tone="warn">
        {warning}
      </Notice>
    ))}
  </div>
);
