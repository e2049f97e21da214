import type { ChecklistTexts } from './checklist-texts.ts';

/** When service returns, afterwards, and the disaster track. */
export const afterChecklists: ChecklistTexts<'recover' | 'resolve' | 'between' | 'disaster'> = {
  recover: {
    ic: [
      'Agree the normal band and watch window',
      'Ask for an outside check',
      'Declare restored',
      'Send restored update',
      'Release people with thanks',
      'Name PIR owner and date',
      'Hand over clean-up',
    ],
    lead: [
      'Verify each harmed measure',
      'Drain backlogs',
      'Check data',
      'Remove or list temporary measures',
      'Watch for relapse',
      'Write first factors',
    ],
    team: ['Confirm your part', 'Undo emergency access', 'Note surprises while fresh'],
    deputy: ['Run the watch timer', 'Cancel pages', 'Collect open TODOs'],
    scribe: ['Log recovery evidence', 'Close the roster', 'Mark timeline gaps'],
    comms: ['Post Monitoring, then Resolved', 'State data loss plainly, also when none', 'Answer waiting customers'],
  },
  resolve: {
    ic: [
      'Assemble the timeline',
      'Check metrics and gaps',
      'Schedule the PIR',
      'Agree actions with owners and dates',
      'Publish outcome',
      'Close when done',
    ],
    lead: [
      'Give first factors per category',
      'Explain how choices made sense',
      'Own technical actions',
      'Link similar incidents',
    ],
    team: ['Add to the timeline', 'Add factors', 'Attend the PIR', 'Finish actions'],
    deputy: ['Feed back on command', 'Chase review comments', 'Check nothing in the roster or promises was lost'],
    scribe: ['Merge chat exports', 'Attach evidence', 'Move TODOs to actions'],
    comms: ['Draft the outside summary', 'Collect customer view', 'Send the follow-up promised'],
  },
  between: {
    ic: ['Review overdue actions weekly', 'Rehearse', 'Check contact list', 'Test the exports'],
    lead: ['Push prevention work', 'Retire noisy alerts', 'Test restores'],
    team: ['Fix bug classes, not only bugs', 'Keep runbooks true', 'Take a drill role'],
    deputy: ['Shadow a drill', 'Refresh templates', 'Check the public channel list'],
    scribe: ['Shadow a drill', 'Refresh templates', 'Check the public channel list'],
    comms: ['Shadow a drill', 'Refresh templates', 'Check the public channel list'],
  },
  disaster: {
    ic: [
      'Declare the disaster',
      'Freeze writes and deletions',
      'Protect remaining backups',
      'Decide restore point with the business',
      'Tell executives RPO/RTO state each cadence',
      'Check regulator clocks',
      'Afterwards: was the backup tested?',
      'Afterwards: were objectives right?',
      'Afterwards: new backup taken before opening?',
    ],
    lead: [
      'List copies with as-of and last test',
      'Restore to a clean place',
      'Verify counts, checksums, a known record',
      'Replay logs',
      'State the gap',
      'Fail back plan',
    ],
  },
};
