import '../config/zod-without-eval.ts';
import * as z from 'zod';
import { findingKeys } from '../evidence/finding-keys.ts';
import { type BaselineFinding, CATEGORIES } from '../model.ts';

/** A baseline as read, or why it is none. */
export type BaselineFile =
  | { readonly kind: 'read'; readonly findings: readonly BaselineFinding[] }
  | { readonly kind: 'broken'; readonly reason: string };

/** More findings than a repository of any size has; a file that claims more is no report of ours. */
const MOST_FINDINGS = 100_000;
const MOST_PROBLEMS = 3;

/** What a baseline must say of a finding: the fields that its keys are made of. */
const finding = z.object({
  fingerprint: z.string().regex(/^f1:[0-9a-f]{8,64}$/, { error: 'a fingerprint such as f1:3fa9…' }),
  ruleId: z.string().max(300),
  category: z.enum(CATEGORIES),
  origin: z.enum(['analyzer', 'model', 'sarif']),
  path: z.string().max(4_096).optional(),
  source: z.string().max(4_096).optional(),
  quote: z.string().max(100_000).optional(),
  symbol: z.string().max(1_000),
  suppressedBy: z.string().optional(),
});

const report = z.object({
  schemaVersion: z.literal(1, { error: '1: a report that this version reads' }),
  findings: z.array(finding).max(MOST_FINDINGS),
});

/**
 * Reads the findings of an earlier report (`--format json`). Never throws.
 * Findings that the report held back for a reason of their own are no part of it: that reason is looked at again.
 */
export function parseBaseline(text: string): BaselineFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'broken', reason: 'it is not JSON' };
  }
  const parsed = report.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues
      .slice(0, MOST_PROBLEMS)
      .map((issue) => `${issue.path.map(String).join('.') || 'the file'}: ${issue.message}`);
    return { kind: 'broken', reason: `it is no report of this program (${problems.join('; ')})` };
  }
  const known = parsed.data.findings.filter(
    ({ suppressedBy }) => suppressedBy === undefined || suppressedBy === 'baseline',
  );
  return { kind: 'read', findings: known.map(toBaselineFinding) };
}

function toBaselineFinding(one: z.infer<typeof finding>): BaselineFinding {
  const { fingerprint, quote, path, source = '', ...rest } = one;
  const keyed = { ...rest, ...(quote === undefined ? {} : { quote }) };
  return { fingerprint, ...findingKeys(keyed, path ?? source) };
}
