import type { BuiltIns } from '../config/built-ins.ts';
import { CONFIGURATION_PATHS } from '../config/configuration-files.ts';
import type { Configuration } from '../config/load-configuration.ts';
import { messageOf } from '../errors.ts';
import type { FileChange, PullRequestContext, Settings, WorkflowDefinition } from '../model.ts';
import type { ChangeSource } from '../ports.ts';
import { applyOverrides } from './apply-overrides.ts';
import { readChangedFiles } from './read-changed-files.ts';
import { type GivenConfiguration, readConfiguration } from './read-configuration.ts';
import { type GivenFiles, readImports } from './read-imports.ts';
import { readRelatedFiles } from './read-related-files.ts';

/** What is asked for beside the change itself. */
export interface ContextRequest {
  readonly builtIns: BuiltIns;
  /** What flags or inputs change of the settings; they stand above the base configuration. */
  readonly overrides: Partial<Settings>;
  /** A settings file given by hand, in place of the base commit's; null when there is none. */
  readonly config: GivenConfiguration | null;
  /** Files of other programs and of an earlier review; absent when none were named. */
  readonly given?: GivenFiles | null;
}

/** A change with all that a review needs of it, and what it is reviewed by. */
export interface GatheredContext {
  readonly context: PullRequestContext;
  /** The base configuration over the built-in one. Its settings are without overrides: use those of `context`. */
  readonly configuration: Configuration;
  /** The workflow that the settings name. */
  readonly workflow: WorkflowDefinition;
}

/**
 * Reads a change: its files with their contents on both sides, the files it is compared with, and the configuration of
 * its base. Everything that could not be read is named in `unreadable`.
 *
 * @throws ReviewError when there is no change to look at, or an override names what does not exist
 */
export async function gatherContext(
  source: ChangeSource,
  request: ContextRequest,
  signal: AbortSignal,
): Promise<GatheredContext> {
  const changes = await source.changes(signal);
  const configuration = await readConfiguration(source, request.config, request.builtIns, signal);
  const { settings, workflow } = applyOverrides(configuration, request.overrides);
  const listed = await listHead(source, signal);
  // At the same moment: a source with a price for each question answers both in one.
  const [read, related] = await Promise.all([
    readChangedFiles(source, changes.files, signal),
    readRelatedFiles(source, changes.files, listed.paths, signal),
  ]);
  const context: PullRequestContext = {
    repository: changes.repository,
    head: changes.head,
    base: changes.base,
    subject: changes.subject,
    files: read.files,
    unreadable: [...changes.unreadable, ...read.unreadable],
    headPaths: listed.paths,
    related,
    settings,
    configProblems: configuration.problems,
    ...(request.given ? { imports: await readImports(request.given) } : {}),
    notes: [
      ...listed.notes,
      ...ownChangeNotes(changes.files),
      ...partialNotes(read.files.filter((file) => file.partial).length),
      ...(request.config === null
        ? []
        : [`Settings come from ${request.config.name}, not from the base commit.`]),
    ],
  };
  return { context, configuration, workflow };
}

/** The list of files only helps some analyzers: a review goes on without it. */
async function listHead(
  source: ChangeSource,
  signal: AbortSignal,
): Promise<{ paths: readonly string[] | null; notes: readonly string[] }> {
  try {
    return { paths: await source.listHead(signal), notes: [] };
  } catch (error) {
    if (signal.aborted) throw error;
    return { paths: null, notes: [`The files at head could not be listed: ${messageOf(error)}`] };
  }
}

/** A change of the review's own configuration is data like any other until it is merged. */
function ownChangeNotes(files: readonly FileChange[]): readonly string[] {
  const touched = files
    .flatMap((file) => [file.path, file.oldPath ?? file.path])
    .filter((path) => CONFIGURATION_PATHS.some((own) => path === own || path.startsWith(`${own}/`)));
  if (touched.length === 0) return [];
  const names = [...new Set(touched)].slice(0, 5).join(', ');
  return [`The change edits the configuration of the review (${names}); that takes effect after the merge.`];
}

function partialNotes(count: number): readonly string[] {
  if (count === 0) return [];
  const files = count === 1 ? '1 file was' : `${count} files were`;
  return [`${files} reviewed from the lines of the patch alone: the content at head was not found.`];
}
