/** The look of the page of findings: a sheet of paper with notes in its margin. One column on a phone, no scripts, prints well. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ink:#1c1f23;--soft:#5c6570;--line:#d8dde3;--ground:#f3f4f6;--paper:#fff;--error:#b3261e;--error-bg:#fdecea;--warning:#8a5a00;--warning-bg:#fff4d9;--question:#1d5fa8;--question-bg:#e8f1fc;--good:#256b3a;
--serif:"Songti SC","Noto Serif CJK SC","Noto Serif SC","Source Han Serif SC",SimSun,"宋体",serif;--sans:-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
@media (prefers-color-scheme:dark){:root{--ink:#e6e8eb;--soft:#a3acb7;--line:#3a414a;--ground:#14171a;--paper:#1d2125;--error:#ff8a80;--error-bg:#3d1f1d;--warning:#ffcf70;--warning-bg:#3a2e12;--question:#8fc1ff;--question-bg:#17293f;--good:#8fd6a4}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:1rem}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.7 var(--sans)}
a{color:var(--question);text-underline-offset:.2em}
main{max-width:80rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1{font-size:1.6rem;line-height:1.35;margin:0 0 .25rem;letter-spacing:.02em}
.lead{color:var(--soft);margin:0 0 1.5rem}
.index{width:100%;border-collapse:collapse;background:var(--paper);border:1px solid var(--line);border-radius:.5rem;overflow:hidden;font-size:.95rem}
.index th,.index td{padding:.5rem .75rem;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}
.index th{color:var(--soft);font-weight:500;white-space:nowrap}
.index td:first-child{overflow-wrap:anywhere}.index th:nth-last-child(-n+3){text-align:right}.index td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.index tr:last-child td{border-bottom:0}
.index .zero{color:var(--soft)}
.index .error{color:var(--error);font-weight:600}.index .warning{color:var(--warning);font-weight:600}.index .question{color:var(--question)}
.filters{margin:1rem 0 0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;color:var(--soft);font-size:.95rem}
.filters label{cursor:pointer}
body:has(#show-error:not(:checked)) .note.error,body:has(#show-warning:not(:checked)) .note.warning,body:has(#show-question:not(:checked)) .note.question{display:none}
.report{margin:3rem 0 0}
.report>header{border-bottom:2px solid var(--ink);padding-bottom:.5rem;margin-bottom:1rem}
.report h2{font-size:1.25rem;margin:0;line-height:1.45}
.report header p{margin:.15rem 0 0;color:var(--soft)}
.unreadable{border-left:.25rem solid var(--error);background:var(--error-bg);padding:.75rem 1rem}
.reading{margin:0 0 1rem;padding:0 0 0 1.25rem;color:var(--soft);font-size:.9rem}
.report{display:flow-root}
.row{display:flex;flex-direction:column-reverse}
.general{max-width:48rem;margin:0 0 1rem;display:flex;flex-direction:column;gap:.5rem}
.general h3{font-size:.95rem;margin:0;color:var(--soft);font-weight:500}
@media screen and (min-width:64rem){.row,.paper,.chrome,.general{max-width:calc(100% - 24rem)}.row{display:block}.row .paper{max-width:none}.row .margin{float:right;clear:right;width:22.75rem;margin-right:-24rem}}
.paper{background:var(--paper);padding:.1rem 2rem;font-family:var(--serif);font-size:1.02rem;border-inline:1px solid var(--line)}
.paper p{margin:.45rem 0;text-indent:2em;white-space:pre-wrap;overflow-wrap:anywhere;text-align:justify}
.paper h3{font-size:1.3rem;text-align:center;margin:1.25rem 0;line-height:1.5;overflow-wrap:anywhere}
.paper h4{font-size:1.08rem;font-family:var(--sans);margin:1.1rem 0 .4rem}
.paper .picture{color:var(--soft);text-indent:0;font-family:var(--sans);font-size:.92rem}
.table{overflow-x:auto;margin:.6rem 0}
.table table{border-collapse:collapse;width:100%;font-size:.86rem;line-height:1.45}
.table td{border:1px solid var(--line);padding:.25rem .4rem;min-width:2.2em;overflow-wrap:anywhere}
.table td.figure{text-align:center;font-variant-numeric:tabular-nums}
.table td.error{background:var(--error-bg);outline:2px solid var(--error);outline-offset:-2px}.table td.warning{background:var(--warning-bg);outline:2px solid var(--warning);outline-offset:-2px}.table td.question{background:var(--question-bg);outline:2px solid var(--question);outline-offset:-2px}
mark{color:inherit;border-radius:.15em;padding:.05em 0}
mark.error{background:var(--error-bg);box-shadow:0 .12em 0 var(--error)}mark.warning{background:var(--warning-bg);box-shadow:0 .12em 0 var(--warning)}mark.question{background:var(--question-bg);box-shadow:0 .12em 0 var(--question)}
sup{line-height:0}.ref{font:600 .68rem var(--sans);text-decoration:none;padding:0 .2em}.ref.error{color:var(--error)}.ref.warning{color:var(--warning)}.ref.question{color:var(--question)}
.margin{display:flex;flex-direction:column;gap:.5rem;padding:.35rem 0 .25rem}
.note{background:var(--paper);border:1px solid var(--line);border-left:.25rem solid var(--soft);border-radius:.35rem;padding:.5rem .75rem;font-size:.92rem;line-height:1.6}
.note:target{box-shadow:0 0 0 3px var(--question)}
.note p{margin:.15rem 0;overflow-wrap:anywhere}
.note .kind{font-weight:600;font-size:.85rem}.note .kind span{font-weight:400;color:var(--soft);margin-left:.6em}
.note .kind b{display:inline-block;min-width:1.5em;text-align:center;border-radius:1em;color:var(--paper);margin-right:.25em;font-size:.8em}
.note.error{border-left-color:var(--error)}.note.error .kind{color:var(--error)}.note.error b{background:var(--error)}
.note.warning{border-left-color:var(--warning)}.note.warning .kind{color:var(--warning)}.note.warning b{background:var(--warning)}
.note.question{border-left-color:var(--question)}.note.question .kind{color:var(--question)}.note.question b{background:var(--question)}
.note .source{color:var(--soft);font-size:.8rem}.note code{font-size:.95em}
.decided{opacity:.7}.decision{color:var(--good)}
.chrome{background:var(--paper);border-inline:1px solid var(--line);padding:.4rem 2rem;color:var(--soft);font-size:.9rem}
.clean{background:var(--paper);border:1px solid var(--line);border-radius:.35rem;padding:.5rem 1rem;color:var(--good)}
.top{font-size:.85rem}
@media (max-width:40rem){main{padding:1rem .75rem 3rem}.index th,.index td{padding:.4rem .35rem}.paper{padding:.1rem .9rem}.index .wide{display:none}}
@media print{body{background:#fff;font-size:11pt}.filters,.top,.chrome{display:none}.note,.paper{border-color:#999}.report{break-before:page}.note{break-inside:avoid}}
`;
