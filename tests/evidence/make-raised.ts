import type { RaisedFinding } from '../../src/model.ts';

/** A finding as an engine raises it, on line 2 of src/a.ts unless said otherwise. */
export function makeRaised(more: Partial<RaisedFinding> = {}): RaisedFinding {
  return {
    reviewer: 'security',
    ruleId: 'sql-from-request',
    category: 'injection',
    severity: 'high',
    confidence: 90,
    anchor: 'line',
    path: 'src/a.ts',
    startLine: 2,
    endLine: 2,
    side: 'new',
    quote: 'second',
    title: 'SQL built from request input',
    explanation: 'The text reaches the query.',
    failureScenario: 'A name with a quote ends the string.',
    fix: 'Use a parameter.',
    proof: [],
    origin: 'model',
    ...more,
  };
}
