import { HTML_FILTERS, HTML_STYLE } from '../../render/html-style.ts';

/** The look of the dashboard, on top of the report's own: the same tokens, light and dark, down to a phone. */
export const STYLE = `${HTML_STYLE}
${HTML_FILTERS}
:root { --running: #2f5fd0; --edge: #858d99; }
@media (prefers-color-scheme: dark) { :root { --running: #8fb2ff; --edge: #69727f; } }
.tone-running { --tone: var(--running); }
html { scroll-padding-top: 5rem; }
.bar { display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; align-items: center; min-height: 3.9rem; padding: .6rem 1.25rem; background: var(--card); border-bottom: 1px solid var(--line); position: sticky; top: 0; z-index: 2; }
.brand { display: flex; gap: .55rem; align-items: center; color: var(--text); text-decoration: none; letter-spacing: -.01em; }
.brand svg g { stroke: var(--muted); } .brand .l2 { stroke: var(--running); } .brand .l4 { stroke: var(--pass); }
.bar nav { display: flex; gap: .2rem; flex: 1; }
.bar nav a { color: var(--muted); text-decoration: none; padding: .3rem .7rem; border-radius: 8px; }
.bar nav a:hover { color: var(--text); background: var(--sunken); }
.bar nav a[aria-current] { color: var(--text); background: var(--page); font-weight: 600; }
.person { display: flex; gap: .6rem; align-items: center; color: var(--muted); font-size: .9rem; margin: 0; }
.skip { z-index: 3; } .skip:focus { border-radius: 8px; border: 1px solid var(--edge); }
main.page { display: block; max-width: 1180px; padding-top: 1.8rem; } main:focus { outline: none; }
main > h1, main [data-events] > h1 { margin-bottom: 1rem; } h1 small { font-weight: 400; font-size: .95rem; color: var(--muted); letter-spacing: 0; }
h1 + section h2 { margin-top: 0; } h2 { margin-top: 2.2rem; }
button, .button { font: inherit; font-size: .92rem; font-weight: 600; color: var(--card); background: var(--text); border: 1px solid var(--text); border-radius: 9px; padding: .42rem .95rem; cursor: pointer; text-decoration: none; display: inline-block; }
button:hover, .button:hover { opacity: .88; }
button.plain, .button.plain { color: var(--text); background: transparent; border-color: var(--edge); font-weight: 500; }
.muted { color: var(--muted); } p.muted { margin-top: .8rem; font-size: .9rem; }
.title { font-weight: 600; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; overflow-wrap: anywhere; }
.where { display: block; color: var(--muted); font-size: .86rem; font-weight: 400; overflow-wrap: anywhere; }
.where code { background: var(--sunken); border: 1px solid var(--line); border-radius: 5px; padding: .06em .34em; }
.note, .where.note { color: var(--incomplete); }
.state { display: inline-flex; gap: .45em; align-items: center; color: var(--tone); font-weight: 600; font-size: .88rem; white-space: nowrap; }
.state i { font-style: normal; width: 1.35em; height: 1.35em; line-height: 1.35em; text-align: center; font-size: .78em; border-radius: 50%; background: color-mix(in srgb, var(--tone) 16%, transparent); flex: none; }
.state i:empty { width: .65em; height: .65em; background: var(--tone); }
.counts { display: inline-flex; flex-wrap: wrap; gap: .25rem .4rem; }
.count { color: var(--tone); background: color-mix(in srgb, var(--tone) 11%, transparent); border-radius: 6px; padding: 0 .42rem; font-size: .8rem; white-space: nowrap; }
.data .counts { min-width: 13.5rem; }
.pages { display: flex; gap: .7rem; margin-top: 1rem; }
.data th, .data td { padding-right: 0; padding-left: 1.1rem; vertical-align: middle; } .data th:first-child { padding-left: 0; }
.data tbody th { white-space: normal; overflow-wrap: anywhere; min-width: 11rem; } .data .wide { max-width: 19rem; } .data .none { color: var(--muted); }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: .9rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); padding: .9rem 1.1rem; min-width: 0; }
.card header { display: flex; justify-content: space-between; gap: 1rem; font-size: .88rem; margin-bottom: .35rem; }
.card h3 { font-size: 1rem; }
.mini { list-style: none; padding: 0; margin-top: .7rem; display: grid; grid-template-columns: 1fr 1fr; gap: .4rem 1.1rem; font-size: .82rem; color: var(--muted); }
.mini li { min-width: 0; } .mini span { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
progress { appearance: none; width: 100%; height: .42rem; border: 0; border-radius: 99px; overflow: hidden; background: var(--line); display: block; }
progress::-webkit-progress-bar { background: var(--line); } progress::-webkit-progress-value { background: var(--tone, var(--running)); border-radius: 99px; transition: width .3s; } progress::-moz-progress-bar { background: var(--tone, var(--running)); }
.board { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: .9rem; }
.board li { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 12px; box-shadow: var(--shadow); padding: .8rem 1rem; min-width: 0; }
.board header { display: flex; justify-content: space-between; gap: .6rem; margin-bottom: .5rem; } .board b { overflow-wrap: anywhere; min-width: 0; } .board p { margin-top: .45rem; font-size: .9rem; overflow-wrap: anywhere; }
.filters, .filters form { display: flex; flex-wrap: wrap; gap: .6rem .8rem; align-items: center; } .filters { margin: 0 0 .9rem; } .filters form { flex: 1; }
.choices { display: flex; flex-wrap: wrap; background: var(--card); border: 1px solid var(--edge); border-radius: 9px; overflow: hidden; }
.choices a { font-size: .92rem; line-height: 1.55; padding: .38rem .85rem; color: var(--muted); text-decoration: none; } .choices a:hover { color: var(--text); } .choices a[aria-current] { background: var(--text); color: var(--card); font-weight: 600; } .choices a:focus-visible { outline-offset: -3px; } .choices a[aria-current]:focus-visible { outline-color: var(--card); }
input[type=search], input[type=url], input[type=text], select { font: inherit; font-size: .92rem; color: var(--text); background: var(--card); border: 1px solid var(--edge); border-radius: 9px; padding: .38rem .7rem; max-width: 100%; } .filters input[type=search] { flex: 1; min-width: 11rem; } ::placeholder { color: var(--muted); opacity: 1; }
.jumps { display: flex; flex-wrap: wrap; gap: .3rem 1.3rem; margin: 1rem 0 0; font-size: .93rem; }
.timeline th, .timeline td { border-top: 0; padding: .22rem 0 .22rem 1rem; vertical-align: middle; } .timeline th:first-child { padding-left: 0; width: 20%; overflow-wrap: anywhere; } .timeline tbody th { white-space: normal; } .timeline .lane { width: 58%; } .ends { display: flex; justify-content: space-between; }
.timeline .lane svg { display: block; width: 100%; height: 1rem; background: repeating-linear-gradient(90deg, transparent 0 calc(25% - 1px), var(--line) calc(25% - 1px) 25%); border-radius: 4px; }
.timeline rect.beside { fill: color-mix(in srgb, var(--low) 55%, var(--card)); } .timeline rect.critical { fill: var(--high); } i.critical { display: inline-block; width: .7em; height: .7em; border-radius: 3px; background: var(--high); margin-right: .4em; }
.figures { display: flex; flex-wrap: wrap; gap: .4rem 2rem; border-top: 1px solid var(--line); margin-top: .4rem; padding: .7rem 0 .5rem; } .figures dt { color: var(--muted); font-size: .82rem; } .figures dd { font-weight: 600; overflow-wrap: anywhere; }
.figure-tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .9rem; } .figure { background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); padding: .85rem 1.1rem; display: flex; flex-direction: column; min-width: 0; }
.figure dt { color: var(--muted); font-size: .86rem; } .figure dd { flex: 1; display: flex; flex-direction: column; } .figure dd b { font-size: 1.6rem; line-height: 1.25; font-variant-numeric: tabular-nums; letter-spacing: -.02em; } .figure dd span { color: var(--muted); font-size: .84rem; }
.trend { display: block; width: 100%; height: 1.6rem; margin-top: auto; padding-top: .5rem; box-sizing: content-box; } .trend path { fill: color-mix(in srgb, var(--low) 60%, var(--card)); }
.chart { margin: 0 0 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); padding: .7rem 1.1rem .6rem; } .chart svg { display: block; width: 100%; height: 9rem; border: 1px solid var(--line); border-width: 1px 0; }
.scale { color: var(--muted); font-size: .82rem; margin-bottom: .2rem; } .chart .fill { fill: var(--tone); } .chart .hover { fill: transparent; } .chart g:hover .hover { fill: color-mix(in srgb, var(--muted) 14%, transparent); }
.chart figcaption { display: flex; justify-content: space-between; flex-wrap: wrap; gap: .3rem 1rem; color: var(--muted); font-size: .82rem; margin-top: .5rem; } .keys { display: flex; gap: .2rem .9rem; flex-wrap: wrap; } .key i { display: inline-block; width: .7em; height: .7em; border-radius: 3px; background: var(--tone); margin-right: .35em; }
.fold .panel { border: 0; box-shadow: none; padding: 0; }
.findings { margin-top: 1rem; }
.share { display: inline-grid; justify-items: end; gap: .1rem; } .share progress { width: 3.2rem; height: .3rem; --tone: var(--low); }
.verdict form { margin-top: 1rem; } .verdict h1 { color: var(--text); } .verdict .aside { color: var(--tone); margin-top: .4rem; } .verdict .warning { margin: .8rem 0 .5rem; overflow-wrap: anywhere; } .kicker { gap: .4rem .9rem; } .kicker a { font-weight: 600; overflow-wrap: anywhere; min-width: 0; }
.door { max-width: 34rem; margin: 12vh auto 0; background: var(--card); border: 1px solid var(--line); border-radius: 16px; box-shadow: var(--shadow); padding: 2rem 2.1rem; overflow-wrap: anywhere; } .door p { margin-top: .9rem; } .door .button { padding: .6rem 1.2rem; }
@media (max-width: 760px) {
  html { scroll-padding-top: 1rem; } .bar { padding: .6rem 1rem; position: static; } .bar nav { order: 3; flex-basis: 100%; margin: 0 -.55rem; } .bar nav a { padding: .35rem .55rem; } .person { margin-left: auto; } .person span { display: none; } .bar .brand { flex: 1; } .door { margin-top: 1rem; padding: 1.4rem; } .page { padding-left: 1rem; padding-right: 1rem; } .panel { padding-left: .9rem; padding-right: .9rem; } .choices { flex: 1 1 100%; } .choices a { flex: 1; text-align: center; padding: .38rem .4rem; }
  .data thead { display: block; position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } .data, .data tbody { display: block; }
  .chart figcaption .keys { order: 3; flex-basis: 100%; }
  .data .share progress { display: none; }
  .data tr { display: grid; grid-template-columns: 1fr 1fr; grid-auto-flow: dense; gap: .2rem 1.4rem; padding: .7rem 0; border-top: 1px solid var(--line); } .data tr:first-child { border-top: 0; }
  .data tbody th, .data td { display: flex; justify-content: space-between; gap: .8rem; min-width: 0; padding: 0; border: 0; text-align: left; font-size: .9rem; } .data tbody th { display: block; grid-column: 1 / -1; font-size: .95rem; } .data .wide { grid-column: 1 / -1; max-width: none; } .data td.none { display: none; } .data td::before { content: attr(data-label); color: var(--muted); flex: none; } .data td > span, .data td > time { text-align: right; } .data .counts { justify-content: flex-end; min-width: 0; }
  .tiles { grid-template-columns: repeat(auto-fit, minmax(5.2rem, 1fr)); } .tile { padding: .55rem .7rem; } .tile b { font-size: 1.35rem; }
  .timeline, .timeline tbody { display: block; } .timeline thead { display: none; } .timeline tr { display: grid; grid-template-columns: 1fr auto; gap: .1rem .8rem; padding: .3rem 0; } .timeline th, .timeline td, .timeline th:first-child { display: block; width: auto; padding: 0; font-size: .86rem; } .timeline .lane { grid-column: 1 / -1; grid-row: 2; width: auto; } .timeline td:last-child { display: none; }
}
@media (max-width: 400px) { .figure { padding: .7rem .8rem; } .figure dd b { font-size: 1.35rem; } .figure-tiles { grid-template-columns: 1fr 1fr; gap: .7rem; } }
@media (prefers-reduced-motion: reduce) { progress::-webkit-progress-value { transition: none; } }
`;
