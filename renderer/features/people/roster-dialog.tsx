import { formatDuration } from '../../../shared/kernel/duration.ts';
import { findRoleName } from '../../../shared/playbook/find-in-playbook.ts';
import { rosterLeft, rosterNow } from '../../../shared/roles/roster.ts';
import { useNow } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { useCommandForm } from '../../state/use-command-form.ts';
import { useTyped } from '../../state/use-typed.ts';
import { closeDialog } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { Mono } from '../../ui/mono.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './people.module.css';
import { usePeopleNames } from './use-people-names.ts';

/** Who is here: joined, released, with what they hold. */
export const RosterDialog = () => {
  const roles = useIncident((open) => open.state.roles);
  const playbook = useIncident((open) => open.playbook);
  const now = useNow();
  const names = usePeopleNames();
  const [person, setPerson] = useTyped('person', '');
  const [task, setTask] = useTyped('task', '');
  const form = useCommandForm([person, task], () => undefined);
  const members = rosterNow(roles, now);
  const left = new Set(rosterLeft(roles).map((span) => span.person));
  return (
    <DialogFrame
      cancelLabel="Close"
      intro={members.length === 1 ? '1 person here.' : `${members.length} people here.`}
      note={form.problemBeside('person') ?? (left.size > 0 ? `Were here: ${[...left].join(', ')}.` : undefined)}
      onCancel={closeDialog}
      primary={{
        label: 'Add to the roster',
        onPress: () => void form.record({ type: 'JoinRoster', person, ...(task.trim() ? { task } : {}) }),
        unavailable: form.unavailable,
      }}
      title="People"
    >
      {members.length === 0 ? <EmptyLine>Nobody has joined yet.</EmptyLine> : null}
      <ul>
        {members.map((member) => (
          <li className={styles.member} key={member.person}>
            <span>
              <b>{member.person}</b>{' '}
              <span className="dim2">
                {[
                  ...member.roles.map((role) => findRoleName(playbook, role)),
                  ...(member.task ? [member.task] : []),
                ].join(', ') || 'team'}
              </span>
            </span>
            <Mono className={styles.since}>{formatDuration(Math.max(0, member.presentMs))}</Mono>
            <Button
              label={`Release ${member.person}`}
              onPress={() => void form.record({ type: 'LeaveRoster', person: member.person })}
              size="small"
              title={member.roles.length > 0 ? 'The roles fall open, for all to see.' : undefined}
              unavailable={form.unavailable}
            >
              Release
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.join}>
        <ComboBox
          autoFocus
          isRequired
          label="Who joins"
          onChange={setPerson}
          problem={form.problemOf('person')}
          suggestions={names}
          value={person}
        />
        <TextField label="Area or task" onChange={setTask} value={task} />
      </div>
    </DialogFrame>
  );
};
