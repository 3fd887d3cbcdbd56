import type { Rule } from '../../config/rule.ts';
import { CONFIDENCE_OF_DOUBT } from '../../config/taint-model.ts';
import type { ProofStep, Severity } from '../../model.ts';
import type { AnalyzedFile, AnalyzerFinding } from '../analyzer.ts';
import { anchorToChange } from '../anchor-to-change.ts';
import { findingOfRule } from '../finding-of-rule.ts';
import { lineIndexOf } from '../tree/line-index.ts';
import { childByField } from '../tree/syntax.ts';
import { codeOf, type Flow, type Run } from './run.ts';

/** More steps than this are told by the first and the last ones. */
const MOST_STEPS = 12;
/** Characters of the line in a step. */
const LONGEST_CODE = 120;

/**
 * The finding of a way from input to where it does harm. It stands where the harm is done; when the change does not
 * touch that place, at the last step that it does touch; nowhere (null) when the whole way was there before.
 */
export function findingOfFlow(rule: Rule, file: AnalyzedFile, run: Run, flow: Flow): AnalyzerFinding | null {
  const lines = lineIndexOf(file.lines);
  const lineAt = (node: number) => lines.lineOf(run.tree.start[node] ?? 0);
  const lastLineOf = (node: number) =>
    lines.lineOf(Math.max((run.tree.end[node] ?? 1) - 1, run.tree.start[node] ?? 0));
  const nodes = nodesOf(flow);
  const place = placeOf(run, flow, lineAt);
  const anchor =
    anchorToChange(file, place, lastLineOf(flow.node)) ??
    [...nodes]
      .reverse()
      .map(({ node }) => anchorToChange(file, lineAt(node), lineAt(node)))
      .find((each) => each !== null) ??
    null;
  if (anchor === null) return null;
  const sink = codeOf(run, flow.node);
  const source = codeOf(run, nodes[0]?.node ?? flow.node);
  const texts: Readonly<Record<string, string>> = { SOURCE: source, SINK: sink, INPUT: sourceWords(flow) };
  const finding = findingOfRule(rule, file.file.path, anchor, (name) => texts[name] ?? null);
  const doubt = flow.taint.unsure;
  const path = file.file.path;
  const steps = (flow.sink.always ? [] : nodes).map(
    ({ node, what }): ProofStep => ({
      path,
      line: lineAt(node),
      text: `${what} — ${shownLine(file, lineAt(node))}`,
    }),
  );
  const end: ProofStep = {
    path,
    line: lineAt(flow.node),
    text: `arrives in ${sink} — ${shownLine(file, lineAt(flow.node))}`,
  };
  return {
    ...finding,
    severity:
      doubt === 0
        ? finding.severity
        : doubt === 1
          ? lowered(finding.severity)
          : lowered(lowered(finding.severity)),
    confidence: Math.max(0, (flow.sink.confidence ?? finding.confidence) - doubt * CONFIDENCE_OF_DOUBT),
    proof: [...shortened(steps), end],
  };
}

/**
 * The line where the harm is done: of the method in a chain over several lines, of the argument that is the mistake.
 */
function placeOf({ tree }: Run, { node, sink, argument }: Flow, lineAt: (node: number) => number): number {
  if (sink.always) return lineAt(argument);
  const callee = childByField(tree, node, 'function');
  const method =
    callee < 0
      ? -1
      : Math.max(childByField(tree, callee, 'property'), childByField(tree, callee, 'attribute'));
  return method < 0 ? lineAt(node) : lineAt(method);
}

function sourceWords({ taint }: Flow): string {
  return taint.origin.kind === 'source' ? taint.origin.what : 'input';
}

function nodesOf(flow: Flow): readonly { readonly node: number; readonly what: string }[] {
  const nodes: { node: number; what: string }[] = [];
  for (let step: Flow['taint']['step'] | null = flow.taint.step; step !== null; step = step.before)
    nodes.push(step);
  return nodes.reverse();
}

function shortened(steps: readonly ProofStep[]): readonly ProofStep[] {
  if (steps.length <= MOST_STEPS) return steps;
  const half = MOST_STEPS >> 1;
  return [
    ...steps.slice(0, half),
    { text: `… ${steps.length - MOST_STEPS} further steps …` },
    ...steps.slice(-half),
  ];
}

function shownLine(file: AnalyzedFile, line: number): string {
  const code = (file.lines[line - 1] ?? '').trim();
  return code.length <= LONGEST_CODE ? code : `${code.slice(0, LONGEST_CODE - 1)}…`;
}

/** A way through an unknown function is not proven: it does not block. */
function lowered(severity: Severity): Severity {
  if (severity === 'critical') return 'high';
  return severity === 'high' ? 'medium' : severity;
}
