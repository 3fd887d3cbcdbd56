import type { WorkflowDefinition } from '../model.ts';
import { checkShape } from './check-shape.ts';
import { checkWorkflow } from './check-workflow.ts';
import { inOrder, type Parsed } from './parsed.ts';
import { readMap } from './read-yaml.ts';
import { workflowSchema } from './workflow-schema.ts';
import { type KeyPath, type Position, placeOf } from './yaml-node.ts';

/** A workflow with the places of its parts, for `checkWorkflow` once all reviewers are known. */
export interface ParsedWorkflow extends Parsed<WorkflowDefinition | null> {
  readonly at: (path: KeyPath) => Position | null;
}

/**
 * Reads a workflow. Never throws. Unlike settings a workflow is used whole or not at all: without one of its parts it
 * would be another workflow.
 *
 * @param text the file
 * @param file its name for messages, and the workflow's `source`
 */
export function parseWorkflow(text: string, file: string): ParsedWorkflow {
  const yaml = readMap(text, file);
  const { root } = yaml;
  if (root === null) {
    return { value: null, problems: yaml.problems, at: () => null };
  }
  const at = (path: KeyPath): Position => placeOf(root, path).node?.at ?? placeOf(root, path).keyAt;
  const checked = checkShape(workflowSchema, root, file);
  const shapeProblems = [...yaml.problems, ...checked.problems];
  if (checked.value === null || shapeProblems.length > 0) {
    return { value: null, problems: inOrder(shapeProblems), at };
  }
  const workflow: WorkflowDefinition = { ...checked.value, source: file };
  const problems = checkWorkflow(workflow, null, at);
  return { value: problems.length > 0 ? null : workflow, problems, at };
}
