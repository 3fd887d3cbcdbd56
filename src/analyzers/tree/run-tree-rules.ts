import type { AnalyzedFile, AnalyzerFinding } from '../analyzer.ts';
import { anchorToChange, beginEarlier } from '../anchor-to-change.ts';
import { findingOfRule } from '../finding-of-rule.ts';
import type { CompiledRule, CompiledRules, RuleMatcher } from './compile-rules.ts';
import { lineIndexOf } from './line-index.ts';
import { boundText, type MatchState, makeSubject, startMatching, UNBOUND, undo } from './match-state.ts';
import { meets } from './required-text.ts';

/** More findings of one rule in one file say nothing new. */
const MOST_PER_RULE = 200;

/** Told when a rule did not finish a file. */
export type GaveUp = (ruleId: string, reason: string) => void;

interface Running {
  readonly compiled: CompiledRule;
  readonly matcher: RuleMatcher;
  readonly state: MatchState;
  /** Lines that have a finding of this rule. */
  readonly lines: Set<number>;
}

/**
 * Runs all rules over one file in one walk of its tree. A rule is tried only when the file's text holds the words it
 * needs, and only on nodes of the kinds it can match. One finding per rule and line; matches that touch no changed line
 * are left out.
 * @param gaveUp told about rules that used up their steps on this file or matched too often
 */
export function runTreeRules(
  compiled: CompiledRules,
  file: AnalyzedFile,
  gaveUp: GaveUp = () => {},
): readonly AnalyzerFinding[] {
  const { tree } = file;
  if (!tree || tree.language !== compiled.language) return [];
  const running = startRules(compiled, file);
  if (running.length === 0) return [];
  const { byKind, anyKind } = indexByKind(running, tree.kindNames.length);
  const findings: AnalyzerFinding[] = [];
  const lineIndex = lineIndexOf(file.lines);
  const tryRule = (rule: Running, node: number) => {
    const { state } = rule;
    if (state.steps <= 0 || !matches(rule, node)) return;
    const start = tree.start[node] ?? 0;
    const end = tree.end[node] ?? 0;
    const startLine = lineIndex.lineOf(start);
    const changed = anchorToChange(file, startLine, lineIndex.lineOf(Math.max(start, end - 1)));
    const around = enclosing(rule, node);
    const anchor =
      changed && around >= 0
        ? beginEarlier(file, changed, lineIndex.lineOf(tree.start[around] ?? 0))
        : changed;
    const most = rule.compiled.rule.oncePerFile ? 1 : MOST_PER_RULE;
    if (anchor && !rule.lines.has(anchor.startLine) && rule.lines.size < most) {
      rule.lines.add(anchor.startLine);
      findings.push(
        findingOfRule(rule.compiled.rule, file.file.path, anchor, (name) => matchedText(rule, name)),
      );
      if (rule.lines.size === MOST_PER_RULE) gaveUp(rule.compiled.rule.id, tooMany());
    }
    undo(state, 0);
  };
  for (let node = 0; node < tree.size; node++) {
    const rules = byKind[tree.kind[node] ?? 0];
    if (rules) for (const rule of rules) tryRule(rule, node);
    for (const rule of anyKind) tryRule(rule, node);
  }
  for (const {
    state,
    compiled: { rule },
  } of running)
    if (state.steps <= 0) gaveUp(rule.id, tooLong());
  return findings;
}

function startRules(compiled: CompiledRules, file: AnalyzedFile): readonly Running[] {
  const { tree, text } = file;
  if (!tree) return [];
  const subject = makeSubject(tree, text);
  const running: Running[] = [];
  for (const rule of compiled.rules) {
    if (!meets(rule.required, subject.has) || !rule.appliesTo(file.file.path)) continue;
    const matcher = rule.matcher();
    const state = startMatching(subject, matcher.slots.size);
    running.push({ compiled: rule, matcher, state, lines: new Set() });
  }
  return running;
}

function indexByKind(
  running: readonly Running[],
  kindCount: number,
): { byKind: readonly (Running[] | undefined)[]; anyKind: readonly Running[] } {
  const byKind: (Running[] | undefined)[] = new Array(kindCount).fill(undefined);
  const anyKind: Running[] = [];
  for (const rule of running) {
    if (!rule.matcher.kinds) anyKind.push(rule);
    for (const kind of rule.matcher.kinds ?? []) {
      const rules = byKind[kind];
      if (rules) rules.push(rule);
      else if (kind >= 0) byKind[kind] = [rule];
    }
  }
  return { byKind, anyKind };
}

/** The rule and its constraints hold at a node; then its bindings stand in the state. */
function matches({ state, matcher }: Running, node: number): boolean {
  state.steps--;
  if (!matcher.match(state, node)) return undo(state, 0);
  for (const { slot, match } of matcher.constraints) {
    const bound = state.first[slot] ?? UNBOUND;
    if (bound >= 0 && !match(state, bound)) return undo(state, 0);
  }
  // Out of steps, a `not` may hold for the wrong reason.
  return state.steps > 0 || undo(state, 0);
}

/** The innermost node around a match that its finding begins at; -1 when there is none. */
function enclosing({ state, matcher: { beginsAt } }: Running, node: number): number {
  if (beginsAt === null) return -1;
  let above = state.tree.parent[node] ?? -1;
  while (above >= 0 && !beginsAt(state, above)) above = state.tree.parent[above] ?? -1;
  return above;
}

/** What a meta-variable stands for; an ellipsis for those that this match did not need; null for other words. */
function matchedText({ matcher, state }: Running, name: string): string | null {
  const slot = matcher.slots.get(name);
  return slot === undefined ? null : (boundText(state, slot) ?? '…');
}

function tooMany(): string {
  return `matched ${MOST_PER_RULE} lines of this file; further ones are not listed`;
}

function tooLong(): string {
  return 'took too long on this file and was stopped; what it found until then is listed';
}
