import { initialsOf } from '../../../shared/roles/initials.ts';
import { type OpenTask, openTasks } from '../../../shared/timeline/tasks.ts';
import { useNow } from '../../state/clock.ts';
import { useIncident } from '../../state/incident-store.ts';
import { openDialog, showSidePanel, useView } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyLine } from '../../ui/empty-line.tsx';
import { FoldingPanel } from '../../ui/folding-panel.tsx';
import { Mono } from '../../ui/mono.tsx';
import { StateText } from '../../ui/state-text.tsx';
import styles from './people.module.css';
import { taskWords } from './people-words.ts';

/** Work handed out and how long each still has, the most urgent first. A press settles one. */
export const TasksPanel = () => {
  const timeline = useIncident((open) => open.state.timeline);
  const settings = useIncident((open) => open.playbook.settings);
  const readOnly = useIncident((open) => open.readOnly);
  const isOpen = useView(({ sidePanel }) => sidePanel === 'tasks');
  const now = useNow();
  const tasks = openTasks(timeline, now, settings);
  const over = tasks.filter(({ state }) => state === 'over').length;
  return (
    <FoldingPanel
      action={
        <Button
          keys="Alt T"
          label="Give a task"
          onPress={() => openDialog({ name: 'task' })}
          size="small"
          unavailable={readOnly ?? undefined}
          variant="ghost"
        >
          Give
        </Button>
      }
      count={tasks.length}
      foldLabel={`Tasks in flight, ${tasks.length}${over > 0 ? `, ${over} over` : ''}`}
      heading="Tasks in flight"
      isOpen={isOpen}
      name="Tasks"
      onToggle={() => showSidePanel(isOpen ? undefined : 'tasks')}
      rail={<TasksRail tasks={tasks} />}
      tab={<>Tasks {over > 0 ? <StateText kind="over">{over} over</StateText> : tasks.length}</>}
    >
      {tasks.length === 0 ? <EmptyLine>Nobody has a task.</EmptyLine> : null}
      <ul>
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </ul>
    </FoldingPanel>
  );
};

const TaskRow = ({ task }: { readonly task: OpenTask }) => {
  const words = taskWords(task);
  return (
    <li>
      <button
        className={styles.task}
        onClick={() => openDialog({ name: 'finish-task', task: task.id })}
        title={words.kind === 'over' ? 'Continue, change approach, pull in people, or trade off?' : undefined}
        type="button"
      >
        <span className={styles.owner}>{task.owner}</span>
        <span className={styles.box}>
          <StateText kind={words.kind}>
            {words.figure === '' ? null : <Mono>{words.figure} </Mono>}
            {words.after}
          </StateText>
        </span>
        <span className={styles.taskText}>{task.text}</span>
        {words.kind === 'over' ? <span className={styles.question}>Continue, change, pull in, trade off?</span> : null}
      </button>
    </li>
  );
};

const railTasks = 5;

const TasksRail = ({ tasks }: { readonly tasks: readonly OpenTask[] }) => (
  <>
    {tasks.length === 0 ? (
      <span className={styles.railCount}>
        <b>0</b>
        <span className="dim2">tasks</span>
      </span>
    ) : null}
    {tasks.slice(0, railTasks).map((task) => {
      const words = taskWords(task);
      return (
        <span className={styles.railTask} key={task.id}>
          <span className={styles.initials}>{initialsOf(task.owner)}</span>
          <StateText kind={words.kind}>
            <Mono>{words.short}</Mono>
          </StateText>
        </span>
      );
    })}
    {tasks.length > railTasks ? <span className="dim2">and {tasks.length - railTasks}</span> : null}
  </>
);
