/** Logical properties throughout, so that Arabic is laid out from the right without a second style sheet. */
export const STYLES = `
:root { --ink:#1c2430; --soft:#5b6675; --line:#e2e6ec; --paper:#fff; --ground:#f4f6f9; --accent:#0b5cad;
  --good:#12744a; --good-bg:#e6f5ed; --look:#8a5a00; --look-bg:#fdf3dc; --bad:#b3261e; --bad-bg:#fdeceb; }
* { box-sizing:border-box }
body { margin:0; background:var(--ground); color:var(--ink); font:16px/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic","DejaVu Sans",sans-serif }
main { max-width:1080px; margin:0 auto; padding:2rem 1.25rem 4rem }
h1 { font-size:1.7rem; line-height:1.2; margin:0 }
h2 { font-size:1.15rem; margin:2.5rem 0 .8rem }
h3 { font-size:1.05rem; margin:0 }
p { margin:.3rem 0 }
.soft { color:var(--soft) }
.small { font-size:.86rem }
.card { background:var(--paper); border:1px solid var(--line); border-radius:14px; padding:1.25rem; margin-block-end:1rem; box-shadow:0 1px 2px #1c243010 }
.status { display:grid; grid-template-columns:1fr auto; gap:1rem 2rem; align-items:center }
.bar { height:10px; border-radius:5px; background:var(--line); overflow:hidden; min-width:14rem; margin-block-start:.4rem }
.bar > span { display:block; height:100%; background:var(--good); border-radius:5px }
.next { grid-column:1/-1; border-block-start:1px solid var(--line); padding-block-start:.9rem; font-size:1.05rem }
.pill { display:inline-flex; align-items:center; gap:.4em; border-radius:99px; padding:.12rem .7rem; font-size:.86rem; font-weight:600; white-space:nowrap; background:var(--ground); color:var(--soft) }
.pill::before { content:""; inline-size:.6em; block-size:.6em; border-radius:50%; background:currentColor }
.good { color:var(--good) } .pill.good { background:var(--good-bg) }
.look { color:var(--look) } .pill.look { background:var(--look-bg) }
.bad { color:var(--bad) } .pill.bad { background:var(--bad-bg) }
table { border-collapse:collapse; inline-size:100% }
th, td { text-align:start; padding:.55rem .6rem; border-block-end:1px solid var(--line); vertical-align:top }
tr:last-child td { border-block-end:0 }
th:first-child, td:first-child { min-inline-size:11rem }
th { font-size:.82rem; color:var(--soft); font-weight:600 }
.file { display:grid; grid-template-columns:minmax(15rem,22rem) 1fr; gap:1.5rem }
.file header { grid-column:1/-1; display:flex; flex-wrap:wrap; gap:.4rem 1rem; align-items:baseline; justify-content:space-between }
.picture { position:relative; margin:0 0 .6rem; border:1px solid var(--line); border-radius:8px; overflow:hidden; background:#ddd }
.picture img { display:block; inline-size:100%; block-size:auto }
.picture svg { position:absolute; inset:0; inline-size:100%; block-size:100% }
.picture rect, .picture polygon { fill:none; stroke-width:2.5; vector-effect:non-scaling-stroke }
.mark-bad { stroke:#e0352b } .mark-look { stroke:#e69a00 } .mark-good { stroke:#19a468 } .mark-neutral { stroke:#2f7fd6; stroke-dasharray:6 4 }
.message { border-inline-start:4px solid var(--line); padding:.1rem 0 .1rem .9rem; padding-inline:.9rem 0; margin-block:.8rem }
.message.bad { border-color:var(--bad) } .message.look { border-color:#e69a00 } .message.good { border-color:var(--good) }
.message strong { color:var(--ink); font-weight:650 }
.message .advice { color:var(--ink) }
.verified { margin:.8rem 0; color:var(--good) }
.verified summary { cursor:pointer; font-weight:600 }
.verified ul { list-style:none; margin:.5rem 0; padding:0 }
.verified li::before { content:"✓"; margin-inline-end:.5em; font-weight:700 }
.fields td:first-child { color:var(--soft); inline-size:38%; }
.fields td { padding-block:.35rem; overflow-wrap:anywhere }
.steps { display:flex; flex-wrap:wrap; gap:.3rem .9rem; margin-block-start:.8rem }
.timeline { list-style:none; margin:0; padding:0 }
.timeline > li { position:relative; padding-block:0 1.3rem; padding-inline:1.6rem 0; border-inline-start:2px solid var(--line); margin-inline-start:.5rem }
.timeline > li::before { content:""; position:absolute; inset-inline-start:-8px; inset-block-start:.35rem; inline-size:14px; block-size:14px; border-radius:50%; background:var(--accent) }
.timeline > li.past::before { background:var(--paper); border:2px solid var(--soft); inline-size:11px; block-size:11px; }
.timeline > li:last-child { border-color:transparent; padding-block-end:0 }
ul.why { margin:.2rem 0 0; padding-inline-start:1.2rem }
footer { margin-block-start:2.5rem; color:var(--soft); font-size:.86rem; overflow-wrap:anywhere }
bdi.code { font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace; font-size:.82rem }
@media (max-width:760px) { .file, .status { grid-template-columns:minmax(0,1fr) }
  .requirements thead { position:absolute; clip-path:inset(50%); inline-size:1px; overflow:hidden }
  .requirements tr { display:block; padding-block:.6rem; border-block-end:1px solid var(--line) } .requirements tr:last-child { border:0 }
  .requirements td { display:block; border:0; padding:.15rem 0 }
  th:first-child, td:first-child { min-inline-size:0 } }
@media print { body { background:#fff } .card { break-inside:avoid; box-shadow:none } }
`;
