import type { Role } from './playbook.ts';

/** Unfilled added roles fall back: whoever has not delegated a job holds it. */
export const defaultRoles: readonly Role[] = [
  {
    id: 'ic',
    name: 'Incident Commander',
    duties: [
      'Communication and coordination with outside parties',
      'Business trade-offs, needs not be the expert but must consult those who are',
      'Shields the Resolution Lead from status requests',
      'Pro-actively publishes regular, timely updates',
      'Assembles the PIR timeline',
      'One person at a time; does not repair',
    ],
  },
  {
    id: 'lead',
    name: 'Resolution Lead',
    duties: [
      'Resolves the incident, keeps the IC informed',
      'Initial assessment and triage decision',
      'Coordinates investigation and repair, may contribute hands-on',
      'Pulls in people as needed',
      'Keeps talk as public as possible so that newcomers get up to speed',
      'Gives the first contributing factors',
    ],
  },
  {
    id: 'team',
    name: 'Resolution Team',
    duties: [
      'Incident is top priority',
      'Keeps the lead involved in diagnosis and repair',
      'Talks in the incident chat',
      'Takes part in the PIR, adds timeline and factors',
    ],
  },
  {
    id: 'deputy',
    name: 'Deputy',
    duties: ['Watches timers and open questions for the IC', 'Hot standby', 'Pages people', 'Runs the roster'],
    fallback: 'ic',
  },
  {
    id: 'scribe',
    name: 'Scribe',
    duties: ['Writes the timeline live: actions, decisions and results, follow-ups as TODO', 'Does not investigate'],
    fallback: 'ic',
  },
  {
    id: 'comms',
    name: 'Communications',
    duties: [
      "Drafts updates per audience for the IC's approval",
      'Brings customer signals back',
      'IC stays answerable for communication and updates',
    ],
    fallback: 'ic',
  },
  {
    id: 'support',
    name: 'Support liaison',
    duties: ['Briefs support with symptoms and workaround', 'Brings customer signals back'],
    fallback: 'comms',
  },
];
