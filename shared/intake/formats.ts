import { alertmanager, grafanaLegacy } from './alertmanager.ts';
import { awsSns } from './aws-sns.ts';
import { csvTimeline } from './csv-timeline.ts';
import { discord } from './discord.ts';
import type { JsonFormat, TextFormat } from './format.ts';
import { ircLog } from './irc-log.ts';
import { markdownTimeline } from './markdown-timeline.ts';
import { mattermost } from './mattermost.ts';
import { opsgenie } from './opsgenie.ts';
import { pagerduty } from './pagerduty.ts';
import { slack } from './slack.ts';
import { statuspage } from './statuspage.ts';

/** In the order in which they are asked: those with the surest mark come first. */
export const jsonFormats: readonly JsonFormat[] = [
  pagerduty,
  opsgenie,
  alertmanager,
  grafanaLegacy,
  awsSns,
  discord,
  statuspage,
  mattermost,
  slack,
];

export const textFormats: readonly TextFormat[] = [csvTimeline, ircLog, markdownTimeline];

/** For the refusal of a file in which nothing is known. */
export const lookedFor = [
  'a Slack export (zip or day file)',
  'a Mattermost bulk export',
  'JSON of DiscordChatExporter',
  'webhooks of Alertmanager, Grafana, PagerDuty v3, Opsgenie and Statuspage',
  'AWS SNS, CloudWatch and EventBridge',
  'incidents.json of a status page',
  'a CSV table with a heading for the time and one for the text',
  'a timeline in Markdown',
  'a log of WeeChat, irssi or ZNC',
].join('; ');
