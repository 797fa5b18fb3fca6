/** How the page looks: readable on a phone, in the dark and on paper. */
export const TIMELINE_STYLE = `
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif;--good:#1a7f4b;--ok:#2467b3;--wait:#888;--bad:#c22;--look:#b76b00}
body{max-width:46rem;margin:2rem auto;padding:0 1rem}
header{border-inline-start:.4rem solid var(--good);padding:.1rem 1rem}header.reject{border-color:var(--bad)}header.review{border-color:var(--look)}
header p{margin:.2rem 0}h1{font-size:1.6rem;margin:0}h2{font-size:1.15rem;margin:2rem 0 .5rem}ol{list-style:none;padding:0}
li{margin:.3rem 0}ol>li{border-inline-start:.25rem solid var(--good);padding:.2rem 1rem;margin:.9rem 0;break-inside:avoid}
li.signed{border-color:var(--ok)}li.unanchored{border-color:var(--wait);border-inline-start-style:dashed}li.broken{border-color:var(--bad)}
li.broken small{color:var(--bad)}dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem;margin:.2rem 0}
dt{opacity:.65}dd{margin:0;overflow-wrap:anywhere}.gone{font-style:italic;opacity:.65}small,span{opacity:.8}code{font-size:.9em}`;
