import type { AgentReport, Coverage, Excerpt, FindingVerdict, RaisedFinding } from '../model.ts';

/** A finding that passed the mechanical gate, with what the gate learnt of its place. */
export interface GatedFinding extends RaisedFinding {
  readonly verdict: FindingVerdict;
  /** Enclosing function or class, or the empty string. */
  readonly symbol: string;
  readonly excerpt?: Excerpt;
  /** Only of a finding that was carried over from an earlier review. */
  readonly agreedBy?: readonly string[];
}

/** What a run of the plan came to, before anything is merged or ranked. */
export interface RunOutcome {
  readonly findings: readonly GatedFinding[];
  /** `findings.refuted` and `findings.shown` are still 0. */
  readonly agents: readonly AgentReport[];
  readonly coverage: Coverage;
  readonly notes: readonly string[];
  readonly ms: number;
}
