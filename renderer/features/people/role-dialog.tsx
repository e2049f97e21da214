import { findRoleName } from '../../../shared/playbook/find-in-playbook.ts';
import { holderOf } from '../../../shared/roles/role-holders.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useTyped } from '../../state/use-typed.ts';
import { closeDialog, openDialog } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { FieldStack } from '../../ui/field-stack.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './people.module.css';
import { usePeopleNames } from './use-people-names.ts';

/** Gives a role to one person by name, or lets it fall open. */
export const RoleDialog = ({ role }: { readonly role: string }) => {
  const roles = useIncident((open) => open.state.roles);
  const playbook = useIncident((open) => open.playbook);
  const names = usePeopleNames();
  const holder = holderOf(roles, role);
  const [person, setPerson] = useTyped('person', '');
  const [reason, setReason] = useTyped('reason', '');
  const form = useCommandForm([person, reason]);
  const duties = playbook.roles.find(({ id }) => id === role)?.duties ?? [];
  const why = reason.trim() ? { reason } : {};
  return (
    <DialogFrame
      aside={
        duties.length === 0 ? undefined : (
          <>
            <h3 className="t12 dim2">What the role does</h3>
            <ul className={styles.duties}>
              {duties.map((duty) => (
                <li key={duty}>{duty}</li>
              ))}
            </ul>
          </>
        )
      }
      extraActions={
        holder === undefined ? undefined : (
          <>
            <Button
              onPress={() => void form.record({ type: 'AssignRole', role, person: '', ...why })}
              size="large"
              unavailable={form.unavailable}
            >
              Leave it open
            </Button>
            <Button
              onPress={() => openDialog({ name: 'offer-handoff', role })}
              size="large"
              unavailable={form.unavailable}
            >
              Hand off with a brief
            </Button>
          </>
        )
      }
      intro={holder === undefined ? 'Nobody has this role.' : `${holder} has it now.`}
      note={form.problemBeside('person', 'reason') ?? (person.trim() === '' ? 'Name one person.' : undefined)}
      onCancel={closeDialog}
      primary={{
        label: 'Give the role',
        onPress: () => {
          // An empty name would let the role fall open, which has a button of its own.
          if (person.trim() !== '') void form.record({ type: 'AssignRole', role, person, ...why });
        },
        unavailable: form.unavailable,
      }}
      title={findRoleName(playbook, role)}
    >
      <FieldStack>
        <ComboBox
          autoFocus
          isRequired
          label="Who"
          onChange={setPerson}
          problem={form.problemOf('person')}
          suggestions={names}
          value={person}
        />
        <TextField
          hint="Only needed when one person holds command and lead in a grave incident."
          label="Reason"
          onChange={setReason}
          problem={form.problemOf('reason')}
          value={reason}
        />
      </FieldStack>
    </DialogFrame>
  );
};
