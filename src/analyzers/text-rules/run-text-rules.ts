import { compileGlobs } from '../../config/compile-glob.ts';
import type { RequiredText, Rule } from '../../config/rule.ts';
import { messageOf } from '../../errors.ts';
import type { AnalyzedFile, AnalyzerFinding } from '../analyzer.ts';
import { findingOfRule } from '../finding-of-rule.ts';
import { compileRegex, type TextTest } from '../tree/compile-regex.ts';
import type { RuleProblem } from '../tree/compile-rules.ts';
import { meets, requiredText } from '../tree/required-text.ts';

/** An expression sees this much of a line: longer lines are data or machine-made. */
export const LONGEST_TEXT_LINE = 20_000;

interface CompiledTextRule {
  readonly rule: Rule;
  readonly regex: TextTest;
  readonly required: RequiredText;
  readonly appliesTo: (path: string) => boolean;
}

export interface CompiledTextRules {
  readonly rules: readonly CompiledTextRule[];
  readonly problems: readonly RuleProblem[];
}

/** Compiles the rules about text (`languages: [text]`) among `rules`. One with a problem is left out. */
export function compileTextRules(rules: readonly Rule[]): CompiledTextRules {
  const compiled: CompiledTextRule[] = [];
  const problems: RuleProblem[] = [];
  for (const rule of rules) {
    if (!rule.languages.includes('text')) continue;
    const { regex } = rule.rule;
    try {
      if (regex === undefined) throw new Error('a rule about text needs rule.regex');
      compiled.push({
        rule,
        regex: compileRegex(regex, rule.builtIn),
        required: requiredText(rule, 'text', new Map()),
        appliesTo: rule.paths.length === 0 ? () => true : compileGlobs(rule.paths),
      });
    } catch (error) {
      problems.push({ ruleId: rule.id, source: rule.source, message: messageOf(error) });
    }
  }
  return { rules: compiled, problems };
}

/**
 * Runs the rules about text over the changed lines of a file, each on its own, at most 20,000 characters of it. A
 * carriage return at a line's end is no part of what the expression sees.
 */
export function runTextRules(compiled: CompiledTextRules, file: AnalyzedFile): readonly AnalyzerFinding[] {
  const { path } = file.file;
  const rules = compiled.rules.filter(
    ({ appliesTo, required }) => appliesTo(path) && meets(required, (word) => file.text.includes(word)),
  );
  if (rules.length === 0) return [];
  const findings: AnalyzerFinding[] = [];
  const said = new Set<Rule>();
  for (const number of file.map.addedLines) {
    const line = file.lines[number - 1];
    if (line === undefined) continue;
    const seen = line.slice(0, LONGEST_TEXT_LINE).replace(/\r$/, '');
    for (const { rule, regex } of rules) {
      if ((rule.oncePerFile && said.has(rule)) || !regex(seen)) continue;
      said.add(rule);
      const anchor = { startLine: number, endLine: number, quote: line };
      findings.push(findingOfRule(rule, path, anchor, () => null));
    }
  }
  return findings;
}
