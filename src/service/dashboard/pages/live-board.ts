import type { AgentLine, ReviewDetail } from '../../../adapters/store/dashboard/review-queries.ts';
import { formatDuration, formatTokens } from '../../../render/format-quantity.ts';
import { type Html, html } from '../html.ts';
import { agentTone, isOpen, STATE_WORDS } from './words.ts';

/** What each reviewer is at; the event stream replaces it. */
export function liveBoard({ agents, state }: Pick<ReviewDetail, 'agents' | 'state'>): Html {
  const open = agents.filter(isOpen).length;
  const body =
    agents.length === 0
      ? html`<p class="empty">${state === 'queued' ? 'Waits for a free worker.' : 'Reads the pull request.'}</p>`
      : html`<ul class="board">${agents.map(agentCard)}</ul>`;
  return html`<section id="board" aria-labelledby="live"><h2 id="live">Reviewers at work${agents.length === 0 ? null : html` <small>${open} of ${agents.length}</small>`}</h2>${body}</section>`;
}

function agentCard(agent: AgentLine): Html {
  const { name, state, task, progress, etaMs, blockers, support } = agent;
  const rest =
    etaMs === null || state !== 'running'
      ? null
      : html`<span class="muted">about ${formatDuration(etaMs)} left</span>`;
  const help =
    support === null || support === undefined
      ? null
      : html`<p class="note">asks ${support.from} for help (${support.urgency}): ${support.reason}</p>`;
  return html`<li class="tone-${agentTone(agent)}"><header><b>${name}</b><span class="state"><i aria-hidden="true"></i>${STATE_WORDS[state]}</span></header>
<progress max="100" value="${progress}" aria-label="${name}">${progress} %</progress>
${task === '' && rest === null ? null : html`<p>${task} ${rest}</p>`}
${blockers.length === 0 ? null : html`<p class="note">blocked by ${blockers.join(', ')}</p>`}${help}
${tokenLine(agent)}</li>`;
}

function tokenLine({ tokensIn, tokensCached, tokensOut }: AgentLine): Html | null {
  const sum = tokensIn + tokensCached + tokensOut;
  return sum === 0 ? null : html`<p class="muted">${formatTokens(sum)} tokens</p>`;
}
