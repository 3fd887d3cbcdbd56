import type { ConfigProblem } from '../model.ts';
import { checkShape } from './check-shape.ts';
import type { ConfigurationFile } from './configuration-files.ts';
import { readMap } from './read-yaml.ts';
import type { Rule, RuleTest } from './rule.ts';
import {
  TAINT_FAMILIES,
  type TaintKind,
  type TaintModel,
  type TaintSink,
  taintFamilyOf,
} from './taint-model.ts';
import {
  type TaintFileShape,
  type TaintKindShape,
  taintFileSchema,
  taintKindsSchema,
} from './taint-schema.ts';

/** What the folder `taint/` of a reviewer says. */
export interface LoadedTaint {
  /** Family of languages → its model, merged from its files. */
  readonly models: ReadonlyMap<string, TaintModel>;
  /** One rule for each kind and family that has a sink. */
  readonly rules: readonly Rule[];
  readonly problems: readonly ConfigProblem[];
}

interface ReadFile {
  readonly path: string;
  readonly shape: TaintFileShape;
}

/**
 * Reads the models of data flow: `kinds.yml` with what is said of a finding, and one file per framework or library.
 * @param reviewer whose folder it is
 */
export function loadTaint(files: readonly ConfigurationFile[], reviewer: string): LoadedTaint {
  const problems: ConfigProblem[] = [];
  const kinds = new Map<TaintKind, TaintKindShape>();
  const read: ReadFile[] = [];
  for (const { path, text } of files) {
    const yaml = readMap(text, path);
    problems.push(...yaml.problems);
    if (yaml.root === null) continue;
    if (path.endsWith('/kinds.yml')) {
      const checked = checkShape(taintKindsSchema, yaml.root, path);
      problems.push(...checked.problems);
      for (const shape of checked.value?.kinds ?? []) kinds.set(shape.kind, shape);
    } else {
      const checked = checkShape(taintFileSchema, yaml.root, path);
      problems.push(...checked.problems);
      if (checked.value !== null) read.push({ path, shape: checked.value });
    }
  }
  problems.push(...read.flatMap(({ path, shape }) => problemsOf(path, shape, kinds)));
  const models = new Map<string, TaintModel>();
  const rules: Rule[] = [];
  for (const family of Object.keys(TAINT_FAMILIES)) {
    const own = read.filter(({ shape }) =>
      shape.languages.some((language) => taintFamilyOf(language) === family),
    );
    if (own.length === 0) continue;
    const model = merge(own.map(({ shape }) => shape));
    models.set(family, model);
    rules.push(...rulesOf(family, model, own, kinds, reviewer));
  }
  return { models, rules, problems };
}

/** What the schema cannot see: an entry that could never match, a kind of which nothing is said. */
function problemsOf(
  path: string,
  shape: TaintFileShape,
  kinds: ReadonlyMap<TaintKind, TaintKindShape>,
): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const problem = (key: string, message: string) =>
    problems.push({ file: path, line: null, column: null, key, message });
  for (const [index, { objects, reads, calls }] of shape.sources.entries()) {
    if (objects.length > 0 ? reads.length + calls.length === 0 : calls.length === 0 || reads.length > 0)
      problem(`sources[${index}]`, 'a source is objects with reads or calls, or calls alone');
  }
  for (const [index, sink] of shape.sinks.entries()) {
    if (sink.calls.length + sink.assigns.length === 0 && !sink.returns)
      problem(`sinks[${index}]`, 'a sink needs calls, assigns or returns');
    if (!kinds.has(sink.kind)) problem(`sinks[${index}].kind`, `kinds.yml says nothing about "${sink.kind}"`);
  }
  for (const [index, { calls, guards }] of shape.sanitisers.entries()) {
    if (calls.length + guards.length === 0)
      problem(`sanitisers[${index}]`, 'a sanitiser needs calls or guards');
  }
  for (const language of shape.languages) {
    if (taintFamilyOf(language) === null) problem('languages', `data flow is not known for "${language}"`);
  }
  return problems;
}

function merge(shapes: readonly TaintFileShape[]): TaintModel {
  return {
    sources: shapes.flatMap((shape) => shape.sources),
    handlers: shapes.flatMap((shape) =>
      shape.handlers.map(({ 'input-unless': inputUnless, ...handler }) => ({ ...handler, inputUnless })),
    ),
    sinks: shapes.flatMap((shape) => shape.sinks.map((sink): TaintSink => sink)),
    sanitisers: shapes.flatMap((shape) => shape.sanitisers),
    propagators: shapes.flatMap((shape) => shape.propagators),
  };
}

function rulesOf(
  family: string,
  model: TaintModel,
  files: readonly ReadFile[],
  kinds: ReadonlyMap<TaintKind, TaintKindShape>,
  reviewer: string,
): readonly Rule[] {
  const used = new Set(model.sinks.map((sink) => sink.kind));
  return [...kinds.values()]
    .filter((shape) => used.has(shape.kind))
    .map((shape) => {
      const tests = files.flatMap(({ shape: file }) => {
        const own = file.tests[shape.kind];
        return own === undefined
          ? []
          : [
              {
                match: own.match.map((test) => toTest(test, file)),
                noMatch: own['no-match'].map((test) => toTest(test, file)),
              },
            ];
      });
      return {
        id: `taint-${shape.kind}-${family}`,
        reviewer,
        title: shape.title,
        severity: shape.severity,
        confidence: shape.confidence,
        category: shape.category,
        cwe: shape.cwe,
        languages: TAINT_FAMILIES[family] ?? [],
        paths: [],
        rule: {},
        taint: shape.kind,
        constraints: {},
        utils: {},
        message: shape.message.trim(),
        why: shape.why.trim(),
        failureScenario: shape['failure-scenario'].trim(),
        fix: shape.fix.trim(),
        references: [],
        tests: { match: tests.flatMap((test) => test.match), noMatch: tests.flatMap((test) => test.noMatch) },
        source: `reviewers/${reviewer}/taint`,
        builtIn: true,
      };
    });
}

function toTest(sample: string | RuleTest, file: TaintFileShape): RuleTest {
  const test = typeof sample === 'string' ? { code: sample } : sample;
  const [language] = file.languages;
  return test.language === undefined && language !== undefined ? { ...test, language } : test;
}
