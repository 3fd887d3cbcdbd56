import type { ConfigProblem, ReviewerDefinition } from '../model.ts';
import { checkShape } from './check-shape.ts';
import { inOrder, type Parsed } from './parsed.ts';
import { MOST_BYTES, readMap } from './read-yaml.ts';
import { LONGEST_INSTRUCTIONS, type ReviewerShape, reviewerSchema } from './reviewer-schema.ts';
import { entryOf, type Position } from './yaml-node.ts';

/** A reviewer with the place of its keys, for problems that only show when all files are known. */
export interface ParsedReviewer extends Parsed<ReviewerDefinition | null> {
  readonly at: (key: string) => Position | null;
}

/**
 * Reads a reviewer: Markdown with YAML front matter, whose body is what the model is told. Never throws.
 *
 * @param text the file
 * @param file its name for messages, and the reviewer's `source`
 * @param builtIn whether it is one of ours; nothing else differs
 * @returns `value` is null when the name, the description or the instructions cannot be used; any other wrong key
 *   counts as left out
 */
export function parseReviewer(text: string, file: string, builtIn: boolean): ParsedReviewer {
  const parts = split(text);
  if ('problem' in parts) {
    return {
      value: null,
      problems: [{ file, line: 1, column: 1, key: '', message: parts.problem }],
      at: () => null,
    };
  }
  const yaml = readMap(parts.frontMatter, file, { linesBefore: 1 });
  const { root } = yaml;
  if (root === null) {
    return { value: null, problems: yaml.problems, at: () => null };
  }
  const at = (key: string): Position | null => entryOf(root, key)?.at ?? null;
  const checked = checkShape(reviewerSchema, root, file);
  const body = checkBody(parts.body, file, parts.bodyLine);
  const problems = inOrder([...yaml.problems, ...checked.problems, ...body]);
  if (checked.value === null || body.length > 0) {
    return { value: null, problems, at };
  }
  return { value: toReviewer(checked.value, parts.body.trim(), file, builtIn), problems, at };
}

interface Parts {
  readonly frontMatter: string;
  readonly body: string;
  /** Line of the file on which the body starts. */
  readonly bodyLine: number;
}

/** Cuts at the two lines of three hyphens, by position, so that a long file costs one pass. */
function split(text: string): Parts | { readonly problem: string } {
  if (text.length > MOST_BYTES) {
    return { problem: `the file is larger than ${MOST_BYTES / 1024} KB and was not read; shorten it` };
  }
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  const isFence = (line: string | undefined): boolean => line?.trimEnd() === '---';
  if (!isFence(lines[0])) {
    return {
      problem: 'the file must begin with a line "---", then keys such as "name: api-design", then "---"',
    };
  }
  const end = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (end < 0) {
    return { problem: 'the front matter that begins in line 1 has no closing line "---"' };
  }
  return {
    frontMatter: lines.slice(1, end).join('\n'),
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
  };
}

function checkBody(body: string, file: string, line: number): readonly ConfigProblem[] {
  const instructions = body.trim();
  if (instructions === '') {
    const message = 'the text below the front matter is empty; write there what the reviewer should look for';
    return [{ file, line, column: 1, key: '', message }];
  }
  if (instructions.length > LONGEST_INSTRUCTIONS) {
    const message = `the instructions have ${instructions.length} characters; at most ${LONGEST_INSTRUCTIONS} are allowed`;
    return [{ file, line, column: 1, key: '', message }];
  }
  return [];
}

function toReviewer(
  shape: ReviewerShape,
  instructions: string,
  source: string,
  builtIn: boolean,
): ReviewerDefinition {
  const spoken = shape.name.replaceAll('-', ' ');
  return {
    name: shape.name,
    title: shape.title ?? spoken.charAt(0).toUpperCase() + spoken.slice(1),
    description: shape.description,
    expertise: shape.expertise,
    model: shape.model,
    paths: shape.paths,
    categories: shape.categories,
    analyzers: shape.analyzers ?? [shape.name],
    minConfidence: shape['min-confidence'],
    sees: shape.sees,
    required: shape.required,
    instructions,
    source,
    builtIn,
  };
}
