/** A SARIF log with one run; `result` and `run` override parts of it. */
export function makeLog(
  results: readonly Readonly<Record<string, unknown>>[],
  run: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return {
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'ESLint', rules: [] } }, results, ...run }],
  };
}

/** A result at a place. */
export function makeResult(
  uri: string,
  startLine: number,
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return {
    ruleId: 'no-eval',
    level: 'error',
    message: { text: 'eval can be harmful.' },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine } } }],
    ...more,
  };
}
