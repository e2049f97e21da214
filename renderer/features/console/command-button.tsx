import { commandRole } from '../../../shared/roles/role-holders.ts';
import { useApp } from '../../state/app-store.ts';
import { beginHandoff } from '../../state/begin-handoff.ts';
import { useIncident } from '../../state/incident-store.ts';
import { Button } from '../../ui/button.tsx';
import { commandWords } from './command-words.ts';

/** Who has command, where that is somebody else; and the way to hand it off, by one key whoever has it. */
export const CommandButton = () => {
  const roles = useIncident((open) => open.state.roles);
  const readOnly = useIncident((open) => open.readOnly);
  const typer = useApp(({ info }) => info?.identity.person ?? '');
  const { shown, deed } = commandWords(roles, typer);
  return (
    <Button
      keys="Alt H"
      label={deed === undefined ? undefined : `${shown}. ${deed}`}
      onPress={() => beginHandoff(commandRole)}
      size="small"
      title={deed === undefined ? undefined : `${deed} (Alt H)`}
      unavailable={readOnly ?? undefined}
      variant="ghost"
    >
      {shown}
    </Button>
  );
};
