import type { Rule } from '../config/rule.ts';
import type { Grammars } from '../ports.ts';
import type { FileAnalyzer } from './analyzer.ts';
import { makeCodeRulesAnalyzer } from './code-rules-analyzer.ts';
import { complexityAnalyzer } from './complexity/complexity-analyzer.ts';
import { copiedNameAnalyzer } from './copies/copied-name-analyzer.ts';
import { duplicatedBlocksAnalyzer } from './copies/duplicated-blocks.ts';
import { neverRunAnalyzer } from './coverage/never-run.ts';
import { removedTestsAnalyzer } from './coverage/removed-tests.ts';
import { untestedChangesAnalyzer } from './coverage/untested-changes.ts';
import { analyzeDependencies } from './dependencies/analyze-dependencies.ts';
import { findVulnerabilities } from './dependencies/find-vulnerabilities.ts';
import { imageVariablesAnalyzer } from './dockerfile/image-variables.ts';
import { actionInputsAnalyzer } from './docs/action-inputs.ts';
import { brokenLinksAnalyzer } from './docs/broken-links.ts';
import { changelogDriftAnalyzer } from './docs/changelog-drift.ts';
import { docParametersAnalyzer } from './docs/doc-parameters.ts';
import { readmeDriftAnalyzer } from './docs/readme-drift.ts';
import { undocumentedExportsAnalyzer } from './docs/undocumented-exports.ts';
import { undocumentedPropertiesAnalyzer } from './docs/undocumented-properties.ts';
import type { AnalyzerEngine } from './engine.ts';
import { findFileKinds } from './file-kinds/find-file-kinds.ts';
import { hiddenTextAnalyzer } from './hidden-text/hidden-text-analyzer.ts';
import { instructionsAnalyzer } from './instructions/instructions-analyzer.ts';
import { subjectInstructionsAnalyzer } from './instructions/subject-instructions-analyzer.ts';
import { namingHabitAnalyzer } from './naming/naming-habit.ts';
import { regexSafetyAnalyzer } from './regex-safety/regex-safety-analyzer.ts';
import { findSecrets } from './secrets/find-secrets.ts';
import { maskSecrets } from './secrets/mask-secrets.ts';
import { secretsAnalyzer } from './secrets/secrets-analyzer.ts';
import { listsFunctionsOf } from './symbols/list-functions.ts';
import type { TaintModels } from './taint/taint-analyzer.ts';
import { compileTextRules, runTextRules } from './text-rules/run-text-rules.ts';
import { collectPatterns, compilePatterns } from './tree/collect-patterns.ts';
import { enclosingSymbol } from './tree/enclosing-symbol.ts';
import type { PatternTable } from './tree/pattern.ts';
import { unusedFunctionsAnalyzer } from './unused/unused-functions.ts';
import { unusedImportsAnalyzer } from './unused/unused-imports.ts';

/**
 * Puts the analyzers together for one run.
 * @param rules built-in and the user's
 * @param patterns compiled patterns of the built-in rules; those of the user's are compiled here
 * @param taint what is known of the data flow of each family of languages
 */
export async function makeEngine(
  rules: readonly Rule[],
  patterns: PatternTable,
  grammars: Grammars,
  taint: TaintModels = {},
): Promise<AnalyzerEngine> {
  const own = collectPatterns(rules.filter((rule) => !rule.builtIn));
  const table = own.length === 0 ? patterns : await compilePatterns(own, grammars, patterns);
  return {
    fileAnalyzers: [
      makeCodeRulesAnalyzer(rules, table, taint),
      makeTextRulesAnalyzer(rules),
      secretsAnalyzer,
      hiddenTextAnalyzer,
      instructionsAnalyzer,
      regexSafetyAnalyzer,
      complexityAnalyzer,
      docParametersAnalyzer,
      undocumentedExportsAnalyzer,
      undocumentedPropertiesAnalyzer,
      copiedNameAnalyzer,
      unusedFunctionsAnalyzer,
      unusedImportsAnalyzer,
      namingHabitAnalyzer,
      imageVariablesAnalyzer,
    ],
    changeAnalyzers: [
      subjectInstructionsAnalyzer,
      untestedChangesAnalyzer,
      neverRunAnalyzer,
      removedTestsAnalyzer,
      readmeDriftAnalyzer,
      brokenLinksAnalyzer,
      actionInputsAnalyzer,
      changelogDriftAnalyzer,
      duplicatedBlocksAnalyzer,
    ],
    treeLanguages: new Set([...rules.flatMap((rule) => rule.languages), ...listsFunctionsOf]),
    findFileKinds,
    findDependencies: async (context, advisories, signal) => {
      const { findings, introduced } = analyzeDependencies(context);
      const known = await findVulnerabilities(introduced, advisories, signal);
      return { findings: [...findings, ...known.findings], notes: known.notes };
    },
    findSecrets,
    maskSecrets,
    enclosingSymbol,
  };
}

function makeTextRulesAnalyzer(rules: readonly Rule[]): FileAnalyzer {
  const compiled = compileTextRules(rules);
  const reviewerOf = new Map(rules.map((rule) => [rule.id, rule.reviewer]));
  let told = false;
  return {
    name: 'text-rules',
    run: (file, report = () => undefined) => {
      if (!told) {
        told = true;
        for (const { ruleId, source, message } of compiled.problems) {
          report(`rule ${ruleId} (${source}) cannot be used: ${message}`, reviewerOf.get(ruleId));
        }
      }
      return runTextRules(compiled, file);
    },
  };
}
