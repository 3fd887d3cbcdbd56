import type * as z from 'zod';
import { CATEGORIES } from '../model.ts';
import { choice, flag, globs, list, name, section, text, wholeNumber } from './shapes.ts';

/** Longest instructions of a reviewer: about 5,000 tokens, paid in every review. */
export const LONGEST_INSTRUCTIONS = 20_000;

const expertise = text('a subject of at most 120 characters', { max: 120 });

/** The front matter of `.github/reviewers/<name>.md`. The JSON Schema is made of this. */
export const reviewerSchema = section({
  name: name().describe('The name in workflows, settings and reports: lower-case words joined by hyphens.'),
  title: text('a title of at most 80 characters', { max: 80 })
    .optional()
    .describe('What people read; made of the name when it is left out.'),
  description: text('a sentence of at most 500 characters', { max: 500 }).describe(
    'What the reviewer looks for, in one sentence.',
  ),
  expertise: list(expertise, 'subjects', { max: 30 }).default([]).describe('What it knows best.'),
  model: choice(['fast', 'balanced', 'strong'])
    .default('balanced')
    .describe('How capable, and how expensive, the model is that it asks.'),
  paths: globs().default([]).describe('Files it reviews, "!…" excludes; empty means all.'),
  categories: list(choice(CATEGORIES), 'categories', { max: CATEGORIES.length })
    .default([])
    .describe('Categories of its findings; empty means any.'),
  analyzers: list(name(), 'names of analyzers', { max: 30 })
    .optional()
    .describe(
      'Analyzers it runs. Its own name stands for the rules that are filed under it, and is the default.',
    ),
  'min-confidence': wholeNumber(0, 100)
    .default(50)
    .describe('Findings of its model with a confidence below this (0–100) are not shown.'),
  sees: list(choice(['diff', 'intent', 'tests', 'docs']), 'scopes', { max: 4, min: 1 })
    .default(['diff'])
    .describe('What its model is shown: diff, intent (title and description), tests, docs.'),
  required: flag()
    .default(true)
    .describe('Whether the review is incomplete when this reviewer could not finish.'),
});

export type ReviewerShape = z.infer<typeof reviewerSchema>;
