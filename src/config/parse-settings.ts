import type * as z from 'zod';
import type { ConfigProblem, Settings } from '../model.ts';
import { checkShape } from './check-shape.ts';
import { ALWAYS_NEVER_SEND, DEFAULT_SETTINGS } from './default-settings.ts';
import { inOrder, type Parsed } from './parsed.ts';
import { readMap } from './read-yaml.ts';
import { settingsSchema } from './settings-schema.ts';
import { entryOf, type KeyPath, type Position, type YamlEntry, type YamlNode } from './yaml-node.ts';

/** A place in one of the files of settings. */
export interface FilePosition extends Position {
  readonly file: string;
}

/** Settings with the places their entries came from, for problems that only show when all files are known. */
export interface ParsedSettings extends Parsed<Settings> {
  /** Place of a key by its path, as near as the file has it; in a list, text names the entry that holds it. */
  readonly at: (path: KeyPath) => FilePosition | null;
}

/** The entries of a settings file that can be used, and what is wrong with the others. */
export interface SettingsTree {
  readonly file: string;
  /** Null when the file holds none. */
  readonly root: YamlNode | null;
  readonly problems: readonly ConfigProblem[];
}

/**
 * Reads `.github/multi-agent-review.yml`. Never throws; what is wrong is a problem and its default holds.
 *
 * @param text the file
 * @param file its name for messages
 */
export function parseSettings(text: string, file: string): ParsedSettings {
  return settingsOf(readSettings(text, file));
}

/** Reads a settings file and leaves out what cannot be used. */
export function readSettings(text: string, file: string): SettingsTree {
  // A file of comments only, as `init` writes it, is fine: the defaults hold.
  const yaml = readMap(text, file, { mayBeEmpty: true });
  if (yaml.root === null) return { file, root: null, problems: yaml.problems };
  const { kept, problems } = checkShape(settingsSchema, yaml.root, file);
  return { file, root: kept, problems: inOrder([...yaml.problems, ...problems]) };
}

/** The settings of a tree that was checked; defaults stand where it says nothing. */
export function settingsOf({ file, root, problems }: SettingsTree): ParsedSettings {
  if (root === null) return { value: DEFAULT_SETTINGS, at: () => null, problems };
  const checked = checkShape(settingsSchema, root, file);
  const at = (path: KeyPath) => {
    const found = positionOf(root, path);
    return found === null ? null : { ...found, file };
  };
  return { value: checked.value === null ? DEFAULT_SETTINGS : toSettings(checked.value), at, problems };
}

/** Follows keys; in a list, text stands for the entry that holds it. */
function positionOf(root: YamlNode, path: KeyPath): Position | null {
  let node = root;
  let at: Position | null = null;
  for (const key of path) {
    const entry: YamlEntry | null | undefined =
      node.kind === 'list'
        ? node.entries.find((each) => each.node.kind === 'scalar' && each.node.value === key)
        : entryOf(node, key);
    if (entry === null || entry === undefined) {
      return at;
    }
    at = entry.at;
    node = entry.node;
  }
  return at;
}

function toSettings(shape: z.infer<typeof settingsSchema>): Settings {
  return {
    model: shape.model,
    reviewers: shape.reviewers === 'all' ? null : [...new Set(shape.reviewers)],
    rules: new Map(Object.entries(shape.rules)),
    paths: shape.paths,
    instructions: shape.instructions,
    thresholds: { shown: shape.thresholds.shown, minConfidence: shape.thresholds['min-confidence'] },
    failOn: shape['fail-on'],
    onIncomplete: shape['on-incomplete'],
    drafts: shape.drafts,
    skip: shape.skip,
    budgets: {
      agentSeconds: shape.budgets['agent-seconds'],
      runSeconds: shape.budgets['run-seconds'],
      runTokens: shape.budgets['run-tokens'],
      runDollars: shape.budgets['run-dollars'],
      monthDollars: shape.budgets['month-dollars'] === 'unlimited' ? null : shape.budgets['month-dollars'],
    },
    language: shape.language,
    workflow: shape.workflow,
    commands: {
      enabled: shape.commands.enabled,
      cooldownSeconds: shape.commands['cooldown-seconds'],
      perDay: shape.commands['per-day'],
    },
    escalation: { paths: shape.escalation.paths, pendingMinutes: shape.escalation['pending-minutes'] },
    convergence: { rounds: shape.convergence.rounds },
    // The built-in list stays: naming one more file must not open all the others.
    neverSend: [...new Set([...ALWAYS_NEVER_SEND, ...shape['never-send']])],
    advisories: shape.advisories,
    sarifGates: shape['sarif-gates'],
  };
}
