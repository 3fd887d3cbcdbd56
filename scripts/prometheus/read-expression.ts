/** A metric that an expression reads, with every label that the expression asks of it. */
export interface MetricUse {
  readonly metric: string;
  readonly labels: readonly string[];
}

const WORDS = new Set(['and', 'or', 'unless', 'bool', 'offset']);
/** Strings, names, and anything else that is not white space, one character at a time; durations are names to it. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[a-zA-Z_:$][\w:$]*|\d[\w.]*|\S/g;

/**
 * The metrics of a PromQL expression. Labels of `by (…)` are asked of every metric in the brackets that follow. Knows as
 * much of the language as our dashboard and alerts use: selectors, ranges, functions, `by` in front of its brackets.
 */
export function metricsUsed(expression: string): readonly MetricUse[] {
  const tokens: readonly string[] = expression.match(TOKEN) ?? [];
  const uses: { metric: string; labels: string[] }[] = [];
  /** The labels that each open bracket asks for. */
  const open: (readonly string[])[] = [];
  let grouped: readonly string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    const next = tokens[at + 1];
    if (token === 'by') {
      const end = tokens.indexOf(')', at);
      grouped = tokens.slice(at + 2, end).filter((one) => one !== ',');
      at = end;
    } else if (token === '(') {
      open.push(grouped);
      grouped = [];
    } else if (token === ')') open.pop();
    else if (token === '{') {
      const end = tokens.indexOf('}', at);
      uses.at(-1)?.labels.push(...labelsOf(tokens.slice(at + 1, end)));
      at = end;
    } else if (token === '[') at = tokens.indexOf(']', at);
    else if (/^[a-zA-Z_:]/.test(token) && !WORDS.has(token) && next !== '(' && next !== 'by')
      uses.push({ metric: token, labels: open.flat() });
  }
  return uses.map(({ metric, labels }) => ({ metric, labels: [...new Set(labels)] }));
}

/** `status!~"a|b",job="c"` → status, job. */
function labelsOf(matchers: readonly string[]): readonly string[] {
  return matchers.filter((token, at) => /^\w/.test(token) && (at === 0 || matchers[at - 1] === ','));
}

/** Makes every comparison a value, 0 or 1, so that an expression whose condition is false returns data too. */
export function withComparisonsAsValues(expression: string): string {
  return expression.replaceAll(/"(?:[^"\\]|\\.)*"| (?:>=|<=|==|!=|>|<)(?=\s)/g, (part) =>
    part.startsWith('"') ? part : `${part} bool`,
  );
}
