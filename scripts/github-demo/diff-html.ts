import { escapeHtml } from '../../src/render/escape-html.ts';
import type { ReviewComment } from '../../tests/fakes/github/state.ts';
import { commentHtml } from './comment-html.ts';
import type { ShownFile } from './run-github-demo.ts';

/** A file of the change with the inline comments under their lines; without comments it is folded. */
export function fileHtml(file: ShownFile, comments: readonly ReviewComment[]): string {
  const own = comments.filter((comment) => comment.path === file.path);
  const count = own.length === 0 ? '' : `<span class="count">${own.length} on its lines</span>`;
  const head = `<summary><code>${escapeHtml(file.path)}</code><span class="plus">+${file.additions}</span><span class="minus">−${file.deletions}</span>${count}</summary>`;
  const rows = file.patch === null ? '<p class="quiet">no text to show</p>' : patchHtml(file.patch, own);
  return `<details class="file"${own.length === 0 ? '' : ' open'}>${head}<div class="diff">${rows}</div></details>`;
}

function patchHtml(patch: string, comments: readonly ReviewComment[]): string {
  let left = 0;
  let right = 0;
  const rows = patch.split('\n').map((line) => {
    const header = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line);
    if (header !== null) {
      left = Number(header[1]);
      right = Number(header[2]);
      return `<div class="row hunk"><i></i><i></i><span>${escapeHtml(line)}</span></div>`;
    }
    const isAdded = line.startsWith('+');
    const isRemoved = line.startsWith('-');
    const oldNumber = isAdded || line.startsWith('\\') ? null : left++;
    const newNumber = isRemoved || line.startsWith('\\') ? null : right++;
    const kind = isAdded ? ' added' : isRemoved ? ' removed' : '';
    const row = `<div class="row${kind}"><i>${oldNumber ?? ''}</i><i>${newNumber ?? ''}</i><span>${escapeHtml(line)}</span></div>`;
    const here = comments.filter((one) => one.line === (one.side === 'LEFT' ? oldNumber : newNumber));
    return `${row}${here.map(inlineHtml).join('')}`;
  });
  return rows.join('');
}

function inlineHtml(comment: ReviewComment): string {
  return `<article class="inline"><header><b>${escapeHtml(comment.user.login)}</b> on line ${comment.line ?? '–'}</header><div class="markdown">${commentHtml(comment.body)}</div></article>`;
}
