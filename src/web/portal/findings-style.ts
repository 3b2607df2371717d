/** The look of a checked report on the public site: a sheet of paper with the notes in its margin, on a phone below each passage. */
export const FINDINGS_STYLE = `
.findings { display: flow-root; margin-block-start: 1.25rem; }
.findings .row { display: flex; flex-direction: column-reverse; }
.findings .paper, .findings .chrome { background: var(--surface); border-inline: 1px solid var(--line); padding: .125rem clamp(.875rem, 3vw, 2rem); }
.findings .paper p { margin-block: .45rem; text-indent: 2em; white-space: pre-wrap; text-align: justify; }
.findings .paper h3 { text-align: center; font-size: 1.3rem; margin-block: 1.25rem; } .findings .paper h4 { margin-block: 1.1rem .4rem; }
.findings .paper .picture { color: var(--muted); text-indent: 0; }
.findings .table { overflow-x: auto; margin-block: .6rem; } .findings .table table { font-size: .8125rem; }
.findings td { min-inline-size: 2.2em; padding: .25rem .4rem; } .findings td.figure { text-align: center; }
.findings .margin { display: flex; flex-direction: column; gap: .5rem; padding-block: .35rem; }
.findings .general { display: grid; gap: .5rem; margin-block-end: 1rem; max-inline-size: 48rem; }
.findings .note { margin: 0; background: var(--surface); border: 1px solid var(--line); border-inline-start: 4px solid var(--muted); padding: .5rem .75rem; font-size: .9375rem; line-height: 1.6; }
.findings .note .kind { font-weight: 600; font-size: .875rem; } .findings .note .kind span { font-weight: 400; color: var(--muted); margin-inline-start: .6em; }
.findings .note .source { color: var(--muted); font-size: .8125rem; }
.findings .note:target { outline: 3px solid var(--sun); }
.findings .note.error { border-inline-start-color: var(--danger); } .findings .error .kind { color: var(--danger); }
.findings .note.warning { border-inline-start-color: var(--warning); } .findings .warning .kind { color: var(--warning); }
.findings .note.question { border-inline-start-color: var(--accent); } .findings .question .kind { color: var(--accent); }
.findings mark, .findings td.error, .findings td.warning, .findings td.question { text-decoration: underline 2px; text-underline-offset: .25em; }
.findings mark.error, .findings td.error { background: var(--danger-ground); text-decoration-color: var(--danger); }
.findings mark.warning, .findings td.warning { background: var(--warning-ground); text-decoration-color: var(--warning); }
.findings mark.question, .findings td.question { background: var(--accent-ground); text-decoration-color: var(--accent); }
.findings sup { line-height: 0; } .findings .ref { font-size: .75rem; font-weight: 600; padding-inline: .25em; }
.findings .chrome { color: var(--muted); font-size: .9375rem; }
@media screen and (min-width: 64rem) {
  .findings .row, .findings .chrome, .findings .general { max-inline-size: calc(100% - 24rem); }
  .findings .row { display: block; } .findings .row .margin { float: right; clear: right; inline-size: 22.75rem; margin-inline-end: -24rem; }
}
@media print { .findings .chrome { display: none; } .findings .note { break-inside: avoid; } }
`;
