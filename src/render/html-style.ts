/** The look of the HTML report: light and dark by preference, readable on paper, no asset but itself. */
export const HTML_STYLE = `
:root {
  color-scheme: light dark;
  --page: #f4f5f7; --card: #ffffff; --sunken: #f6f7f9; --line: #d9dde3; --text: #1b1f26; --muted: #555e6b;
  --critical: #b00f35; --high: #ad4104; --medium: #7d5a00; --low: #0a5c9e; --info: #555e6b;
  --pass: #1a7040; --fail: #b00f35; --incomplete: #7d5a00; --skipped: #555e6b; --link: #0a5c9e;
  --added: #1a7040; --removed: #b00f35; --shadow: 0 1px 2px rgb(20 25 35 / .06), 0 4px 16px rgb(20 25 35 / .05);
  --mono: ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d1015; --card: #151a21; --sunken: #10141a; --line: #2a313b; --text: #e4e9f0; --muted: #9ba6b4;
    --critical: #ff8296; --high: #ffa56b; --medium: #e5bb57; --low: #74b8ff; --info: #9ba6b4;
    --pass: #5ccb87; --fail: #ff8296; --incomplete: #e5bb57; --skipped: #9ba6b4; --link: #74b8ff;
    --added: #5ccb87; --removed: #ff8296; --shadow: none;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.page { max-width: 1060px; margin: 0 auto; padding: 2.5rem 1.25rem 3rem; }
h1, h2, h3, h4, p, ol, ul, dl, dd, pre { margin: 0; }
h1 { font-size: clamp(1.35rem, 1.1rem + 1.1vw, 1.8rem); line-height: 1.22; letter-spacing: -.02em; text-wrap: pretty; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; letter-spacing: -.01em; margin: 2.75rem 0 .9rem; }
h2 small { font-weight: 400; color: var(--muted); font-size: .9rem; margin-left: .4rem; letter-spacing: 0; }
h3 { font-size: 1.06rem; line-height: 1.35; letter-spacing: -.005em; }
h4 { font-size: .86rem; font-weight: 600; color: var(--muted); line-height: 1.8; }
.part { display: grid; grid-template-columns: 8.6rem minmax(0, 1fr); gap: 0 1rem; padding: .28rem 0; align-items: baseline; }
.part .frame { margin: .2rem 0 .3rem; }
a { color: var(--link); text-underline-offset: .18em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
code, pre, .path { font-family: var(--mono); font-size: .86em; }
p code, li code, dd code, td code, .meta code { background: var(--sunken); border: 1px solid var(--line); border-radius: 5px; padding: .06em .34em; overflow-wrap: anywhere; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem .8rem; }
.verdict { background: var(--card); border: 1px solid var(--line); border-radius: 14px; box-shadow: var(--shadow);
  padding: 1.6rem 1.75rem 1.5rem; border-top: 5px solid var(--tone); }
.kicker { display: flex; flex-wrap: wrap; gap: .4rem .6rem; align-items: center; color: var(--muted); font-size: .88rem; margin-bottom: .8rem; }
.kicker b { color: var(--text); font-weight: 650; }
.chip { border: 1px solid color-mix(in srgb, var(--tone, var(--muted)) 45%, transparent); color: var(--tone, var(--muted)); border-radius: 999px; padding: .05rem .6rem; font-size: .8rem; font-weight: 600; }
.verdict h1 { color: var(--tone); }
.aside { margin-top: .3rem; font-size: 1.05rem; font-weight: 600; overflow-wrap: anywhere; }
.compared { margin-top: .75rem; color: var(--muted); }
.compared code { color: var(--text); overflow-wrap: anywhere; }
.facts { list-style: none; padding: 0; margin-top: .35rem; display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; color: var(--muted); font-size: .93rem; }
.warning { margin-top: 1rem; padding: .65rem .9rem; border-radius: 8px; background: color-mix(in srgb, var(--incomplete) 12%, var(--card)); color: var(--text); border: 1px solid color-mix(in srgb, var(--incomplete) 35%, transparent); }
.gate { margin-top: 1rem; padding-top: .9rem; border-top: 1px solid var(--line); font-weight: 600; font-size: .95rem; }
.tone-pass { --tone: var(--pass); } .tone-fail { --tone: var(--fail); }
.tone-incomplete { --tone: var(--incomplete); } .tone-skipped { --tone: var(--skipped); }
.s-critical { --tone: var(--critical); } .s-high { --tone: var(--high); } .s-medium { --tone: var(--medium); }
.s-low { --tone: var(--low); } .s-info { --tone: var(--info); }
.tiles { border: 0; padding: 0; margin: 1.1rem 0 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(8.6rem, 1fr)); gap: .75rem; }
.tiles legend { padding: 0; margin-bottom: .5rem; font-size: .88rem; color: var(--muted); }
.tile { background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); padding: .8rem 1rem .7rem;
  display: grid; grid-template-columns: 1fr auto; align-items: start; cursor: pointer; }
.tile b { font-size: 1.75rem; line-height: 1.1; font-variant-numeric: tabular-nums; color: var(--tone); }
.tile span { grid-column: 1 / -1; color: var(--muted); font-size: .88rem; text-transform: capitalize; }
.tile input { margin: .25rem 0 0; width: 1rem; height: 1rem; accent-color: var(--tone); cursor: pointer; }
.tile.none { cursor: default; box-shadow: none; background: transparent; } .tile.none b { color: var(--muted); font-weight: 500; }
.finding { background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); margin-bottom: 1rem; overflow: hidden; border-left: 4px solid var(--tone); }
.finding > header { padding: 1rem 1.25rem .2rem; }
.finding .top { display: flex; gap: .7rem; align-items: baseline; }
.finding .top h3 { flex: 1; overflow-wrap: anywhere; }
.badge { flex: none; background: color-mix(in srgb, var(--tone) 13%, var(--card)); color: var(--tone); border-radius: 6px; padding: .1rem .5rem; font-size: .76rem; font-weight: 700; letter-spacing: .03em; text-transform: uppercase; }
.meta { color: var(--muted); font-size: .89rem; margin-top: .35rem; display: flex; flex-wrap: wrap; gap: .15rem .9rem; }
.meta .path { color: var(--text); font-weight: 600; font-size: .95em; overflow-wrap: anywhere; }
.body { padding: .3rem 1.25rem 1.1rem; }
.prose { white-space: pre-line; overflow-wrap: anywhere; max-width: 76ch; }
.frame { background: var(--sunken); border: 1px solid var(--line); border-radius: 9px; overflow-x: auto; padding: .55rem 0; margin: .75rem 0 .9rem; line-height: 1.55; font-size: .84rem; }
.frame code { display: block; width: max-content; min-width: 100%; font-size: inherit; }
.frame .row { display: flex; padding-right: 1rem; white-space: pre; tab-size: 4; }
.frame .no { flex: none; width: 4.2em; padding-right: 1.1em; text-align: right; color: var(--muted); user-select: none; border-left: 3px solid transparent; }
.frame .marked { background: color-mix(in srgb, var(--tone) 11%, transparent); }
.frame .marked .no { color: var(--tone); font-weight: 700; border-left-color: var(--tone); }
.frame .added { background: color-mix(in srgb, var(--added) 12%, transparent); padding-left: 1rem; }
.frame .removed { background: color-mix(in srgb, var(--removed) 10%, transparent); padding-left: 1rem; }
details > summary { cursor: pointer; }
.finding details { border-top: 1px solid var(--line); }
.finding details > summary { padding: .6rem 1.25rem; font-size: .9rem; font-weight: 600; color: var(--muted); }
.finding details > summary:hover { color: var(--text); }
.finding details > .body { padding-top: 0; }
.proof { padding-left: 1.35rem; } .proof li { margin: .2rem 0; overflow-wrap: anywhere; }
.fold { background: var(--card); border: 1px solid var(--line); border-radius: 12px; margin-bottom: .8rem; }
.fold > summary { padding: .8rem 1.1rem; font-weight: 600; }
.fold > .inside { padding: .2rem 1.1rem 1rem; }
.fold .finding { box-shadow: none; }
.rows { list-style: none; padding: 0; } .rows li { padding: .4rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.rows li:first-child { border-top: 0; } .rows .reason { color: var(--muted); }
.panel { background: var(--card); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); padding: .45rem 1.1rem; }
.panel.alert { border-color: color-mix(in srgb, var(--incomplete) 50%, var(--line)); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; }
th { text-align: left; font-weight: 600; color: var(--muted); font-size: .82rem; white-space: nowrap; }
th, td { padding: .55rem .7rem .55rem 0; border-top: 1px solid var(--line); vertical-align: baseline; }
thead th { border-top: 0; } tbody th { color: var(--text); font-size: .93rem; }
td { overflow-wrap: anywhere; } td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; padding-right: 0; padding-left: .7rem; }
td.time { width: 27%; min-width: 9rem; }
.bar { display: flex; align-items: center; gap: .6rem; font-variant-numeric: tabular-nums; white-space: nowrap; }
.bar i { display: block; height: .5rem; border-radius: 99px; min-width: 3px; background: var(--low); width: calc(var(--share) * (100% - 4.6rem)); }
.bar .tone-incomplete { background: var(--incomplete); }
.engine { color: var(--muted); } .bad { color: var(--incomplete); font-weight: 600; }
.cover { display: flex; height: .6rem; border-radius: 99px; overflow: hidden; background: var(--line); margin: .2rem 0 .7rem; }
.cover i { display: block; flex: var(--share) 0 0; }
.cover .reviewed { background: var(--pass); } .cover .excluded { background: var(--muted); opacity: .55; } .cover .missing { background: var(--incomplete); }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; color: var(--muted); font-size: .93rem; list-style: none; padding: 0; margin-bottom: 1rem; }
.legend b { color: var(--text); font-variant-numeric: tabular-nums; }
.empty { background: var(--card); border: 1px dashed var(--line); border-radius: 12px; padding: 1.4rem 1.25rem; color: var(--muted); }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--muted); font-size: .86rem; overflow-wrap: anywhere; }
@media (max-width: 640px) { .page { padding-top: 1.2rem; } .verdict { padding: 1.2rem; } .finding .top { flex-direction: column; gap: .4rem; } .part { grid-template-columns: minmax(0, 1fr); padding: .4rem 0; }
  .agents thead { display: none; } .agents, .agents tbody { display: block; } .agents tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .1rem 1rem; padding: .55rem 0; border-top: 1px solid var(--line); } .agents tr:first-child { border-top: 0; }
  .agents th, .agents td, .agents td.time { display: block; width: auto; min-width: 0; padding: 0; border: 0; white-space: normal; } .agents .engine { text-align: right; } .agents .number { grid-column: 1 / -1; display: flex; justify-content: space-between; color: var(--muted); } .agents .number::before { content: attr(data-label); } .agents .bar { justify-content: flex-end; } .agents .bar i { display: none; }
}
@media print {
  :root { --page: #fff; --shadow: none; } body { font-size: 11pt; } .page { padding: 0; max-width: none; } .tile input, .skip { display: none; }
  .finding { break-inside: avoid; } .frame { overflow: visible; } .frame .row { white-space: pre-wrap; } details::details-content { content-visibility: visible; height: auto; }
}
`;

/** Unticking a severity hides its findings, without a script. */
export const HTML_FILTERS = ['critical', 'high', 'medium', 'low', 'info']
  .map((severity) => `body:has(#show-${severity}:not(:checked)) .finding.s-${severity} { display: none; }`)
  .join('\n');
