import { useView } from '../../state/view-store.ts';
import { ActionDialog } from './action-dialog.tsx';
import { DetailsDialog } from './details-dialog.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { FactorDialog } from './factor-dialog.tsx';
import { StatusDialog } from './status-dialog.tsx';

/** The dialogs of the review that any screen may open; none is drawn unless its name is asked for. */
export const ReviewDialogs = () => {
  const dialog = useView((view) => view.dialog);
  switch (dialog?.name) {
    case 'factor':
      return <FactorDialog key={dialog.factor ?? ''} {...(dialog.factor ? { factor: dialog.factor } : {})} />;
    case 'action':
      return <ActionDialog key={dialog.action ?? ''} {...(dialog.action ? { action: dialog.action } : {})} />;
    case 'review-status':
      return <StatusDialog status={dialog.status} />;
    case 'review-details':
      return <DetailsDialog />;
    case 'export':
      return <ExportDialog />;
    default:
      return null;
  }
};
