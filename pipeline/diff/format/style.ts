// How the page of a diff looks: in light, in the dark, and on paper, where nothing may hang on colour. What it says is in html.ts.

/** Pairs of ink and ground are AA (4.5 : 1) at least. */
const LIGHT =
  '--paper:#fdfdfb;--ink:#1c1b19;--soft:#57534e;--line:#d8d5cf;--link:#1d4ed8;--ins:#0a4a20;--ins-ground:#d8f3df;--del:#8a1414;--del-ground:#fde2e0;' +
  '--w3:#fff;--w3-ground:#991b1b;--w2:#fff;--w2-ground:#1e40af;--w1:#fff;--w1-ground:#57534e;--w0:#57534e;--w0-ground:#fdfdfb';
const DARK =
  '--paper:#17171a;--ink:#e9e7e4;--soft:#b3afa9;--line:#3d3d43;--link:#93b4ff;--ins:#a9ecbd;--ins-ground:#12351f;--del:#ffc2bd;--del-ground:#451a1b;' +
  '--w3:#2b0606;--w3-ground:#fca5a5;--w2:#06142e;--w2-ground:#93c5fd;--w1:#1c1b19;--w1-ground:#cfcac3;--w0:#b3afa9;--w0-ground:#17171a';

const SCREEN = `
:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:2.5rem 1.25rem 4rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Charter,"Bitstream Charter",Georgia,Cambria,serif;overflow-wrap:anywhere}
h1,h2,h3,dl,nav,.facts,.key,.toggle{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 1rem}
h2{font-size:1.15rem;line-height:1.3;margin:2.5rem 0 .75rem}
h3{font-size:1rem;line-height:1.4;margin:0}
a{color:var(--link)}
h3 a{color:inherit;text-decoration:none}
h3 a:hover,h3 a:focus{text-decoration:underline}
dl{display:grid;grid-template-columns:auto 1fr;gap:.15rem .9rem;margin:0 0 1.25rem;font-size:.95rem}
dt{color:var(--soft)}
dd{margin:0;font-weight:600}
.counts{font-size:1.15rem;margin:0 0 .5rem}
.key,.toggle,.facts{font-size:.875rem;color:var(--soft)}
.key,.toggle{margin:.25rem 0}
nav{border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.25rem;margin:2rem 0 0}
nav h2{margin:0 0 .5rem}
nav ol{margin:0;padding:0;list-style:none;font-size:.9375rem}
nav li{padding:.4rem 0;border-top:1px solid var(--line)}
nav li:first-child{border-top:0}
article{border-top:1px solid var(--line);padding:1.1rem 0 1.2rem}
article:target{outline:2px solid var(--link);outline-offset:.5rem}
.facts{margin:.15rem 0 .5rem}
.words p{margin:0;padding:0 0 .5rem}
.words p.came{border-left:.25rem solid var(--ins);padding-left:.75rem}
.words p.went{border-left:.25rem double var(--del);padding-left:.75rem}
.came ins{text-decoration:none}
.weight{display:inline-block;margin-right:.5rem;padding:.05rem .5rem;border:1px solid currentColor;border-radius:1rem;font:600 .75rem/1.4 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
.w3 .weight,.weight.w3{color:var(--w3);background:var(--w3-ground)}
.w2 .weight,.weight.w2{color:var(--w2);background:var(--w2-ground)}
.w1 .weight,.weight.w1{color:var(--w1);background:var(--w1-ground)}
.w0 .weight,.weight.w0{color:var(--w0);background:var(--w0-ground)}
ins{color:var(--ins);background:var(--ins-ground);text-decoration:underline;text-decoration-thickness:.08em;text-underline-offset:.15em;unicode-bidi:isolate}
del{color:var(--del);background:var(--del-ground);text-decoration:line-through;unicode-bidi:isolate}
ins,del{padding:.05em .15em;border-radius:.2em;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;user-select:none}
.skip:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
body:has(#hide:checked) .w0{display:none}`;

const PAPER = `
@page{size:A4;margin:18mm 20mm}
@media print{
:root{color-scheme:light;${LIGHT};--paper:#fff;--ink:#000;--soft:#333}
body{max-width:none;padding:0;font-size:10.5pt;line-height:1.45}
.toggle,.skip{display:none}
a{color:inherit;text-decoration:none}
nav,article{break-inside:avoid}
article.long{break-inside:auto}
h1,h2,h3,.facts{break-after:avoid}
p{orphans:3;widows:3}
.weight.weight{color:#000;background:none}
ins,del{print-color-adjust:exact;-webkit-print-color-adjust:exact}
ins{font-weight:600}
.came ins{font-weight:inherit}
}`;

export const STYLE = `${SCREEN}${PAPER}\n`;
