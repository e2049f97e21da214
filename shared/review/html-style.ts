/** Looks of the exported page, on screen and on paper; the tokens' light colours, written out since nothing is loaded. */
export const reviewStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { font: 400 14px/1.5 "Inter Variable", "JetBrains Mono Variable", Inter, "Liberation Sans", Arial, sans-serif; color: #17181b; background: #fff; }
body { margin: 0; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.5rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 0.25rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 0.5rem; padding-top: 0.5rem; border-top: 1px solid #e1e2e6; }
h3 { font-size: 1rem; margin: 1.25rem 0 0.25rem; }
h4, h5, h6 { font-size: 0.875rem; margin: 1rem 0 0.25rem; }
p, ul, ol, blockquote, pre, table, figure { margin: 0 0 0.75rem; }
.subtitle { color: #484b54; }
.exercise { display: inline-block; margin: 0 0 0.5rem; padding: 0.125rem 0.5rem; border: 2px solid #17181b; font-weight: 700; }
a { color: #1b5e9f; }
table { width: 100%; border-collapse: collapse; font-size: 0.8125rem; }
th, td { padding: 0.25rem 0.5rem 0.25rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #e1e2e6; }
thead th { color: #484b54; font-weight: 600; }
.whole { white-space: nowrap; }
.breakable { overflow-wrap: anywhere; }
tbody th { font-weight: 500; }
code, pre { font-family: "JetBrains Mono Variable", "Inter Variable", "JetBrains Mono", "Liberation Mono", monospace; font-size: 0.8125rem; font-variant-ligatures: none; }
pre { padding: 0.5rem 0.75rem; background: #f5f5f6; white-space: pre-wrap; overflow-wrap: anywhere; }
blockquote { margin-left: 0; padding-left: 0.75rem; border-left: 3px solid #868a95; color: #484b54; }
del { color: #484b54; }
figure svg { width: 100%; height: auto; }
figcaption { font-size: 0.75rem; color: #484b54; }
@page { size: A4; margin: 20mm 16mm 22mm; }
@media print {
  html { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  h2, h3, h4 { break-after: avoid; }
  tr, figure, blockquote { break-inside: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; }
}
`;
