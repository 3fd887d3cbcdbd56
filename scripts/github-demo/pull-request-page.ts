import { escapeHtml } from '../../src/render/escape-html.ts';
import type { SeenRequest } from '../../tests/fakes/github/start-fake-github.ts';
import type { IssueComment, Status } from '../../tests/fakes/github/state.ts';
import { commentHtml, statusMark } from './comment-html.ts';
import { fileHtml } from './diff-html.ts';
import { PULL_REQUEST_STYLE } from './pull-request-style.ts';
import type { DemoResult } from './run-github-demo.ts';

/** The pull request as a person would see it, as one page with nothing loaded from elsewhere. */
export function pullRequestPage(result: DemoResult): string {
  const { pull, comments, reviewComments, statuses, files } = result;
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  const title = escapeHtml(pull.title);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · #${pull.number}</title>
<style>${PULL_REQUEST_STYLE}</style>
</head>
<body>
<main>
<header class="top">
<p class="quiet">${escapeHtml(pull.repository.fullName)} · on a stand-in of GitHub, nothing left this machine</p>
<h1>${title} <span class="quiet">#${pull.number}</span></h1>
<p class="quiet"><span class="open">Open</span><b>${escapeHtml(pull.author.login)}</b> wants to merge <code>${escapeHtml(pull.headRef)}</code> into <code>${escapeHtml(pull.baseRef)}</code> · ${files.length} files <span class="plus">+${additions}</span> <span class="minus">−${deletions}</span></p>
</header>
${postHtml(pull.author.login, 'opened this', `<p>${escapeHtml(pull.body ?? '')}</p>`, 'description')}
${comments.map(stickyHtml).join('\n')}
${statusesHtml(statuses)}
<h2>Files changed <span class="quiet">${reviewComments.length} inline comments in one review</span></h2>
${files.map((file) => fileHtml(file, reviewComments)).join('\n')}
${requestsHtml(result)}
</main>
</body>
</html>
`;
}

function stickyHtml(comment: IssueComment): string {
  const at = comment.createdAt === comment.updatedAt ? 'commented' : 'commented, edited in place';
  return postHtml(comment.user.login, at, commentHtml(comment.body), 'sticky');
}

function postHtml(login: string, what: string, body: string, kind: string): string {
  const isBot = login.endsWith('[bot]');
  const name = isBot ? login.slice(0, -'[bot]'.length) : login;
  const bot = isBot ? '<span class="bot">bot</span>' : '';
  return `<div class="post ${kind}"><span class="face${isBot ? ' machine' : ''}" aria-hidden="true">${escapeHtml(name.charAt(0).toUpperCase())}</span><article><header><b>${escapeHtml(name)}</b>${bot} <span class="quiet">${what}</span></header><div class="markdown">${body}</div></article></div>`;
}

/** The newest status of each context is what counts; the earlier ones are the way there. */
function statusesHtml(statuses: readonly Status[]): string {
  const newest = new Map(statuses.map((status) => [status.context, status]));
  const earlier = statuses.filter((status) => newest.get(status.context) !== status);
  const row = (status: Status) =>
    `<li>${statusMark(status.state)}<b>${escapeHtml(status.context)}</b><span>${escapeHtml(status.state)}: ${escapeHtml(status.description ?? '')}</span></li>`;
  const before =
    earlier.length === 0
      ? ''
      : `<details><summary>before that: ${earlier.length}</summary><ul>${earlier.map(row).join('')}</ul></details>`;
  return `<section class="statuses"><h2>Commit status</h2><ul>${[...newest.values()].map(row).join('')}</ul>${before}</section>`;
}

function requestsHtml({ requests, unexpected, milliseconds, exitCode, log }: DemoResult): string {
  const start = requests[0]?.at ?? 0;
  const row = (request: SeenRequest) =>
    `<tr><td>${request.at - start} ms</td><td><code>${escapeHtml(request.route ?? `${request.method} ${request.path}`)}</code></td><td>${request.status}</td></tr>`;
  const writes = requests.filter((one) => one.method !== 'GET' && one.path !== '/graphql').length;
  const strange =
    unexpected.length === 0
      ? ''
      : `<p class="strange">Not understood by GitHub: ${unexpected.map(escapeHtml).join('; ')}</p>`;
  return `<h2>How it got here <span class="quiet">exit code ${exitCode ?? 'none'} after ${(milliseconds / 1_000).toFixed(1)} s</span></h2>${strange}
<details class="card"><summary>${requests.length} requests, ${writes} of them writes</summary><table><thead><tr><th>after</th><th>request</th><th>answer</th></tr></thead><tbody>${requests.map(row).join('')}</tbody></table></details>
<details class="card"><summary>Log of the Action</summary><pre>${escapeHtml(log)}</pre></details>`;
}
