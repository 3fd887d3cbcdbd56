import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setOutput, summary } from '@actions/core';
import type { Report } from '../../model.ts';
import type { Published } from '../../publish/publish-report.ts';
import { annotationCommand, renderAnnotations } from '../../render/render-annotations.ts';
import { renderMarkdown } from '../../render/render-markdown.ts';
import type { RunnerFacts } from './action-settings.ts';
import { printLine } from './runner-log.ts';

/** Writes files, outputs, step summary and, where the pull request could not be written to, annotations. */
export async function writeResults(report: Report, published: Published, runner: RunnerFacts): Promise<void> {
  const folder = join(runner.temporaryFolder, 'multi-agent-review');
  // These two bring the schema of the report along, which nothing before the first request may wait for.
  const { renderJson } = await import('../../render/render-json.ts');
  const { renderSarif } = await import('../../render/render-sarif.ts');
  await mkdir(folder, { recursive: true });
  const reportPath = join(folder, 'report.json');
  const sarifPath = join(folder, 'report.sarif');
  await writeFile(reportPath, renderJson(report));
  await writeFile(sarifPath, renderSarif(report, { version: report.tool.version }));
  const shown = report.findings.filter((finding) => finding.suppressedBy === undefined);
  setOutput('verdict', report.verdict);
  setOutput('gate', report.gate);
  setOutput('critical-count', shown.filter((finding) => finding.severity === 'critical').length);
  setOutput('findings-count', shown.length);
  setOutput('report-path', reportPath);
  setOutput('sarif-path', sarifPath);
  setOutput('comment-url', published.commentUrl ?? '');
  setOutput('cost-usd', report.usage.costUsd.toFixed(4));
  if (runner.hasSummary) await summary.addRaw(renderMarkdown(report, {})).write();
  if (published.outcome === 'read-only' || published.outcome === 'partly') {
    for (const annotation of renderAnnotations(report))
      process.stdout.write(`${annotationCommand(annotation)}\n`);
  }
  for (const problem of [...published.problems, ...published.notes]) printLine(`warning: ${problem}`);
  const status = published.status;
  printLine(`verdict ${report.verdict}, gate ${report.gate}, ${shown.length} findings`);
  if (status !== null) printLine(`status ${status.state}: ${status.description}`);
}
