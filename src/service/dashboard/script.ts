/**
 * The only script of the dashboard: it puts in what the server sends over an event stream. Without it every page works
 * and stands still. The parts come escaped from the server.
 */
export const SCRIPT = `'use strict';
const root = document.querySelector('[data-events]');
if (root !== null) {
  const source = new EventSource(root.getAttribute('data-events'));
  let word = '';
  const say = (text) => {
    word = text;
    const note = document.querySelector('[data-live]');
    if (note !== null) note.textContent = text;
  };
  source.addEventListener('open', () => say('· live'));
  source.addEventListener('error', () => say('· connection lost, trying again'));
  source.addEventListener('part', (event) => {
    const { id, markup } = JSON.parse(event.data);
    const old = document.getElementById(id);
    if (old === null) return;
    const fresh = new DOMParser().parseFromString(markup, 'text/html').getElementById(id);
    if (fresh !== null) old.replaceWith(document.adoptNode(fresh));
    say(word);
  });
  source.addEventListener('reload', () => { source.close(); location.reload(); });
}
`;
