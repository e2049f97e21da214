import { useEffect, useState } from 'react';
import { changedParts } from '../../../shared/playbook/changed-parts.ts';
import { readPlaybook, useApp } from '../../state/app-store.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { closeDialog } from '../../state/view-store.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import styles from './situation.module.css';

/** An incident carries its own playbook; another one is taken over by name, never under the commander's hands. */
export const AdoptPlaybookDialog = () => {
  const carried = useIncident((open) => open.playbook);
  const carriedDigest = useIncident((open) => open.state.playbook);
  const offered = useApp((app) => app.playbook);
  const digest = useApp((app) => app.playbookDigest);
  const form = useCommandForm([]);
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    // Another run may have saved a newer one since this window started.
    void readPlaybook().then((reply) => setFailure(reply.ok ? undefined : reply.error.sentence));
  }, []);
  const isSame = digest === carriedDigest;
  const parts = offered && !isSame ? changedParts(carried, offered) : [];
  return (
    <DialogFrame
      intro="Clocks, checklists and drafts follow it from now on. What is recorded stays."
      note={failure ?? form.problemBeside()}
      onCancel={closeDialog}
      primary={{
        label: 'Adopt playbook',
        onPress: () => {
          if (digest !== undefined) void form.record({ type: 'AdoptPlaybook', playbook: digest });
        },
        unavailable: form.unavailable ?? (isSame ? 'This incident carries it already.' : undefined),
      }}
      title="Adopt the library's playbook"
      width="narrow"
    >
      {isSame ? (
        <p>This incident carries the library's playbook already.</p>
      ) : (
        <>
          <p>It differs from the one that this incident carries in:</p>
          <ul className={styles.criteria}>
            {parts.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        </>
      )}
    </DialogFrame>
  );
};
