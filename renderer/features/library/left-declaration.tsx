import { useHasLeftDeclaration } from '../../state/use-typed.ts';
import { openDialog } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** After a crash nobody remembers for sure what was sent. Nothing while no declaration was left. */
export const LeftDeclaration = () =>
  useHasLeftDeclaration() ? (
    <Notice
      action={
        <Button
          offer="Go on with the declaration that was left"
          onPress={() => openDialog({ name: 'declare' })}
          size="small"
        >
          Go on with it
        </Button>
      }
      tone="plain"
    >
      A declaration was begun and not sent.
    </Notice>
  ) : null;
