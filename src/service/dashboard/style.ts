import { HTML_FILTERS, HTML_STYLE } from '../../render/html-style.ts';

/** The look of the dashboard, on top of the report's own: the same tokens, light and dark, down to a phone. */
export const STYLE = `${HTML_STYLE}
${HTML_FILTERS}
:root { --running: #2f5fd0; } 
@media (prefers-color-scheme: dark) { :root { --running: #8fb2ff; } }
.tone-running { --tone: var(--running); }
.bar { display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; align-items: center; padding: .7rem 1.25rem; background: var(--card); border-bottom: 1px solid var(--line); position: sticky; top: 0; z-index: 2; }
.brand { display: flex; gap: .55rem; align-items: center; color: var(--text); text-decoration: none; letter-spacing: -.01em; }
.brand svg g { stroke: var(--muted); } .brand .l2 { stroke: var(--running); } .brand .l4 { stroke: var(--pass); }
.bar nav { display: flex; gap: .2rem; flex: 1; }
.bar nav a { color: var(--muted); text-decoration: none; padding: .3rem .7rem; border-radius: 8px; }
.bar nav a:hover { color: var(--text); background: var(--sunken); }
.bar nav a[aria-current] { color: var(--text); background: var(--sunken); font-weight: 600; }
.person { display: flex; gap: .6rem; align-items: center; color: var(--muted); font-size: .9rem; margin: 0; }
.page { padding-top: 1.8rem; } main.page { display: block; }
main > h1, main [data-events] > h1 { margin-bottom: 1rem; } h1 small { font-weight: 400; font-size: .95rem; color: var(--muted); letter-spacing: 0; }
h2 { margin-top: 2.2rem; }
button, .button { font: inherit; font-size: .92rem; font-weight: 600; color: var(--card); background: var(--text); border: 1px solid var(--text); border-radius: 9px; padding: .42rem .95rem; cursor: pointer; text-decoration: none; display: inline-block; }
button:hover, .button:hover { opacity: .88; }
button.plain, .button.plain { color: var(--text); background: transparent; border-color: var(--line); font-weight: 500; }
.muted { color: var(--muted); } p.muted { margin-top: .8rem; font-size: .9rem; }
.where { display: block; color: var(--muted); font-size: .86rem; overflow-wrap: anywhere; }
.state { display: inline-flex; gap: .45em; align-items: center; color: var(--tone); font-weight: 600; font-size: .88rem; white-space: nowrap; }
.state i { font-style: normal; width: 1.35em; height: 1.35em; line-height: 1.35em; text-align: center; font-size: .78em; border-radius: 50%; background: color-mix(in srgb, var(--tone) 16%, transparent); }
.state i:empty { width: .65em; height: .65em; background: var(--tone); }
.counts { display: flex; flex-wrap: wrap; gap: .25rem .4rem; }
.count { color: var(--tone); background: color-mix(in srgb, var(--tone) 11%, transparent); border-radius: 6px; padding: 0 .42rem; font-size: .8rem; white-space: nowrap; }
.what { width: 46%; min-width: 15rem; } .what a { font-weight: 600; overflow-wrap: anywhere; }
table.reviews td { vertical-align: middle; } table.reviews td:nth-child(3) { min-width: 13rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: .9rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); padding: .9rem 1.1rem; }
.card header { display: flex; justify-content: space-between; gap: 1rem; font-size: .88rem; margin-bottom: .35rem; }
.card h3 { overflow-wrap: anywhere; font-size: 1rem; }
.mini { list-style: none; padding: 0; margin-top: .7rem; display: grid; grid-template-columns: 1fr 1fr; gap: .15rem 1rem; font-size: .82rem; color: var(--muted); }
.mini li { display: flex; justify-content: space-between; align-items: center; gap: .5rem; min-width: 0; } .mini span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.mini progress { width: 42%; flex: none; }
progress { appearance: none; width: 100%; height: .42rem; border: 0; border-radius: 99px; overflow: hidden; background: var(--line); display: block; }
progress::-webkit-progress-bar { background: var(--line); } progress::-webkit-progress-value { background: var(--tone, var(--running)); border-radius: 99px; transition: width .3s; } progress::-moz-progress-bar { background: var(--tone, var(--running)); }
.board { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: .9rem; }
.board li { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 12px; box-shadow: var(--shadow); padding: .8rem 1rem; }
.board header { display: flex; justify-content: space-between; gap: .6rem; margin-bottom: .5rem; } .board p { margin-top: .45rem; font-size: .9rem; overflow-wrap: anywhere; }
.note { color: var(--incomplete); }
.filters { display: flex; flex-wrap: wrap; gap: .6rem .8rem; align-items: center; margin: 0 0 .9rem; }
.filters fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; background: var(--card); border: 1px solid var(--line); border-radius: 9px; overflow: hidden; }
.choice { position: relative; cursor: pointer; font-size: .9rem; } .choice span { display: block; padding: .38rem .8rem; color: var(--muted); }
.choice input { position: absolute; opacity: 0; inset: 0; width: 100%; height: 100%; margin: 0; cursor: pointer; } .choice:has(:checked) span { background: var(--text); color: var(--card); font-weight: 600; } .choice:has(:focus-visible) span { outline: 2px solid var(--link); outline-offset: -3px; border-radius: 8px; }
.filters input[type=search], .filters select { font: inherit; font-size: .92rem; color: var(--text); background: var(--card); border: 1px solid var(--line); border-radius: 9px; padding: .38rem .7rem; } .filters input[type=search] { flex: 1; min-width: 12rem; } .filters label { font-size: .9rem; color: var(--muted); }
.timeline th { width: 22%; overflow-wrap: anywhere; white-space: normal; } .timeline .lane { width: 56%; padding-left: .6rem; } .timeline td, .timeline th { border-top: 0; padding-top: .22rem; padding-bottom: .22rem; vertical-align: middle; }
.timeline .lane svg { display: block; width: 100%; height: 1rem; background: repeating-linear-gradient(90deg, transparent 0 calc(25% - 1px), var(--line) calc(25% - 1px) 25%); border-radius: 4px; }
.timeline rect.beside { fill: color-mix(in srgb, var(--low) 55%, var(--card)); } .timeline rect.critical { fill: var(--high); }
.skip-head { display: block; position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.figures { display: flex; flex-wrap: wrap; gap: .4rem 2rem; border-top: 1px solid var(--line); margin-top: .4rem; padding: .7rem 0 .5rem; } .figures dt { color: var(--muted); font-size: .82rem; } .figures dd { font-weight: 600; overflow-wrap: anywhere; }
.figure-tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); gap: .9rem; } .figure { background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); padding: .85rem 1.1rem; }
.figure dt { color: var(--muted); font-size: .86rem; } .figure dd b { font-size: 1.7rem; line-height: 1.25; display: block; font-variant-numeric: tabular-nums; letter-spacing: -.02em; } .figure dd span { color: var(--muted); font-size: .84rem; }
.chart { margin: 0 0 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); padding: 1rem 1.1rem .6rem; } .chart svg { display: block; width: 100%; height: 9rem; }
.chart .fill { fill: var(--tone); } .chart .hover { fill: transparent; } .chart g:hover .hover { fill: color-mix(in srgb, var(--muted) 14%, transparent); }
.chart figcaption { display: flex; justify-content: space-between; flex-wrap: wrap; gap: .3rem 1rem; color: var(--muted); font-size: .82rem; margin-top: .5rem; } .keys { display: flex; gap: .9rem; flex-wrap: wrap; } .key i { display: inline-block; width: .7em; height: .7em; border-radius: 3px; background: var(--tone); margin-right: .35em; }
.share { display: inline-grid; justify-items: end; } meter { width: 3.2rem; height: .45rem; }
.reviewers td { white-space: nowrap; }
.verdict form { margin-top: 1rem; } .verdict h1 { color: var(--text); } .verdict .aside { color: var(--tone); } .verdict .kicker a { font-weight: 600; }
.door { max-width: 34rem; margin: 12vh auto 0; background: var(--card); border: 1px solid var(--line); border-radius: 16px; box-shadow: var(--shadow); padding: 2rem 2.1rem; } .door p { margin-top: .9rem; } .door .button { padding: .6rem 1.2rem; }
@media (max-width: 720px) {
  .bar { padding: .6rem 1rem; position: static; } .bar nav { order: 3; flex-basis: 100%; } .bar nav a { padding: .3rem .55rem; } .person { margin-left: auto; }
  table.reviews thead { display: block; position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } table.reviews tr { display: grid; grid-template-columns: auto 1fr auto; gap: .15rem .8rem; padding: .7rem 0; border-top: 1px solid var(--line); } table.reviews tr:first-child { border-top: 0; }
  table.reviews td { display: block; border: 0; padding: 0; width: auto; min-width: 0; } table.reviews td.what { grid-column: 1 / -1; grid-row: 1; } table.reviews td:nth-child(3) { grid-column: 2 / -1; } table.reviews td.number { text-align: left; font-size: .86rem; color: var(--muted); }
  .timeline th { width: 42%; font-size: .8rem; } .timeline .lane { width: 40%; } .timeline td:last-child { display: none; } .person span { display: none; } .bar { flex-wrap: wrap; } .bar .brand { flex: 1; }
}
@media (prefers-reduced-motion: reduce) { progress::-webkit-progress-value { transition: none; } }
`;
