import { bundleCommand } from './bundle-command.ts';
import type { CommandDefinition } from './command-definition.ts';
import { dueCommand } from './due-command.ts';
import { execCommand } from './exec-command.ts';
import { exportCommand } from './export-command.ts';
import { importCommand } from './import-command.ts';
import { listCommand } from './list-command.ts';
import { logCommand } from './log-command.ts';
import { metricsCommand } from './metrics-command.ts';
import { newCommand } from './new-command.ts';
import { restoreCommand } from './restore-command.ts';
import { sampleCommand } from './sample-command.ts';
import { showCommand } from './show-command.ts';
import { verifyCommand } from './verify-command.ts';

/** In the order of the help. */
export const commands: readonly CommandDefinition[] = [
  newCommand,
  logCommand,
  execCommand,
  listCommand,
  showCommand,
  metricsCommand,
  dueCommand,
  importCommand,
  exportCommand,
  verifyCommand,
  bundleCommand,
  restoreCommand,
  sampleCommand,
];
