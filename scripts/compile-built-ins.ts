import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltIns } from '../src/config/built-ins.ts';
import { checkRuleIds } from '../src/config/check-rule-ids.ts';
import { checkWorkflow } from '../src/config/check-workflow.ts';
import type { ConfigurationFile } from '../src/config/configuration-files.ts';
import { readRuleFiles } from '../src/config/load-rules.ts';
import { loadTaint } from '../src/config/load-taint.ts';
import { parseReviewer } from '../src/config/parse-reviewer.ts';
import { parseWorkflow } from '../src/config/parse-workflow.ts';
import type { Rule } from '../src/config/rule.ts';
import type { Position } from '../src/config/yaml-node.ts';
import type { ConfigProblem, ReviewerDefinition, WorkflowDefinition } from '../src/model.ts';

/**
 * Reads what ships with the program from its sources, in the same order on every machine.
 *
 * @param root folder that holds `reviewers/` and `workflows/`
 * @throws Error that lists every problem of every file: built-in data has no defaults to fall back to
 */
export function compileBuiltIns(root: string): BuiltIns {
  const problems: ConfigProblem[] = [];
  const reviewers: ReviewerDefinition[] = [];
  const rules: Rule[] = [];
  const positions = new Map<Rule, Position>();
  const taint: Record<string, string> = {};
  for (const name of namesIn(join(root, 'reviewers'))) {
    const path = `reviewers/${name}/reviewer.md`;
    const parsed = parseReviewer(readFileSync(join(root, path), 'utf8'), path, true);
    problems.push(...parsed.problems);
    if (parsed.value !== null) {
      reviewers.push(parsed.value);
      if (parsed.value.name !== name) {
        const message = `the reviewer is named "${parsed.value.name}" and lies in the folder "${name}"`;
        problems.push({ file: path, line: null, column: null, key: 'name', message });
      }
    }
    const filed = readRuleFiles(yamlFiles(root, `reviewers/${name}/rules`), {
      reviewer: name,
      builtIn: true,
    });
    problems.push(...filed.problems);
    rules.push(...filed.value);
    const flows = loadTaint(yamlFiles(root, `reviewers/${name}/taint`), name);
    problems.push(...flows.problems);
    rules.push(...flows.rules);
    for (const [family, model] of flows.models) taint[family] = JSON.stringify(model);
    for (const [rule, position] of filed.positions) {
      positions.set(rule, position);
    }
  }
  const reviewerNames = reviewers.map((reviewer) => reviewer.name);
  const workflows: WorkflowDefinition[] = [];
  for (const { path, text } of yamlFiles(root, 'workflows')) {
    const parsed = parseWorkflow(text, path);
    problems.push(...parsed.problems);
    if (parsed.value !== null) {
      problems.push(...checkWorkflow(parsed.value, reviewerNames, parsed.at));
      workflows.push(parsed.value);
    }
  }
  problems.push(...checkRuleIds(rules, (rule) => positions.get(rule) ?? null));
  if (problems.length > 0) {
    throw new Error(
      `The built-in reviewers, rules and workflows have problems:\n${problems.map(line).join('\n')}`,
    );
  }
  return { reviewers, workflows, rules, taint };
}

/** Sorted by code unit, not by the machine's locale. */
function namesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
}

function yamlFiles(root: string, folder: string): readonly ConfigurationFile[] {
  if (!existsSync(join(root, folder))) {
    return [];
  }
  return namesIn(join(root, folder)).map((name) => {
    const path = `${folder}/${name}`;
    return { path, text: readFileSync(join(root, path), 'utf8') };
  });
}

function line({ file, line, column, key, message }: ConfigProblem): string {
  const place = line === null ? file : `${file}:${line}:${column ?? 1}`;
  return `${place}: ${key === '' ? '' : `${key}: `}${message}`;
}
