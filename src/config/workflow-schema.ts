import type * as z from 'zod';
import { list, name, section, text } from './shapes.ts';

const phase = section({
  name: name().describe('Name of the phase.'),
  reviewers: list(name(), 'reviewer names', { max: 30, min: 1 }).describe(
    'Reviewers that run side by side in this phase.',
  ),
  needs: list(name(), 'names of phases', { max: 20 })
    .default([])
    .describe('Phases that must end before this one starts; what they found is handed on to it.'),
});

/** `.github/multi-agent-review/workflows/*.yml`. The JSON Schema is made of this. */
export const workflowSchema = section({
  name: name().describe('The name that "workflow:" in the settings and --workflow take.'),
  description: text('text of at most 500 characters', { min: 0, max: 500 })
    .default('')
    .describe('What the workflow is for.'),
  phases: list(phase, 'phases', { max: 20, min: 1 }).describe('The phases, each with its reviewers.'),
});

export type WorkflowShape = z.infer<typeof workflowSchema>;
