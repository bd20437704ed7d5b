// How pages look: one column of text, quiet, in the reader's light or dark, on any screen and on paper.

/**
 * The colors, by what they are for. Each of text has 4.5 : 1 and more on the page and on what is marked (WCAG 2.2, 1.4.3).
 */
const LIGHT = {
  page: '#fdfcf9',
  text: '#1c1b18',
  quiet: '#5f5c54',
  rule: '#d9d5ca',
  mark: '#fff1b8',
  edge: '#9a6b00',
  link: '#174ea6',
};
const DARK = {
  page: '#171614',
  text: '#ece9e1',
  quiet: '#a8a398',
  rule: '#3a3833',
  mark: '#4a3c10',
  edge: '#e0b84c',
  link: '#9ec1ff',
};

const variables = (colors: typeof LIGHT) =>
  Object.entries(colors)
    .map(([name, color]) => `--${name}:${color}`)
    .join(';');

export const STYLE = `
:root{color-scheme:light dark;${variables(LIGHT)}}
@media (prefers-color-scheme:dark){:root{${variables(DARK)}}}
*{box-sizing:border-box}
html{font:1.0625rem/1.6 "Iowan Old Style","Palatino Linotype",Palatino,"Source Serif 4","Noto Serif",Georgia,serif;background:var(--page);color:var(--text);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{max-width:38rem;margin:0 auto;padding:2.5rem 1.25rem 4rem;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .4rem;text-wrap:balance}
h2{font-size:1.2rem;line-height:1.3;margin:2.2rem 0 .6rem}
h3,h4{font-size:1.05rem;margin:1.8rem 0 .4rem}
p{margin:0 0 .9rem}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--link);outline-offset:3px;border-radius:2px}
.small,footer{font-size:.875rem;line-height:1.5;color:var(--quiet)}
header{margin-bottom:2rem}
header .small{margin:0}
.notice{border-inline-start:4px solid var(--edge);padding:.2rem 0 .2rem 1rem;margin:0 0 1.8rem}
.notice{padding-inline:1rem 0}
.quiet{color:var(--quiet)}
.passage{margin:1.4rem 0;padding-inline:1.1rem 0;border-inline-start:4px solid var(--edge)}
.passage p:last-child,.quiet p:last-child{margin-bottom:0}
mark{background:var(--mark);color:inherit;-webkit-box-decoration-break:clone;box-decoration-break:clone;padding:.08em 0}
blockquote{margin:0 0 .9rem;padding-inline:1rem 0;border-inline-start:1px solid var(--rule)}
pre,code{font:.875rem/1.5 ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
pre{margin:0 0 .9rem;padding:.7rem .9rem;border:1px solid var(--rule);border-radius:4px;overflow-x:auto;white-space:pre-wrap}
.row+p:not(.row){margin-top:.9rem}
.row{font:.875rem/1.5 ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;margin:0;padding:.15rem 0;border-bottom:1px solid var(--rule)}
[role=list]{margin:0 0 .9rem}
[role=listitem]{display:grid;grid-template-columns:1.6rem 1fr}
[role=listitem] p{margin-bottom:.35rem}
.marker{color:var(--quiet)}
.links{display:flex;flex-wrap:wrap;gap:.4rem 1.6rem;margin:1.6rem 0;padding:0;list-style:none}
details{border-top:1px solid var(--rule);padding:.9rem 0}
summary{cursor:pointer}
details h2{font-size:.875rem;font-weight:600;margin:1rem 0 .3rem;color:var(--quiet)}
details pre{user-select:all;margin:0}
footer{border-top:1px solid var(--rule);margin-top:2.5rem;padding-top:.9rem}
.at,.at a{scroll-margin-block-start:30vh}
:lang(zh),:lang(ja){line-height:1.85;font-style:normal;text-spacing-trim:normal;text-autospace:normal}
:lang(zh-Hans),:lang(zh-CN){font-family:"Songti SC","Noto Serif SC","Noto Serif CJK SC","Source Han Serif SC",SimSun,serif}
:lang(zh-Hant),:lang(zh-TW),:lang(zh-HK){font-family:"Songti TC","Noto Serif TC","Noto Serif CJK TC","Source Han Serif TC",PMingLiU,serif}
:lang(ja){font-family:"Hiragino Mincho ProN","Noto Serif JP","Noto Serif CJK JP",serif}
:lang(ar),:lang(fa),:lang(ur){font-family:"Noto Naskh Arabic","Geeza Pro","Traditional Arabic",serif;line-height:1.9}
:lang(he){font-family:"Noto Serif Hebrew","Times New Roman",serif}
pre:lang(zh),pre:lang(ja),pre:lang(ar),pre:lang(he){font-family:ui-monospace,Menlo,Consolas,monospace}
@media (min-width:48rem){html{font-size:1.1875rem}body{padding-top:4.5rem}}
@media (min-width:75rem){html{font-size:1.25rem}}
@media print{
:root{${variables({ ...LIGHT, page: '#fff', mark: '#fff' })}}
html{font-size:11pt}
body{max-width:none;padding:0}
mark{text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.2em;padding:0}
.links a::after{content:" <" attr(href) ">";overflow-wrap:anywhere}
details{break-inside:avoid}
details:not([open]){display:none}
.passage,blockquote,pre{break-inside:avoid}
h2,h3,h4{break-after:avoid}
}
`.replace(/\n/g, '');
