// Numbers of the drawings (bars, dots, lines) stand in their SVG; here is only how they look, in light, in dark and on paper.

const LIGHT = `--paper:#ffffff;--card:#f4f6f8;--ink:#16202a;--soft:#52606d;--line:#c9d2da;--band:#e3eef0;--good:#0b6e66;--bad:#b3430c;--bar:#2b6c9e;--k1:#2b6c9e;--k2:#b3430c;--k3:#8a9aa8;--k4:#c9b26b;--k5:#6d4c9f;--focus:#0b57d0`;
const DARK = `--paper:#12171c;--card:#1b2229;--ink:#e8edf1;--soft:#a9b6c1;--line:#3b4752;--band:#1d3238;--good:#5cc8bb;--bad:#f2915c;--bar:#6cb0e0;--k1:#6cb0e0;--k2:#f2915c;--k3:#8595a3;--k4:#d6c27c;--k5:#b79ae6;--focus:#8ab4f8`;

/** The style of a page, for a `<style>` element. */
export const PAGE_STYLE = `
:root{${LIGHT};color-scheme:light}
@media screen and (prefers-color-scheme:dark){:root{${DARK};color-scheme:dark}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
a{color:inherit}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.skip{position:absolute;left:-999rem;background:var(--paper);padding:.5rem 1rem;z-index:1}
.skip:focus{left:.5rem;top:.5rem}
header,main,footer{max-width:76rem;margin:0 auto;padding:0 1rem}
header{padding-top:1.5rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}
h2{font-size:1.25rem;margin:0 0 .5rem}
h3{font-size:1rem;margin:0 0 .25rem}
section{border-top:1px solid var(--line);margin-top:2rem;padding-top:1.25rem}
p{margin:.25rem 0 .75rem;max-width:46rem}
header p{max-width:none}
.soft,figcaption,.caption{color:var(--soft)}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:1rem 0 0;padding:0}
nav a{display:inline-block;padding:.25rem 0}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.75rem;margin:1.25rem 0 0;padding:0;list-style:none}
.cards li{background:var(--card);border-radius:.5rem;padding:.75rem .9rem}
.cards b{display:block;font-size:1.35rem;line-height:1.3;overflow-wrap:anywhere}
.cards span{display:block;color:var(--soft);font-size:.875rem}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1.5rem 2.5rem;margin-top:1.25rem}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,34rem),1fr));gap:1rem 2.5rem;align-items:start;margin-top:1rem}
.pair .table{margin:0}
@media screen and (min-width:76rem){.uneven{grid-template-columns:2fr 3.2fr}.uneven th,.uneven td{padding:.3rem .35rem}}
.wide{grid-template-columns:repeat(auto-fit,minmax(min(100%,30rem),1fr))}
figure{margin:0;min-width:0;break-inside:avoid}
figcaption{font-size:.875rem;margin-bottom:.5rem}
svg{display:block;overflow:visible;font-size:13px}
svg text{fill:var(--ink)}
svg .quiet{fill:var(--soft)}
.track{stroke:var(--line);stroke-width:2}
.target{stroke:var(--ink);stroke-width:2}
.limit{stroke:var(--ink);stroke-width:1.5;stroke-dasharray:4 3}
.grid{stroke:var(--line);stroke-width:1}
.band{fill:var(--band)}
.met{fill:var(--good)}
.unmet{fill:var(--paper);stroke:var(--bad);stroke-width:2.5}
.within{fill:var(--good)}
.beyond{fill:var(--bad)}
.mixed{fill:var(--soft)}
.k0{fill:var(--bar)}.k1{fill:var(--k1)}.k2{fill:var(--k2)}.k3{fill:var(--k3)}.k4{fill:var(--k4)}.k5{fill:var(--k5)}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.15rem 1rem;margin:0 0 .5rem;padding:0;font-size:.875rem;color:var(--soft)}
.legend svg{display:inline-block;vertical-align:-.1em;margin-right:.4em}
.scroll{overflow-x:auto;position:relative;background:linear-gradient(to left,var(--paper),transparent) right/2.5rem 100% no-repeat local,linear-gradient(to left,var(--line),transparent) right/1.25rem 100% no-repeat scroll}
.hint{display:none;color:var(--soft);font-size:.875rem;margin:.35rem 0 0}
table{border-collapse:collapse;font-size:.9rem;width:100%}
.table{min-width:0;margin:.75rem 0}
.caption{font-size:.875rem;margin:0 0 .35rem}
th,td{padding:.3rem .6rem;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}
thead th{vertical-align:bottom}
thead th.n{white-space:normal}
.n{text-align:right;white-space:nowrap}
th[scope=row]{font-weight:600;min-width:9ch;max-width:16rem;overflow-wrap:anywhere;position:sticky;left:0;background:var(--paper)}
tfoot th,tfoot td{border-top:2px solid var(--line);font-weight:600}
.yes{color:var(--good)}.no{color:var(--bad)}
details{margin:.5rem 0}
summary{cursor:pointer;padding:.25rem 0}
blockquote{margin:.25rem 0 .5rem;padding-left:.9rem;border-left:3px solid var(--line);max-width:46rem}
.apart{margin-top:1.75rem}
code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.9em}
.list{list-style:none;margin:1rem 0 0;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:1rem 2.5rem}
.list li{min-width:0;break-inside:avoid}
.list p{margin:.1rem 0}
.list details{margin:0;font-size:.9rem}
.list details ul{margin:.25rem 0;padding-left:1.1rem}
.examples{font-size:.9rem;padding-left:1.1rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
footer{margin-top:2rem;padding-bottom:2rem;color:var(--soft);font-size:.875rem}
@media screen and (max-width:40rem){.hint{display:block}}
@media (max-width:30rem){th,td{padding:.3rem .45rem}h1{font-size:1.35rem}th[scope=row]{max-width:9rem}}
@page{margin:14mm}
@media print{
html{font-size:9.5pt}
body{print-color-adjust:exact;-webkit-print-color-adjust:exact}
header,main,footer{max-width:none;padding:0}
nav,.skip,.list summary{display:none}
section{margin-top:1.25rem;padding-top:.75rem}
.cards{grid-template-columns:repeat(3,1fr)}
.charts{grid-template-columns:repeat(3,1fr);gap:1rem 1.75rem}
.wide,.pair,.list{grid-template-columns:1fr 1fr;gap:1rem 1.75rem}
.uneven{grid-template-columns:1fr}
h2,h3,figcaption,.caption{break-after:avoid}
tr,blockquote{break-inside:avoid}
th,td{padding:.2rem .4rem}
th[scope=row]{position:static}
tfoot{display:table-row-group}
.scroll{overflow:visible;background:none}
details::details-content{content-visibility:visible;block-size:auto}
summary{list-style:none}
svg{font-size:11px}
}
`;
