//===- HtmlStyle.cpp - the style sheet of the HTML report -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HtmlParts.h"

llvm::StringRef pagesplit::htmlStyle() {
  return R"css(
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b1f24; --faint: #5c6670; --line: #d4d9de;
  --raised: #f4f6f8; --accent: #0b5cad; --bad: #a3261b; --heat: 11 92 173;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181c; --ink: #e4e8ec; --faint: #9aa5b0; --line: #333b44;
    --raised: #1d2329; --accent: #7db8f0; --bad: #ff9388; --heat: 92 163 232;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem 2rem 4rem; max-width: 100rem;
  background: var(--paper); color: var(--ink);
  font: 15px/1.45 system-ui, sans-serif;
}
h1 { font-size: 1.6rem; margin: 0 0 .3rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .4rem; }
p { max-width: 50rem; }
p, figcaption, caption { color: var(--faint); }
nav a { margin-right: 1.2em; }
a { color: var(--accent); }
code, .code { font-family: ui-monospace, "DejaVu Sans Mono", monospace;
  font-size: .92em; }
dl.facts { display: flex; flex-wrap: wrap; gap: .6rem 2.2rem; margin: 1rem 0; }
dl.facts dt { color: var(--faint); font-size: .85rem; }
dl.facts dd { margin: 0; font-size: 1.25rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding: .2rem 0 .6rem; }
caption span { display: block; max-width: min(58rem, 88vw); }
th, td { padding: .25rem .55rem; border-bottom: 1px solid var(--line);
  text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid var(--line); font-size: .85rem;
  vertical-align: bottom; background: var(--paper); }
th { font-weight: 600; }
tbody th[scope=row] { font-weight: 400; }
td.n, th.n { text-align: right; white-space: nowrap; }
td.zero { color: var(--line); }
td.users { max-width: 34rem; color: var(--faint); font-size: .88rem; }
.unused { color: var(--faint); }
.failed, .partial { color: var(--bad); }
table.matrix td { text-align: right; padding: .25rem .45rem; }
table.matrix td b { font-weight: 600; }
table.matrix small { display: block; opacity: .8; max-width: 4.2rem;
  margin-left: auto; }
table.matrix thead th { padding: .25rem .45rem; }
table.matrix thead th.n { font-size: .8rem; }
table.matrix thead th.n span { writing-mode: vertical-rl;
  transform: rotate(180deg); }
table.matrix tbody th { position: sticky; left: 0; background: var(--paper);
  min-width: 15rem; max-width: 20rem; }
.h1 { background: rgb(var(--heat) / .08); }
.h2 { background: rgb(var(--heat) / .15); }
.h3 { background: rgb(var(--heat) / .22); }
.h4 { background: rgb(var(--heat) / .30); }
.h5 { background: rgb(var(--heat) / .38); }
.h6 { background: rgb(var(--heat) / .46); }
tbody.word { border-top: 2px solid var(--line); }
tbody.word th[scope=rowgroup] { white-space: nowrap; }
tbody.word small { font-weight: 400; color: var(--faint); }
figure { margin: 1rem 0; }
svg.page { width: 100%; min-width: 62rem; height: auto; display: block; }
svg.page rect { stroke: var(--line); fill: var(--raised); }
svg.page rect.h1 { fill: rgb(var(--heat) / .10); }
svg.page rect.h2 { fill: rgb(var(--heat) / .18); }
svg.page rect.h3 { fill: rgb(var(--heat) / .26); }
svg.page rect.h4 { fill: rgb(var(--heat) / .34); }
svg.page rect.h5 { fill: rgb(var(--heat) / .42); }
svg.page rect.h6 { fill: rgb(var(--heat) / .50); }
svg.page rect.none { stroke-dasharray: 3 3; }
svg.page text { fill: var(--ink); font: 11px ui-monospace, "DejaVu Sans Mono",
  monospace; }
svg.page text.small { font-size: 9.2px; }
svg.page text.dim { fill: var(--faint); }
svg.page text.count { opacity: .8; }
svg.page .none + text { fill: var(--faint); }
svg.page line { stroke: var(--faint); stroke-width: 1; }
@media print {
  body { max-width: none; padding: 0; }
  .wide { overflow: visible; }
  table.matrix tbody th { position: static; }
  tr { break-inside: avoid; }
}
)css";
}
