import { formatDuration } from '../../../shared/kernel/duration.ts';
import type { RoleHolder } from '../../../shared/roles/role-holders.ts';
import { isSamePerson } from '../../../shared/roles/same-person.ts';
import type { OpenTask } from '../../../shared/timeline/tasks.ts';

/** Who has a role, in words: nobody is never an empty cell. */
export const holderWords = (holder: RoleHolder, typer: string): { readonly name?: string; readonly rest: string } => {
  const isMe = holder.person !== undefined && isSamePerson(holder.person, typer);
  const offered = holder.offer ? `, offered to ${holder.offer.to}` : '';
  switch (holder.how) {
    case 'held':
      return { name: holder.person ?? '', rest: `${isMe ? ', you' : ''}${offered}` };
    case 'fallback':
      return { rest: `open, held by ${isMe ? 'you' : holder.person}${offered}` };
    case 'open':
      return { rest: `open, nobody${offered}` };
  }
};

/** The time-box of a task: shape, words for the row, and a form without blanks for the rail. */
export const taskWords = (task: OpenTask) => {
  if (task.leftMs === undefined) return { kind: 'waiting', figure: '', after: 'no time-box', short: 'open' } as const;
  const figure = formatDuration(Math.abs(task.leftMs));
  const short = `${task.state === 'over' ? '-' : ''}${figure.replace(' ', '')}`;
  if (task.state === 'over') return { kind: 'over', figure, after: 'over', short } as const;
  return { kind: task.state === 'soon' ? 'soon' : 'running', figure, after: 'left', short } as const;
};
