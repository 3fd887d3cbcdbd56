/** The look of the pull request page: calm, light and dark by preference. */
export const PULL_REQUEST_STYLE = `
:root { color-scheme: light dark; --page: #f6f7f9; --card: #fff; --sunken: #f3f4f7; --line: #d8dde4; --text: #1b1f26;
  --muted: #5a6472; --link: #0a5c9e; --pass: #1a7040; --fail: #b8123a; --incomplete: #8a6100; --skipped: #5a6472;
  --pending: #8a6100; --added: #e7f6ec; --removed: #fdebee; --bot: #5b4bb7;
  --mono: ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; }
@media (prefers-color-scheme: dark) { :root { --page: #0d1015; --card: #151a21; --sunken: #1b212a; --line: #2b333e;
  --text: #e4e9f0; --muted: #9ba6b4; --link: #74b8ff; --pass: #3fa968; --fail: #e5536f; --incomplete: #c0912b;
  --skipped: #7b8695; --pending: #c0912b; --added: #12281c; --removed: #2f161d; --bot: #a99cf5; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text);
  font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
main { max-width: 1000px; margin: 0 auto; padding: 2.2rem 1.25rem 4rem; }
h1 { font-size: 1.65rem; line-height: 1.25; letter-spacing: -.02em; margin: .2rem 0 .5rem; font-weight: 650; }
h1 .quiet { font-weight: 400; }
h2 { font-size: 1.1rem; margin: 2.4rem 0 .8rem; letter-spacing: -.01em; }
h2 .quiet { font-weight: 400; font-size: .88rem; margin-left: .4rem; letter-spacing: 0; }
.quiet { color: var(--muted); } .top p { margin: 0; } .top { margin-bottom: 1.6rem; }
.open { background: var(--pass); color: #fff; border-radius: 99px; padding: .15rem .7rem; font-size: .82rem; font-weight: 600; margin-right: .6rem; }
.plus { color: var(--pass); font-weight: 600; } .minus { color: var(--fail); font-weight: 600; }
code, pre { font-family: var(--mono); font-size: .86em; }
code { background: var(--sunken); border-radius: 5px; padding: .12em .36em; overflow-wrap: anywhere; }
a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; text-underline-offset: .18em; }
a code { color: inherit; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
.post { display: grid; grid-template-columns: 2.5rem minmax(0, 1fr); gap: 0 .85rem; margin-bottom: 1.1rem; }
.face { width: 2.5rem; height: 2.5rem; border-radius: 50%; background: var(--link); color: var(--card); display: grid; place-items: center; font-weight: 650; }
.face.machine { border-radius: 10px; background: var(--bot); }
.post article, .card, .file, .statuses { background: var(--card); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
.post article > header { padding: .55rem 1rem; background: var(--sunken); border-bottom: 1px solid var(--line); font-size: .92rem; }
.bot { border: 1px solid var(--line); border-radius: 99px; color: var(--muted); font-size: .74rem; padding: .02rem .45rem; margin: 0 .3rem 0 .45rem; }
.markdown { padding: 1rem 1.15rem 1.05rem; overflow-wrap: anywhere; }
.markdown > :first-child { margin-top: 0; } .markdown > :last-child { margin-bottom: 0; }
.markdown p, .markdown ul, .markdown ol, .markdown pre, .markdown table, .markdown blockquote, .markdown details { margin: 0 0 .85rem; }
.markdown h3 { font-size: 1.28rem; line-height: 1.3; margin: 0 0 .5rem; letter-spacing: -.012em; }
.markdown h4 { font-size: 1.02rem; line-height: 1.4; margin: 1.35rem 0 .35rem; padding-top: 1.15rem; border-top: 1px solid var(--line); }
.markdown h4 + p, .markdown h3 + p { color: var(--muted); font-size: .9rem; }
.markdown ul, .markdown ol { padding-left: 1.4rem; } .markdown li { margin: .2rem 0; }
.markdown pre, .card pre { background: var(--sunken); border-radius: 8px; padding: .7rem .9rem; overflow-x: auto; line-height: 1.5; font-size: .82rem; tab-size: 4; }
.markdown pre code { background: none; padding: 0; font-size: inherit; overflow-wrap: normal; }
.markdown blockquote { border-left: 3px solid var(--line); padding-left: .9rem; color: var(--muted); }
.markdown blockquote p { margin: 0; }
.markdown table { border-collapse: collapse; display: block; overflow-x: auto; font-size: .88rem; font-variant-numeric: tabular-nums; }
.markdown th, .markdown td { border: 1px solid var(--line); padding: .38rem .75rem; text-align: left; white-space: nowrap; }
.markdown td:nth-child(3) { white-space: normal; min-width: 15rem; }
.markdown th { background: var(--sunken); font-weight: 600; } .markdown [align=right] { text-align: right; }
.markdown sub { font-size: .82rem; vertical-align: baseline; color: var(--muted); line-height: 1.7; }
summary { cursor: pointer; } .markdown summary { color: var(--link); font-weight: 550; font-size: .93rem; }
.markdown details > :not(summary) { margin-left: 1rem; } .markdown details[open] > summary { margin-bottom: .6rem; }
.mark { width: 1.05em; height: 1.05em; vertical-align: -.16em; stroke: #fff; stroke-width: 1.9; fill: none; stroke-linecap: round; stroke-linejoin: round; }
.mark circle { stroke: none; } .mark.pass circle { fill: var(--pass); } .mark.fail circle { fill: var(--fail); }
.mark.incomplete circle { fill: var(--incomplete); } .mark.skipped circle { fill: var(--skipped); } .mark.pending circle { fill: var(--pending); }
.statuses { margin: 1.1rem 0 0 3.35rem; padding: .9rem 1.15rem; } .statuses h2 { margin: 0 0 .5rem; font-size: .95rem; }
.statuses ul { list-style: none; padding: 0; margin: 0; } .statuses li { display: flex; flex-wrap: wrap; gap: .2rem .6rem; padding: .2rem 0; align-items: center; }
.statuses li span, .statuses details { color: var(--muted); } .statuses details { margin-top: .5rem; font-size: .9rem; }
.file { margin-bottom: .8rem; } .file > summary { padding: .6rem 1rem; background: var(--sunken); font-size: .92rem; }
.file > summary code { background: none; padding: 0; font-weight: 600; margin-right: .7rem; } .file > summary span { margin-right: .45rem; font-size: .86rem; }
.file .count { color: var(--muted); margin-left: .5rem; }
.diff { font-size: .8rem; border-top: 1px solid var(--line); overflow-x: auto; } .diff > p { padding: .3rem 1rem; }
.row { display: grid; grid-template-columns: 3.2rem 3.2rem minmax(0, 1fr); font-family: var(--mono); line-height: 1.65; }
.row i { font-style: normal; color: var(--muted); text-align: right; padding-right: .8rem; user-select: none; opacity: .8; }
.row span { white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; padding-right: 1rem; }
.row.added { background: var(--added); } .row.removed { background: var(--removed); } .row.hunk { color: var(--muted); background: var(--sunken); }
.inline { margin: .6rem 1rem .8rem 6.4rem; border: 1px solid var(--line); border-radius: 9px; background: var(--card); font-size: .9rem; }
.inline header { padding: .4rem .9rem; border-bottom: 1px solid var(--line); color: var(--muted); font-size: .86rem; } .inline header b { color: var(--text); }
.inline .markdown { padding: .75rem .9rem .8rem; }
.card { margin-bottom: .8rem; padding: .6rem 1rem; } .card table { border-collapse: collapse; margin-top: .6rem; font-size: .86rem; }
.card td, .card th { text-align: left; padding: .18rem 1.2rem .18rem 0; } .card td:first-child { color: var(--muted); text-align: right; font-variant-numeric: tabular-nums; }
.card pre { white-space: pre-wrap; overflow-wrap: anywhere; } .strange { color: var(--fail); }
@media (max-width: 640px) { .post { grid-template-columns: minmax(0, 1fr); } .face { display: none; } .statuses { margin-left: 0; } .inline { margin-left: 1rem; } .row { grid-template-columns: 2.4rem 2.4rem minmax(0, 1fr); } }
`;
