import type { Report } from '../../model.ts';
import type { Format } from './review-options.ts';
import type { Terminal } from './terminal.ts';

/** A report in the asked format. Only the renderer that is needed is loaded. */
export async function renderReport(
  report: Report,
  format: Format,
  terminal: Terminal,
  onTerminal: boolean,
): Promise<string> {
  switch (format) {
    case 'text': {
      const { renderText } = await import('../../render/render-text.ts');
      return renderText(report, { color: onTerminal && terminal.color, width: terminal.width });
    }
    case 'markdown':
      return (await import('../../render/render-markdown.ts')).renderMarkdown(report, {});
    case 'html':
      return (await import('../../render/render-html.ts')).renderHtml(report);
    case 'json':
      return (await import('../../render/render-json.ts')).renderJson(report);
    case 'sarif':
      return (await import('../../render/render-sarif.ts')).renderSarif(report, {
        version: report.tool.version,
      });
  }
}
