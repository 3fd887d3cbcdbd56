import * as z from 'zod';
import { SEVERITIES } from '../model.ts';
import { DEFAULT_SETTINGS } from './default-settings.ts';
import { amount, choice, flag, globs, list, name, ruleId, section, text, wholeNumber } from './shapes.ts';

const defaults = DEFAULT_SETTINGS;
const label = (what: string) => text(`${what} of at most 200 characters`, { max: 200 });

const thresholds = section({
  shown: wholeNumber(0, 100)
    .default(defaults.thresholds.shown)
    .describe('How many findings the comment shows; the rest is folded. Critical findings are always shown.'),
  'min-confidence': wholeNumber(0, 100)
    .default(defaults.thresholds.minConfidence)
    .describe('Findings with a confidence below this (0–100) are folded.'),
});

const skip = section({
  labels: list(label('a label'), 'labels', { max: 50 })
    .default([])
    .describe('Pull requests with one of these labels are not reviewed.'),
  authors: list(label('a login'), 'logins', { max: 50 })
    .default([])
    .describe('Pull requests of these logins are not reviewed, such as "renovate[bot]".'),
  titles: list(label('a text'), 'texts', { max: 50 })
    .default([])
    .describe(
      'Pull requests whose title contains one of these texts are not reviewed; upper and lower case are the same.',
    ),
  paths: globs().default([]).describe('Files that are not reviewed; listed in the report as excluded.'),
});

const budgets = section({
  'agent-seconds': wholeNumber(5, 3600)
    .default(defaults.budgets.agentSeconds)
    .describe('The longest that one reviewer may take.'),
  'run-seconds': wholeNumber(10, 7200)
    .default(defaults.budgets.runSeconds)
    .describe('The longest that the whole review may take.'),
  'run-tokens': wholeNumber(0, 10_000_000)
    .default(defaults.budgets.runTokens)
    .describe('Tokens of one review, input and output together.'),
  'run-dollars': amount(0, 1000)
    .default(defaults.budgets.runDollars)
    .describe('The most that the model calls of one review may cost, in US dollars.'),
  'month-dollars': z
    .union([z.literal('unlimited'), amount(0, 1_000_000)], {
      error: '"unlimited" or a number from 0 to 1000000',
    })
    .default('unlimited')
    .describe(
      'The most that the model calls of all reviews of this repository may cost in a calendar month (UTC), in US dollars. Only the App counts it, and it cannot go above the budget of the service.',
    ),
});

const commands = section({
  enabled: flag()
    .default(defaults.commands.enabled)
    .describe('Whether comments such as "/review" are obeyed.'),
  'cooldown-seconds': wholeNumber(0, 86_400)
    .default(defaults.commands.cooldownSeconds)
    .describe(
      'Least time between a review that a command started and the next "/review" on the same pull request.',
    ),
  'per-day': wholeNumber(0, 1_000)
    .default(defaults.commands.perDay)
    .describe('Most commands that start a review on one pull request within a day.'),
});

const escalation = section({
  paths: globs()
    .default([...defaults.escalation.paths])
    .describe(
      'Changes to these files get every reviewer, however small they are, and the comment asks for the eyes of their code owners. Replaces the built-in list.',
    ),
  'pending-minutes': wholeNumber(1, 1440)
    .default(defaults.escalation.pendingMinutes)
    .describe('A review that was pending for longer than this is called out in the comment for a person.'),
});

const convergence = section({
  rounds: wholeNumber(0, 1000)
    .default(defaults.convergence.rounds)
    .describe(
      'After so many automatic reviews only new and changed lines are commented on, and small things do not come back. "/review full" looks at everything again. 0: never.',
    ),
});

const reviewers = z.union(
  [z.literal('all', { error: '"all"' }), list(name(), 'reviewer names', { max: 30, min: 1 })],
  {
    error: '"all" or a list of reviewer names',
  },
);

const ruleLevel = choice(['off', ...SEVERITIES]);

/** `.github/multi-agent-review.yml`: every key with its meaning and default. The JSON Schema is made of this. */
export const settingsSchema = section({
  model: choice(['auto', 'required', 'off'])
    .default(defaults.model)
    .describe(
      'auto: models review when there is a key. required: without a key the review is incomplete. off: analyzers only.',
    ),
  reviewers: reviewers.default('all').describe('Names of the reviewers that run, or "all" of the workflow.'),
  rules: z
    .record(ruleId(), ruleLevel, { error: 'a map of rule ids, each "off" or a severity' })
    .default({})
    .describe('Switches single rules off or gives them another severity: "rule-id: off" or "rule-id: high".'),
  paths: globs()
    .default([])
    .describe('Files that are reviewed, "!…" excludes; empty means all. The others are listed as excluded.'),
  instructions: text('text of at most 8000 characters', { min: 0, max: 8000 })
    .default(defaults.instructions)
    .describe(
      'What every reviewer should know about this repository: conventions, what to look at, what to leave alone.',
    ),
  thresholds: thresholds
    .default({ shown: 10, 'min-confidence': 50 })
    .describe('What is shown and what is folded.'),
  'fail-on': choice([...SEVERITIES, 'never'])
    .default(defaults.failOn)
    .describe('A proven finding of this severity or worse fails the status.'),
  'on-incomplete': choice(['error', 'success'])
    .default(defaults.onIncomplete)
    .describe(
      'The status when something could not be reviewed. "success" lets such pull requests be merged.',
    ),
  drafts: flag().default(defaults.drafts).describe('Whether draft pull requests are reviewed.'),
  skip: skip
    .default({ labels: [], authors: [], titles: [], paths: [] })
    .describe('What is not reviewed at all. The status says that it was skipped and why.'),
  budgets: budgets
    .default({
      'agent-seconds': 120,
      'run-seconds': 300,
      'run-tokens': 175_000,
      'run-dollars': 0.3,
      'month-dollars': 'unlimited',
    })
    .describe(
      'Limits of one review, and of a month. What they cut off is listed and the review is incomplete.',
    ),
  language: text('a language tag such as "en" or "pt-BR"', {
    max: 35,
    pattern: /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/,
  })
    .default(defaults.language)
    .describe('Language in which models write, as a tag such as "en" or "pt-BR".'),
  workflow: name()
    .default(defaults.workflow)
    .describe('The workflow that runs: a built-in one or one of your own.'),
  commands: commands
    .default({ enabled: true, 'cooldown-seconds': 60, 'per-day': 50 })
    .describe('Commands in comments of a pull request.'),
  escalation: escalation
    .default({ paths: [...defaults.escalation.paths], 'pending-minutes': 15 })
    .describe('When a change gets more attention.'),
  convergence: convergence
    .default({ ...defaults.convergence })
    .describe('When a pull request that is reviewed push after push gets fewer comments.'),
  'never-send': globs()
    .default([])
    .describe(
      'Files whose content no model sees, added to the built-in list of key and credential files. Analyzers still read them.',
    ),
  advisories: choice(['on', 'off'])
    .default(defaults.advisories)
    .describe(
      'Looks up known vulnerabilities of new dependencies in the OSV database. Package names and versions leave the runner for that, nothing else.',
    ),
  'sarif-gates': flag()
    .default(defaults.sarifGates)
    .describe(
      'Whether results of other programs (input "sarif") fail the status as our own rules do. Otherwise they are shown.',
    ),
});
