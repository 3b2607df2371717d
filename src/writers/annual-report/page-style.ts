/** The style of the page: legible on a phone, in the dark and on paper; tables scroll sideways by themselves. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --line: #8a8f98; --head: #eef2f6; --mark: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6e6; --paper: #16181c; --line: #6b7280; --head: #23272e; --mark: #ff8a80; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.9 "FangSong", "仿宋_GB2312", "仿宋", "Noto Serif SC", "Source Han Serif SC", serif; }
main { max-width: 56rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font: 600 1.75rem/1.5 "方正小标宋简体", "Noto Serif SC", "Source Han Serif SC", SimSun, serif; text-align: center; border-bottom: 3px solid var(--mark); padding-bottom: 1rem; margin: 0 0 1.5rem; text-wrap: balance; }
h2 { font: 700 1.25rem/1.6 SimHei, "黑体", "Noto Sans SC", "Source Han Sans SC", sans-serif; margin: 2rem 0 .5rem; }
h3 { font: 400 1.0625rem/1.9 KaiTi, "楷体_GB2312", "楷体", "LXGW WenKai", serif; margin: .5rem 0 0; text-indent: 2em; }
p { margin: 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
p.sign, p.date { text-indent: 0; text-align: right; padding-right: 2em; }
p.sign { margin-top: 2rem; }
p.date { padding-right: 4em; }
.table { overflow-x: auto; margin: .75rem 0; }
table { border-collapse: collapse; width: 100%; font: .875rem/1.5 SimSun, "宋体", "Noto Serif SC", serif; }
caption { text-align: left; padding: .25rem 0; font-weight: 600; }
th, td { border: 1px solid var(--line); padding: .3rem .4rem; text-align: center; font-weight: 400; }
thead th, th.head { background: var(--head); font-weight: 600; text-wrap: balance; }
th.label { text-align: left; }
@media screen { th { min-width: 3.8em; } }
td { font-variant-numeric: tabular-nums; }
@media print {
  :root { --ink: #000; --paper: #fff; --line: #000; --head: #fff; --mark: #000; }
  @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
  body { font-size: 16pt; line-height: 28pt; }
  main { padding: 0; max-width: none; }
  h1 { font-size: 22pt; border: 0; }
  h2, h3 { font-size: 16pt; break-after: avoid; }
  .table { overflow: visible; }
  table { font-size: 9pt; }
  thead { display: table-header-group; }
}
`;
