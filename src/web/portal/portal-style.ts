import { chartProperties, cssProperties, DARK, FONTS, LIGHT } from "../design/tokens.js";

/** The style sheet of the public site. All sizes are in rem, so that the large-text mode and the browser's own zoom scale everything. */
export const PORTAL_STYLE = `
:root { ${cssProperties(LIGHT)} ${chartProperties("light")} color-scheme: light; --measure: 40rem; --wide: 72rem; --edges: justify; }
/* In a column of a few signs, setting both edges tears holes into the lines. */
@media (max-width: 34rem) { :root { --edges: start; } }
@media (prefers-color-scheme: dark) { :root { ${cssProperties(DARK)} ${chartProperties("dark")} color-scheme: dark; } }
*, *::before, *::after { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
html.large { font-size: 137.5%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.75 ${FONTS.sans}; line-break: strict; text-autospace: normal; overflow-wrap: anywhere;
  font-variant-numeric: tabular-nums;
}
/* WebKit (2.50) sets figures beside Chinese letters on top of each other when it spaces them itself; only WebKit knows hanging-punctuation. */
@supports (hanging-punctuation: first) { body { text-autospace: no-autospace; } }
h1, h2, h3, h4 { line-height: 1.4; text-wrap: balance; margin: 0; font-weight: 600; }
h1 { font-size: 1.75rem; } h2 { font-size: 1.25rem; } h3 { font-size: 1.0625rem; }
p, ul, ol, dl, table, figure { margin: 0; }
a { color: var(--accent); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .25em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--sun); outline-offset: 2px; border-radius: 3px; }
button, input, select, textarea { font: inherit; color: inherit; }
small, .small { font-size: .875rem; }
.muted { color: var(--muted); }
.inside { max-width: var(--wide); margin-inline: auto; padding-inline: clamp(14px, 4vw, 1.25rem); }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -4rem; background: var(--surface); padding: .5rem 1rem; z-index: 9; }
.skip:focus { inset-block-start: .5rem; }

.top { background: var(--surface); border-block-end: 1px solid var(--line); }
.top .inside { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem 1.5rem; padding-block: .875rem; }
.brand { display: flex; align-items: center; gap: .75rem; color: inherit; text-decoration: none; margin-inline-end: auto; }
.brand svg { inline-size: 2.25rem; block-size: 2.25rem; flex: none; }
.brand b { display: block; color: var(--ink); font-size: 1.125rem; line-height: 1.3; }
.brand span { display: block; font-size: .8125rem; line-height: 1.4; color: var(--muted); }
.tools { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; font-size: .875rem; }
.tools form { display: inline; }
.plain { background: none; border: 0; padding: .375rem 0; color: var(--accent); cursor: pointer; text-decoration: underline; text-underline-offset: .25em; text-decoration-thickness: 1px; }

.columns { background: var(--surface); border-block-end: 1px solid var(--line); }
.columns ul { list-style: none; padding-block: 0; margin-block: 0; display: flex; flex-wrap: wrap; column-gap: 1.75rem; }
.columns a { display: block; padding-block: .75rem; color: var(--ink); text-decoration: none; border-block-end: 3px solid transparent; }
.columns a:hover { border-color: var(--line); }
.columns a[aria-current] { border-color: var(--sun); font-weight: 600; }
.columns .apart { margin-inline-start: auto; }
@media (max-width: 52rem) { .columns .apart { margin-inline-start: 0; } }
@media (max-width: 34rem) {
  .top .inside { padding-block: .625rem; gap: .25rem 1rem; } .brand svg { inline-size: 1.875rem; block-size: 1.875rem; }
  .columns ul { display: grid; grid-template-columns: repeat(2, minmax(0, max-content)); justify-content: start; padding-block: .25rem; } .columns a { padding-block: .375rem; border-block-end-width: 2px; }
}

.sample { background: var(--warning-ground); color: var(--warning); font-size: .875rem; }
.sample .inside { padding-block: .5rem; }
main.inside { padding-block: 1.5rem 4rem; min-block-size: 55vh; }
.trail { font-size: .875rem; color: var(--muted); margin-block-end: 1.25rem; }
.trail ol { list-style: none; padding: 0; display: flex; flex-wrap: wrap; }
.trail li + li::before { content: "›"; margin-inline: .5rem; }
@supports (content: "›" / "") { .trail li + li::before { content: "›" / ""; } }
.lead { max-width: var(--measure); margin-block: .75rem 1.5rem; color: var(--muted); }
section { margin-block-start: 2.5rem; }
section > h2, .section-head { margin-block-end: .875rem; }
.section-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: .5rem 1rem; justify-content: space-between; }

.search { display: flex; gap: .5rem; max-width: var(--measure); position: relative; }
.search input[type=search] { flex: 1; min-inline-size: 0; }
@media (max-width: 34rem) { html.large .search { flex-wrap: wrap; } html.large .search input[type=search] { flex-basis: 100%; } }
.suggestions { position: absolute; z-index: 5; inset-inline: 0; inset-block-start: calc(100% + .25rem); margin: 0; padding: .375rem; list-style: none; background: var(--surface); border: 1px solid var(--muted); border-radius: 6px; box-shadow: 0 6px 20px rgb(0 0 0 / .16); max-block-size: 22rem; overflow-y: auto; }
.suggestions[hidden] { display: none; }
.suggestions li { padding: .5rem .625rem; border-radius: 4px; cursor: pointer; line-height: 1.5; }
.suggestions li:hover, .suggestions li[aria-selected=true] { background: var(--accent-ground); }
.suggestions span { color: var(--muted); font-size: .875rem; }
.field, .search input { inline-size: 100%; padding: .625rem .75rem; border: 1px solid var(--muted); border-radius: 6px; background: var(--surface); }
textarea.field { min-block-size: 9rem; line-height: 1.7; }
.button { display: inline-block; padding: .625rem 1.25rem; border: 1px solid var(--accent); border-radius: 6px; background: var(--accent); color: var(--on-accent); text-decoration: none; cursor: pointer; font-weight: 600; white-space: nowrap; }
.button:hover { filter: brightness(1.08); }
.button.quiet { background: transparent; color: var(--accent); }

.hero { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 21rem); gap: 2rem 4rem; align-items: end; padding-block: 1.75rem .5rem; }
.hero h1 { font-family: ${FONTS.serif}; font-size: clamp(1.75rem, 1.25rem + 2vw, 2.5rem); letter-spacing: .02em; }
.hero .lead { font-size: 1.0625rem; }
.entry { margin: 0; background: var(--surface); border: 1px solid var(--line); border-block-start: 4px solid var(--sun); border-radius: 8px; padding: 1.125rem 1.375rem 1.25rem; }
.entry h2 { margin-block-end: .25rem; } .entry p { font-size: .9375rem; color: var(--muted); }
.actions { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; margin-block-start: 1rem; }
@media (max-width: 60rem) { .hero { grid-template-columns: minmax(0, 1fr); padding-block-start: .5rem; } }
.gap { margin-block-start: 1rem; } .after { margin-block-start: 2rem; }

.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: 1rem; list-style: none; padding: 0; }
.cards.four { grid-template-columns: repeat(4, minmax(0, 1fr)); } .cards.three { grid-template-columns: repeat(3, minmax(0, 1fr)); }
@media (max-width: 60rem) { .cards.four, .cards.three { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
@media (max-width: 34rem) { .cards.four, .cards.three { grid-template-columns: minmax(0, 1fr); gap: .75rem; } }
.card { display: block; block-size: 100%; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: 1rem 1.125rem; color: inherit; text-decoration: none; }
a.card:hover { border-color: var(--accent); }
.card b { display: block; color: var(--accent); font-size: 1.0625rem; }
.card p { font-size: .875rem; color: var(--muted); margin-block-start: .25rem; line-height: 1.6; }

.items { list-style: none; padding: 0; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; }
.items > li { padding: .875rem 1.125rem; }
.items > li + li { border-block-start: 1px solid var(--line); }
.items .title { display: inline; font-size: 1.0625rem; line-height: 1.55; }
.items .about { display: flex; flex-wrap: wrap; column-gap: 1rem; font-size: .875rem; color: var(--muted); }
.items .snippet { font-size: .9375rem; line-height: 1.7; color: var(--ink); margin-block-start: .25rem; }
mark { background: none; color: inherit; font-weight: 600; box-shadow: inset 0 -.4em 0 rgb(224 165 38 / .3); }
.named { list-style: none; padding: .75rem 1rem; margin-block-end: 1rem; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; }
.named li { display: flex; gap: .75rem; padding-block: .25rem; } .named .kind { flex: none; color: var(--muted); font-size: .875rem; line-height: 1.75; }
.mark { display: inline-block; font-size: .8125rem; line-height: 1.5; padding: 0 .5em; border-radius: 3px; border: 1px solid currentColor; margin-inline-start: .5em; vertical-align: .1em; font-weight: 400; white-space: nowrap; }
.mark.good { color: var(--good); } .mark.warning { color: var(--warning); } .mark.danger { color: var(--danger); } .mark.muted { color: var(--muted); }

.split p.small { margin-block-end: .5rem; }
.split { display: grid; grid-template-columns: minmax(0, 15rem) minmax(0, 1fr); gap: 2rem; align-items: start; }
/* What was found comes first for whoever hears the page or goes by keys; the filters stand beside it, on a narrow screen below. */
.split > .found { grid-area: 1 / 2; } .split > .facets { grid-area: 1 / 1; }
.to-filters { display: none; margin-inline-start: 1rem; }
@media (max-width: 52rem) { .split { grid-template-columns: minmax(0, 1fr); gap: 1.25rem; } .split > .found, .split > .facets { grid-area: auto; } .to-filters { display: inline; } }
.facets details { border-block-end: 1px solid var(--line); }
.facets summary { padding-block: .625rem; cursor: pointer; font-weight: 600; }
.facets ul { list-style: none; padding: 0 0 .75rem; font-size: .9375rem; }
.facets li a { display: flex; justify-content: space-between; gap: .75rem; padding-block: .1875rem; text-decoration: none; color: var(--ink); }
.facets li a:hover { color: var(--accent); text-decoration: underline; }
.facets li a[aria-current] { color: var(--accent); font-weight: 600; }
.facets .count { color: var(--muted); }
.chosen { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0; margin-block-end: 1rem; }
.chosen a { display: inline-block; padding: .125rem .75rem; border: 1px solid var(--accent); border-radius: 99px; font-size: .875rem; text-decoration: none; background: var(--accent-ground); }
.chosen.years a:not([aria-current]) { background: var(--surface); border-color: var(--line); }
.chosen.years a[aria-current] { background: var(--accent); color: var(--on-accent); font-weight: 600; }
.pager { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-block-start: 1.25rem; }
.pager a, .pager b { min-inline-size: 2.5rem; text-align: center; padding: .375rem .625rem; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); text-decoration: none; }
.pager b { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }

.sheet { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: clamp(16px, 5vw, 3.5rem); }
.sheet > section { margin-block-start: 2rem; } .sheet > section:first-child { margin-block-start: 0; } .sheet > section > p { max-width: 46rem; }
h1 + .sheet, h1 + form { margin-block-start: 1.25rem; }
.slip { max-width: 44rem; padding: clamp(1.25rem, 4vw, 2rem); } .slip .state { font-size: 1.5rem; margin-block: .25rem; } .slip .now, .slip[data-sent-draft] .facts { font-size: 1.125rem; }
.picture { padding: clamp(.75rem, 3vw, 1.5rem); } .picture + section { margin-block-start: 1rem; } .chart svg { display: block; inline-size: 100%; block-size: auto; }
.rule { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; margin-block-end: .75rem; }
.rule summary { padding: .875rem 1.25rem; cursor: pointer; } .rule[open] summary { border-block-end: 1px solid var(--line); } .rule .text { padding: 1.25rem; }
.metadata { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); gap: 0 2rem; border-block: 1px solid var(--line); padding-block: .75rem; margin-block-end: 2rem; font-size: .9375rem; }
.metadata div { display: flex; gap: .75rem; padding-block: .1875rem; }
.metadata .whole { grid-column: 1 / -1; }
.metadata dt { color: var(--muted); flex: none; inline-size: 5em; } .metadata dd { margin: 0; } .metadata .mark { margin: 0; }
.text { max-width: var(--measure); margin-inline: auto; font-size: 1.0625rem; line-height: 1.95; }
.text > h1 { font-family: ${FONTS.serif}; text-align: center; font-size: 1.75rem; margin-block-end: 1.5rem; }
.text h2, .text h3, .text h4 { margin-block: 1.75em .5em; }
.text p { text-indent: 2em; margin-block: .5em; text-align: var(--edges); }
.text p.center { text-align: center; text-indent: 0; } .text p.right { text-align: right; text-indent: 0; }
.text ul, .text ol { padding-inline-start: 2.5em; margin-block: .5em; }
section.wide { overflow-x: auto; margin-block: 1.25rem; } .year { white-space: nowrap; } .wide th.agency { min-inline-size: 8em; text-align: start; } .wide th.figure { min-inline-size: 4.2em; }
figure .wide { overflow-x: auto; margin-block: .5rem; }
/* Where it is wider than the screen, the newest year is in sight and the older ones lie to the left. */
.picture .wide { direction: rtl; } .picture .wide.from-left { direction: ltr; } .picture .chart { direction: ltr; margin-right: auto; }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .9375rem; } .legend svg { inline-size: 1.25em; block-size: .75em; margin-inline-end: .4em; }
table { border-collapse: collapse; inline-size: 100%; font-size: .9375rem; }
caption { text-align: start; font-weight: 600; padding-block-end: .5rem; }
th, td { border: 1px solid var(--line); padding: .375rem .625rem; text-align: start; vertical-align: middle; line-height: 1.5; }
th { background: var(--raised); font-weight: 600; } .figure { text-align: end; }
.nearby h2 { font-size: 1rem; margin-block: 1.25rem .25rem; } .nearby ul { list-style: none; padding: 0; } .nearby li { padding-block: .25rem; }
.links { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; padding: 0; }
.files { list-style: none; padding: 0; } .files li { padding-block: .375rem; display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; }
.checksum summary { cursor: pointer; text-decoration: underline; text-underline-offset: .25em; text-decoration-thickness: 1px; padding-block: .0625rem; } .checksum span { word-break: break-all; }
.note { border-inline-start: 4px solid var(--accent); background: var(--accent-ground); padding: .75rem 1rem; border-radius: 0 6px 6px 0; margin-block: 1.25rem; max-width: 48rem; }
.note.warning { border-color: var(--warning); background: var(--warning-ground); }
.note.danger { border-color: var(--danger); background: var(--danger-ground); }
.note.good { border-color: var(--good); background: var(--good-ground); }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .375rem 1.5rem; } .facts dt { color: var(--muted); } .facts dd { margin: 0; }
@media (max-width: 30rem) { .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-block-end: .625rem; } }

.report { line-height: 1.9; font-size: 1.0625rem; max-width: 60rem; margin-inline: auto; padding-inline: clamp(1.25rem, 5vw, 4rem); }
.report ~ section { max-width: 60rem; margin-inline: auto; }
.report h1 { font-family: ${FONTS.serif}; text-align: center; margin-block-end: 1.5rem; }
.report h2 { margin-block: 2rem .5rem; } .report h3 { margin-block: .75rem 0; text-indent: 2em; }
.report p { text-indent: 2em; text-align: var(--edges); } .report p.sign, .report p.date { text-align: right; text-indent: 0; }
.report .table { overflow-x: auto; margin-block: 1rem; } .report td { text-align: center; }
.report th, .report td { padding-inline: .4375rem; text-wrap: balance; } .report th.head { text-align: center; min-inline-size: 3.4em; }
.report thead + tbody th.label:not([rowspan], [colspan]) { min-inline-size: 8em; }

.form { max-width: var(--measure); display: grid; gap: 1.5rem; }
.form fieldset { border: 0; padding: 0; margin: 0; min-inline-size: 0; display: grid; gap: 1.25rem; }
.form legend { font-size: 1.25rem; font-weight: 600; padding: 0; margin-block-end: .75rem; }
.form fieldset.inner { gap: .375rem; }
.form legend.label { font-size: 1rem; margin: 0; }
.form label, .form .label { display: block; font-weight: 600; }
.form .hint { display: block; font-size: .875rem; color: var(--muted); font-weight: 400; line-height: 1.6; }
.form .field { margin-block-start: .375rem; }
.form .fault { display: block; color: var(--danger); font-weight: 600; font-size: .9375rem; }
.form .has-fault { border-inline-start: 4px solid var(--danger); padding-inline-start: .875rem; }
.form .fields { display: grid; gap: 1.25rem; margin-block-start: .5rem; }
.form .again { display: block; margin-block-start: .375rem; color: var(--warning); font-size: .9375rem; font-weight: 600; } .form summary { cursor: pointer; }
.form .choices { display: flex; flex-wrap: wrap; gap: .25rem 1.75rem; margin-block-start: .375rem; }
@media (max-width: 34rem) { .form .choices { display: grid; } }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); gap: 1.25rem; align-items: end; }
input[type=file]::file-selector-button { font: inherit; margin-inline-end: .875rem; padding: .25rem .875rem; border: 1px solid var(--accent); border-radius: 6px; background: transparent; color: var(--accent); cursor: pointer; }
.form .choices label { font-weight: 400; display: flex; gap: .625rem; align-items: baseline; padding-block: .25rem; }
.form input[type=radio], .form input[type=checkbox] { inline-size: 1.15em; block-size: 1.15em; accent-color: var(--accent); flex: none; position: relative; inset-block-start: .15em; }

.paper-form { max-width: 48rem; } .paper-form h1 { font-family: ${FONTS.serif}; text-align: center; margin-block: .5rem 1rem; } .paper-form p { margin-block-end: .5rem; }
.paper-form th { inline-size: 12em; } .paper-form td span { display: inline-block; margin-inline-end: 1.25em; }
.paper-form tr { block-size: 3rem; } .paper-form .double { block-size: 5rem; } .paper-form .tall { block-size: 15rem; } .paper-form .date { text-align: end; vertical-align: bottom; padding-inline-end: 2em; }
@media (max-width: 34rem) { .paper-form th { inline-size: 34%; } }

.bottom { background: var(--surface); border-block-start: 1px solid var(--line); font-size: .875rem; color: var(--muted); }
.bottom .inside { padding-block: 2rem 3rem; display: grid; gap: .5rem; }
.bottom ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }

@media print {
  :root { ${cssProperties(LIGHT)} ${chartProperties("light")} color-scheme: light; }
  body { background: #fff; font-size: 11pt; }
  .top .tools, .columns, .trail, .facets, .pager, .bottom, .skip, .search, .no-print { display: none; }
  .sheet, .rule { border: 0; padding: 0; max-width: none; } .rule summary { padding: 0; border: 0; list-style: none; }
  details::details-content { content-visibility: visible; block-size: auto; display: block; }
  main.inside { padding-block: .5rem 0; }
  .paper-form { max-width: none; } .paper-form h1 { font-size: 16pt; margin-block: 0 8pt; } .paper-form th, .paper-form td { border-color: #000; background: none; }
  .paper-form tr { block-size: 10.5mm; } .paper-form .double { block-size: 17mm; } .paper-form .tall { block-size: 46mm; } a { color: inherit; text-decoration: none; } .text { max-width: none; }
  thead { display: table-header-group; } tr { break-inside: avoid; }
  h1, h2, h3, h4, caption { break-after: avoid; } .picture, section.wide { break-inside: avoid; }
  .report { font-size: 11pt; line-height: 1.7; } .report .table { overflow: visible; } .report table { font-size: 8pt; break-inside: avoid; }
  .report .table th, .report .table td { padding: 1.5pt 2pt; line-height: 1.4; min-inline-size: 0; }
}
`;
