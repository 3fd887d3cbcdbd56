import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { compileBuiltIns } from '../../../scripts/compile-built-ins.ts';
import { makeGrammars } from '../../../src/adapters/grammar/make-grammars.ts';
import { sourceGrammarFiles } from '../../../src/adapters/grammar/source-grammar-files.ts';
import { compileModel } from '../../../src/analyzers/taint/compile-model.ts';
import { findFlows } from '../../../src/analyzers/taint/find-flows.ts';
import type { TaintModel } from '../../../src/config/taint-model.ts';
import { HASH_COMMENTS, hostileLines, opening } from '../tree/hostile-texts.ts';

const root = new URL('../../../', import.meta.url);
const { taint = {} } = compileBuiltIns(fileURLToPath(root));
const grammars = makeGrammars({ ...sourceGrammarFiles(root), workers: 1 });
afterAll(() => grammars.close());

/** The built-in model of a language, which is kept as JSON. */
function modelOf(language: string) {
  return compileModel(JSON.parse(taint[language] ?? '{}') as TaintModel);
}

async function kinds(language: 'go' | 'java' | 'ruby', text: string): Promise<readonly string[]> {
  const result = await grammars.parse(language, text);
  if (result.kind !== 'tree') throw new Error(`no tree: ${text}`);
  const { flows } = findFlows(modelOf(language), result.tree, text);
  return flows.map((flow) => flow.kind);
}

const go = (...lines: readonly string[]) =>
  `package a\n\nfunc show(w http.ResponseWriter, r *http.Request) {\n${lines.join('\n')}\n}\n`;
const java = (...lines: readonly string[]) =>
  `class A {\n  void show(HttpServletRequest request) {\n${lines.join('\n')}\n  }\n}\n`;

describe('data flow in Go', () => {
  it.each([
    ['an initialiser of if', 'if id := r.FormValue("id"); id != "" {', '  db.Query("select " + id)', '}'],
    ['a loop', 'for _, id := range r.URL.Query()["id"] {', '  db.Query("select " + id)', '}'],
    ['a case', 'switch kind {', 'case 1:', '  db.Query("select " + r.FormValue("id"))', '}'],
    ['a second result', 'a, b := 1, r.FormValue("id")', 'db.Query("select " + b)'],
    ['a closure', 'run := func(id string) { db.Query("select " + id) }', 'run(r.FormValue("id"))'],
    ['a field of a literal', 'one := Order{Id: r.FormValue("id")}', 'db.Query("select " + one.Id)'],
    ['appending', 'text := "select "', 'text += r.FormValue("id")', 'db.Query(text)'],
  ])('goes through %s', async (_, ...lines) => {
    expect(await kinds('go', go(...lines))).toEqual(['sql']);
  });

  it.each([
    [
      'a value that was compared with a list',
      'id := r.FormValue("id")',
      'if !slices.Contains(known, id) {',
      '  return',
      '}',
      'db.Query("select " + id)',
    ],
    ['another field', 'one := Order{Id: r.FormValue("id"), Name: "a"}', 'db.Query("select " + one.Name)'],
    ['a value that was replaced', 'id := r.FormValue("id")', 'id = "1"', 'db.Query("select " + id)'],
  ])('stops at %s', async (_, ...lines) => {
    expect(await kinds('go', go(...lines))).toEqual([]);
  });
});

describe('data flow in Java', () => {
  it.each([
    [
      'a ternary',
      'String id = request.getParameter("id");',
      's.executeQuery("select " + (id == null ? "" : id));',
    ],
    [
      'an array',
      'String[] all = { "a", request.getParameter("id") };',
      's.executeQuery("select " + all[1]);',
    ],
    [
      'try with resources',
      'try (Reader in = request.getReader()) {',
      '  s.executeQuery("select " + in);',
      '}',
    ],
    [
      'a loop',
      'for (String id : request.getParameterValues("id")) {',
      '  s.executeQuery("select " + id);',
      '}',
    ],
    ['a lambda', 'List.of(request.getParameter("id")).forEach(id -> s.executeQuery("select " + id));'],
  ])('goes through %s', async (_, ...lines) => {
    expect(new Set(await kinds('java', java(...lines)))).toEqual(new Set(['sql']));
  });

  it('goes through a method of the class', async () => {
    const text =
      'class A {\n  String read(HttpServletRequest q) { return q.getParameter("id"); }\n  void show(HttpServletRequest q) { s.executeQuery("select " + read(q)); }\n}';
    expect(await kinds('java', text)).toEqual(['sql']);
  });

  it.each([
    [
      'another element',
      'String[] all = { "a", request.getParameter("id") };',
      's.executeQuery("select " + all[0]);',
    ],
    ['a number', 'long id = Long.parseLong(request.getParameter("id"));', 's.executeQuery("select " + id);'],
  ])('stops at %s', async (_, ...lines) => {
    expect(await kinds('java', java(...lines))).toEqual([]);
  });
});

describe('data flow in Ruby', () => {
  const ruby = (...lines: readonly string[]) => `def show\n${lines.join('\n')}\nend\n`;

  it.each([
    ['a heredoc', 'User.find_by_sql(<<~SQL)', '  select #{params[:id]}', 'SQL'],
    ['a block', 'params[:ids].each do |id|', '  User.where("id = #{id}")', 'end'],
    ['a modifier', 'User.where("id = #{params[:id]}") if ready'],
    ['a case', 'case kind', 'when 1', '  User.where("id = #{params[:id]}")', 'end'],
    ['appending', 'text = +"select "', 'text << params[:id]', 'connection.execute(text)'],
    ['a rescue', 'begin', '  work', 'rescue', '  User.where("id = #{params[:id]}")', 'end'],
  ])('goes through %s', async (_, ...lines) => {
    expect(await kinds('ruby', ruby(...lines))).toEqual(['sql']);
  });

  it.each([
    ['a number', 'User.where("id = #{params[:id].to_i}")'],
    ['a value that was replaced', 'id = params[:id]', 'id = 1', 'User.where("id = #{id}")'],
  ])('stops at %s', async (_, ...lines) => {
    expect(await kinds('ruby', ruby(...lines))).toEqual([]);
  });
});

describe('hostile lines', () => {
  const cases = ['go', 'java', 'ruby'].flatMap((language) =>
    [...hostileLines(language)].map(([name, line]) => ({ language, name, line })),
  );

  it.each(cases)('end in $language: $name', async ({ language, line }) => {
    const text = `${opening(language)}${line}\n${HASH_COMMENTS.has(language) ? '#' : '//'} params request r\n`;
    const result = await grammars.parse(language, text);
    if (result.kind !== 'tree') return;
    const model = modelOf(language);
    const { user, system } = process.threadCpuUsage();
    findFlows(model, result.tree, text);
    const after = process.threadCpuUsage();
    expect((after.user - user + after.system - system) / 1000).toBeLessThan(1000);
  });
});
