import { IconBold, IconLink, IconList } from '@tabler/icons-react';
import { openDialog } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { liveEditor } from './live-editor.ts';
import { insertLink, toggleBold, toggleList } from './markdown-edits.ts';

interface EditorToolsProps {
  readonly unavailable: string | undefined;
}

/** What the text may need and nobody should have to know how to write. */
export const EditorTools = ({ unavailable }: EditorToolsProps) => (
  <>
    <IconButton
      icon={<IconBold stroke={1.75} />}
      label="Bold"
      offer="Bold, in the text"
      onPress={() => liveEditor()?.apply(toggleBold)}
      unavailable={unavailable}
    />
    <IconButton
      icon={<IconList stroke={1.75} />}
      label="List"
      offer="List, in the text"
      onPress={() => liveEditor()?.apply(toggleList)}
      unavailable={unavailable}
    />
    <IconButton
      icon={<IconLink stroke={1.75} />}
      label="Link"
      offer="Link, in the text"
      onPress={() => liveEditor()?.apply(insertLink)}
      unavailable={unavailable}
    />
    <Button keys="Alt E" onPress={() => openDialog({ name: 'pick-entry' })} size="small" unavailable={unavailable}>
      Insert entry
    </Button>
  </>
);
