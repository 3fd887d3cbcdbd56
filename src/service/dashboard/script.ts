/**
 * The only script of the dashboard: it puts in what the server sends over an event stream. Without it every page works
 * and stands still. The parts come escaped from the server. Who stands on a link of a part keeps standing there, and the
 * words about the connection are said only when they change.
 */
export const SCRIPT = `'use strict';
const root = document.querySelector('[data-events]');
if (root !== null) {
  const source = new EventSource(root.getAttribute('data-events'));
  const say = (text) => {
    const note = document.querySelector('[data-live]');
    if (note !== null && note.textContent !== text) note.textContent = text;
  };
  const put = ({ id, markup }) => {
    const old = document.getElementById(id);
    const fresh = new DOMParser().parseFromString(markup, 'text/html').getElementById(id);
    if (old === null || fresh === null) return;
    const held = old.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
    old.replaceWith(document.adoptNode(fresh));
    if (held === null) return;
    for (const link of fresh.querySelectorAll('a[href]')) {
      if (link.getAttribute('href') === held) return link.focus({ preventScroll: true });
    }
  };
  source.addEventListener('open', () => say('live'));
  source.addEventListener('error', () => say('connection lost, trying again'));
  source.addEventListener('parts', (event) => JSON.parse(event.data).forEach(put));
  source.addEventListener('reload', () => { source.close(); location.reload(); });
}
`;
