import { createColors } from 'picocolors';
import type { AgentStatus } from '../model.ts';
import { cutLine } from './cut-text.ts';
import { displayWidth, fitColumns, padColumns } from './display-width.ts';
import { escapeTerminal } from './escape-terminal.ts';
import { formatCount, formatDuration } from './format-quantity.ts';

export interface ProgressOptions {
  readonly color: boolean;
  readonly width: number;
  /** Number of the picture, for the spinner. */
  readonly frame: number;
}

const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'] as const;
const BAR_WIDTH = 12;
const MOST_NAME = 20;

/** A live display, one line per agent, each within the width: mark, name, bar, findings, what it does. */
export function renderProgress(statuses: readonly AgentStatus[], options: ProgressOptions): string[] {
  const c = createColors(options.color);
  const names = statuses.map((status) => fitColumns(escapeTerminal(status.agent), MOST_NAME));
  const nameWidth = Math.max(0, ...names.map(displayWidth));
  return statuses.map((status, index) => {
    const name = padColumns(names[index] ?? '', nameWidth);
    const found = padColumns(status.findings === 0 ? '' : formatCount(status.findings, 'finding'), 11);
    const filled = Math.round((barPercent(status) / 100) * BAR_WIDTH);
    const bar = `${c.cyan('━'.repeat(filled))}${c.dim('─'.repeat(BAR_WIDTH - filled))}`;
    const room = options.width - nameWidth - BAR_WIDTH - 11 - 6;
    const task = room < 4 ? '' : fitColumns(taskOf(status, true), room);
    return `${markOf(status, options.frame, c)} ${name} ${bar} ${found} ${c.dim(task)}`.trimEnd();
  });
}

/** The same for a pipe, in one plain line: `security: running, 2 findings, reading src/a.ts`. */
export function describeStatus(status: AgentStatus): string {
  const found = status.findings === 0 ? [] : [formatCount(status.findings, 'finding')];
  const task = taskOf(status, false);
  const parts = [stateWords(status), ...found, ...(task === '' ? [] : [task])];
  return `${escapeTerminal(cutLine(status.agent, 60))}: ${parts.join(', ')}`;
}

function barPercent(status: AgentStatus): number {
  if (status.state === 'done' || status.state === 'not-needed') return 100;
  return Number.isFinite(status.progress) ? Math.min(100, Math.max(0, status.progress)) : 0;
}

function markOf(status: AgentStatus, frame: number, c: ReturnType<typeof createColors>): string {
  if (status.state === 'waiting') return c.dim('·');
  if (status.state === 'running') return c.cyan(SPINNER[Math.abs(Math.trunc(frame)) % SPINNER.length] ?? '⠋');
  if (status.state === 'done') return c.green('✓');
  return status.state === 'not-needed' ? c.dim('–') : c.red('✗');
}

function stateWords({ state }: AgentStatus): string {
  return state.replaceAll('-', ' ');
}

function taskOf(status: AgentStatus, withState: boolean): string {
  const ended =
    withState && status.state !== 'running' && status.state !== 'waiting' && status.state !== 'done';
  const left =
    status.state === 'running' && status.eta !== undefined ? `${formatDuration(status.eta)} left` : '';
  const blocked = status.blockers.length === 0 ? '' : `blocked by ${status.blockers.slice(0, 2).join(', ')}`;
  const parts = [ended ? stateWords(status) : '', status.task, blocked, left].filter((part) => part !== '');
  return escapeTerminal(cutLine(parts.join(' · '), 300));
}
