import type { Phrase } from './playbook.ts';

/** What is said aloud or typed into chat (domain.md 3.3), and the two sentences of a hand-off (3.2). */
export const defaultPhrases: readonly Phrase[] = [
  { id: 'take', name: 'Take', text: '{{ic}} here: I have command of {{id}}.' },
  { id: 'nobody', name: 'Nobody in command', text: 'Who commands? … No answer, so I do, {{ic}}.' },
  {
    id: 'task',
    name: 'Task',
    text: '{{name}}, please {{task}}; I return to you in {{n}} minutes. Understood?',
    note: 'never "can someone"',
  },
  { id: 'decide', name: 'Decide', text: 'Plan: {{x}}. Who strongly objects? … Nobody, we go.' },
  { id: 'lull', name: 'Lull', text: 'Status: impact, doing, waiting for, next update at {{t}}.' },
  { id: 'release', name: 'Release', text: 'I need A, B, C; all others may leave, thank you.' },
  { id: 'shield', name: 'Shield', text: 'Send that to me, not to {{rl}}.' },
  { id: 'overrule', name: 'Overrule attempt', text: 'Do you want command? If not, please let us continue.' },
  { id: 'severity', name: 'Severity debate', text: 'We treat it as {{severity}}; we review afterwards.' },
  { id: 'close', name: 'Close', text: '{{id}} is restored at {{t}}; follow-up continues in {{place}}.' },
  { id: 'handoff-offer', name: 'Hand over', text: 'You have command of {{id}} — confirm.' },
  { id: 'handoff-accept', name: 'Accept command', text: 'I have command.' },
];
