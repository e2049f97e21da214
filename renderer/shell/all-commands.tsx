import { useState } from 'react';
import { Palette } from '../features/palette/palette.tsx';
import { actions } from './actions.ts';
import { currentChoices } from './current-choices.ts';

/** Everything that can be done now, as it is when the palette opens. */
export const AllCommands = () => {
  const [commands] = useState(() => [...actions, ...currentChoices()]);
  return <Palette actions={commands} />;
};
