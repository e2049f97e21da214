import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { leaveWorkspace } from '../../state/view-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './composer.module.css';

interface ComposerHeadProps {
  readonly title: string;
  readonly children?: ReactNode;
}

export const ComposerHead = ({ title, children }: ComposerHeadProps) => (
  <header className={styles.head}>
    <h2>{title}</h2>
    <div className={styles.headTools}>{children}</div>
    <IconButton
      icon={<IconX stroke={1.75} />}
      keys="Esc"
      label="Close composer, keep the draft"
      onPress={leaveWorkspace}
    />
  </header>
);
