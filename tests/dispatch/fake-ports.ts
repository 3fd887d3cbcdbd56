import type { AnalyzerEngine } from '../../src/analyzers/engine.ts';
import type { AgentStatus, SyntaxTree } from '../../src/model.ts';
import type { Clock, Grammars, Log, Progress } from '../../src/ports.ts';

/** A clock that stands still until it is told to move. */
export function makeFakeClock(): Clock & { advance(ms: number): void } {
  let now = 0;
  const timers = new Set<{ at: number; call: () => void }>();
  return {
    now: () => now,
    steady: () => now,
    after: (ms, call) => {
      const timer = { at: now + ms, call };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance: (ms) => {
      now += ms;
      for (const timer of [...timers].filter((one) => one.at <= now)) {
        timers.delete(timer);
        timer.call();
      }
    },
  };
}

/** Keeps what it is told. */
export function makeFakeProgress(): Progress & { readonly seen: AgentStatus[] } {
  const seen: AgentStatus[] = [];
  return { seen, agent: (status) => void seen.push(status) };
}

export const quietLog: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined };

/** No grammar for any language. */
export const noGrammars: Grammars = {
  languages: new Set(),
  parse: () => Promise.reject(new Error('no language was announced, so nothing may be parsed')),
  close: () => Promise.resolve(),
};

/** An engine without analyzers; what a test needs is laid over it. */
export function makeFakeEngine(more: Partial<AnalyzerEngine> = {}): AnalyzerEngine {
  return {
    fileAnalyzers: [],
    changeAnalyzers: [],
    treeLanguages: new Set(),
    findFileKinds: () => [],
    findDependencies: async () => ({ findings: [], notes: [] }),
    findSecrets: async () => [],
    maskSecrets: (text) => text,
    enclosingSymbol: (_tree: SyntaxTree, _text: string, line: number) => `line${line}`,
    ...more,
  };
}
