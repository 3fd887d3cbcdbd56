import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJSONSchema, type ZodType } from 'zod';
import { dismissalsSchema } from '../src/config/dismissals-schema.ts';
import { reviewerSchema } from '../src/config/reviewer-schema.ts';
import { ruleFileSchema } from '../src/config/rule-schema.ts';
import { settingsSchema } from '../src/config/settings-schema.ts';
import { workflowSchema } from '../src/config/workflow-schema.ts';
import { reportJsonSchema } from '../src/render/report-schema.ts';

const ROOT = join(import.meta.dirname, '..');

/** Where editors find the schemas of this major version. */
export const SCHEMA_BASE = 'https://raw.githubusercontent.com/org/multi-agent-review/v1/schemas';

/** A file of `schemas/` and what belongs into it. */
export interface SchemaFile {
  readonly name: string;
  readonly text: string;
}

const CONFIGURATION: readonly (readonly [name: string, title: string, schema: ZodType])[] = [
  ['config.schema.json', 'Settings of multi-agent-review: .github/multi-agent-review.yml', settingsSchema],
  ['dismissals.schema.json', 'Dismissals: .github/multi-agent-review/dismissals.yml', dismissalsSchema],
  ['reviewer.schema.json', 'Front matter of a reviewer: .github/reviewers/<name>.md', reviewerSchema],
  ['rule.schema.json', 'Rules: .github/multi-agent-review/rules/<name>.yml', ruleFileSchema],
  ['workflow.schema.json', 'A workflow: .github/multi-agent-review/workflows/<name>.yml', workflowSchema],
];

/** The JSON Schemas of all formats, made of the schemas that the parsers use. The same text on every machine. */
export function makeSchemas(): readonly SchemaFile[] {
  const files = CONFIGURATION.map(([name, title, schema]) => {
    // `input`: what a person writes, where keys with a default may be left out.
    const { $schema, ...rest } = toJSONSchema(schema, { target: 'draft-7', io: 'input' });
    return { name, text: toText({ $schema, $id: `${SCHEMA_BASE}/${name}`, title, ...rest }) };
  });
  return [...files, { name: 'report.schema.json', text: toText(reportJsonSchema()) }];
}

function toText(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (import.meta.main) {
  mkdirSync(join(ROOT, 'schemas'), { recursive: true });
  for (const { name, text } of makeSchemas()) {
    writeFileSync(join(ROOT, 'schemas', name), text);
    console.log(`schemas/${name}`);
  }
}
