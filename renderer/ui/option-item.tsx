import { ListBoxItem } from 'react-aria-components';
import { ItemWords } from './item-words.tsx';
import type { Option } from './option.ts';
import styles from './option-list.module.css';
import { StateShape } from './state-shape.tsx';

interface OptionItemProps {
  readonly option: Option;
}

/** One row in the list of a Select or a ComboBox. */
export const OptionItem = ({ option }: OptionItemProps) => {
  const detail = option.unavailable ?? option.detail;
  return (
    <ListBoxItem
      className={styles.item ?? ''}
      id={option.id}
      isDisabled={option.unavailable !== undefined}
      textValue={option.label}
    >
      {({ isSelected }) => (
        <>
          <ItemWords detail={detail} label={option.label} />
          <span className={styles.mark}>{isSelected ? <StateShape kind="done" /> : null}</span>
        </>
      )}
    </ListBoxItem>
  );
};
