import type { AgentStatus } from '../../model.ts';
import type { Progress } from '../../ports.ts';
import { describeStatus, renderProgress } from '../../render/render-progress.ts';
import type { Terminal } from './terminal.ts';

/** A progress display that must be ended before anything else is printed. */
export interface ProgressDisplay extends Progress {
  end(): void;
}

const FRAME_MS = 100;

/** Live lines on a terminal, one plain line per change of state elsewhere, nothing when quiet. */
export function showProgress(terminal: Terminal, quiet: boolean): ProgressDisplay {
  if (quiet) return { agent: () => undefined, end: () => undefined };
  return terminal.live ? liveDisplay(terminal) : plainLines(terminal);
}

function plainLines(terminal: Terminal): ProgressDisplay {
  const states = new Map<string, AgentStatus['state']>();
  return {
    agent: (status) => {
      if (states.get(status.agent) === status.state) return;
      states.set(status.agent, status.state);
      terminal.err(`${describeStatus(status)}\n`);
    },
    end: () => undefined,
  };
}

function liveDisplay(terminal: Terminal): ProgressDisplay {
  const statuses = new Map<string, AgentStatus>();
  let drawn = 0;
  let frame = 0;
  const clear = () => {
    if (drawn > 0) terminal.err(`\u001b[${drawn}A\u001b[0J`);
    drawn = 0;
  };
  const draw = () => {
    const lines = renderProgress([...statuses.values()], {
      color: terminal.errColor,
      width: terminal.width,
      frame,
    });
    frame += 1;
    clear();
    terminal.err(lines.map((line) => `${line}\n`).join(''));
    drawn = lines.length;
  };
  const timer = setInterval(draw, FRAME_MS);
  timer.unref();
  return {
    agent: (status) => void statuses.set(status.agent, status),
    end: () => {
      clearInterval(timer);
      clear();
    },
  };
}
