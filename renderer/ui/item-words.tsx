import { Keyboard, Text } from 'react-aria-components';
import cap from './key-cap.module.css';
import list from './option-list.module.css';

interface ItemWordsProps {
  readonly label: string;
  /** Follows the label for assistive technology alone, where the eye has a mark. */
  readonly spoken?: string | undefined;
  readonly detail?: string | undefined;
  readonly keys?: string | undefined;
}

/** Words of a row in a list or menu: the label alone is its name, detail and keys are its description. */
export const ItemWords = ({ label, spoken, detail, keys }: ItemWordsProps) => (
  <>
    <span className={list.words}>
      <Text slot="label">
        {label}
        {spoken === undefined ? null : <span className="sr">{spoken}</span>}
      </Text>
      {detail === undefined ? null : (
        <Text className={list.detail ?? ''} slot="description">
          {detail}
        </Text>
      )}
    </span>
    {keys === undefined ? null : <Keyboard className={cap.cap ?? ''}>{keys}</Keyboard>}
  </>
);
