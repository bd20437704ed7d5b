/** Characters that open items of lists; the private ones are what Word's Symbol and Wingdings bullets come as. */
const BULLET =
  /^(?:[•‣⁃◦▪▫■□●○◆◇★☆➢➤➔➜✓✔❖►▶▸∙⦁⚫◾◼\uf02d\uf06c\uf06e\uf071\uf076\uf09f\uf0a7\uf0a8\uf0b0\uf0b7\uf0d8\uf0e0\uf0fc]\s*|[-–—*·o]\s+)(?=\S)/u;
const NUMBERED = /^(\d{1,2})[.)]\s+(?=\S)/;
const LETTERED = /^(?:\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)|(?:[a-z]|[ivx]{1,4})[.)])\s+(?=\S)/;
const REFERENCE = /^\[\w{1,12}\]\s*(?=\S)/;

export type Marker =
  | { readonly kind: 'bullet'; readonly length: number }
  | { readonly kind: 'number'; readonly length: number; readonly number: number }
  | { readonly kind: 'letter' | 'reference'; readonly length: number };

/** The mark of a list item that a line opens with. */
export function markerOf(text: string): Marker | undefined {
  const bullet = BULLET.exec(text)?.[0];
  if (bullet !== undefined) return { kind: 'bullet', length: bullet.length };
  const numbered = NUMBERED.exec(text);
  if (numbered) return { kind: 'number', length: numbered[0].length, number: Number(numbered[1]) };
  const lettered = LETTERED.exec(text)?.[0];
  if (lettered !== undefined) return { kind: 'letter', length: lettered.length };
  const reference = REFERENCE.exec(text)?.[0];
  return reference === undefined ? undefined : { kind: 'reference', length: reference.length };
}

/** What a caption opens with, in the languages whose typesetting has a word for it that is seen often. */
const CAPTION =
  /^(?:fig(?:ure|ura|uur|\.)?|table|tab(?:elle|ela|la|leau|\.)?|abb(?:ildung|\.)?|listing|algorithm|chart|exhibit|box|scheme|рис(?:унок|\.)|таблица|cuadro|gráfico)\s*[A-Z]?\d{1,3}(?:[.-]\d{1,3})*(?:\s*[.:|–—]|\s+\p{Lu})|^[图表圖図]\s*\d/iu;

export function isCaption(text: string): boolean {
  return CAPTION.test(text);
}

/** What a footnote opens with; `isRaised` where it is a superscript. */
export function opensNote(text: string, isRaised: boolean): boolean {
  return isRaised
    ? /^(?:\d{1,3}|[*†‡§¶∗]{1,3})(?!\d)/u.test(text)
    : /^(?:\d{1,3}[.)]?\s+[\p{L}“"(]|[*†‡§¶∗]+\s*\S|\[\d{1,3}\]\s*\S|\(\d{1,3}\)\s*\S)/u.test(text);
}

/** How deep a numbered heading stands: "3.1 Methods" is 2; undefined where it is not numbered. */
export function headingDepth(text: string): number | undefined {
  const decimal = /^(?:§\s*)?(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=[\p{L}"“(])/u.exec(text)?.[1];
  if (decimal !== undefined) return decimal.split('.').length;
  const appendix = /^[A-Z](?:\.\d{1,2}){1,4}\.?\s+(?=\p{L})/u.exec(text)?.[0];
  if (appendix !== undefined) return appendix.trim().replace(/\.$/, '').split('.').length;
  if (
    /^(?:chapter|part|kapitel|chapitre|capítulo|глава|appendix|annex|anhang)\s+[\divxlc]+\b/iu.test(text) ||
    /^第.{1,3}[章编編部]/.test(text)
  )
    return 1;
  return undefined;
}

const LEADERS = /(?:[.·…_]\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,7}|[A-Z]-\d{1,3})\s*$|…\s*\d{1,4}$/;

/** Whether a line leads to a page by dots, as those of a table of contents do. */
export function leadsToPage(text: string): boolean {
  return LEADERS.test(text);
}

const CONTENTS =
  /^(?:(?:table of )?contents|list of (?:figures|tables|illustrations)|inhalt(?:sverzeichnis)?|sommaire|table des matières|índice(?: general)?|indice|contenido|sumário|содержание|оглавление|spis treści|inhoud(?:sopgave)?|innehåll|sisällys|obsah|目\s*[录錄次]|차\s*례|목\s*차)$/iu;

export function isContentsTitle(text: string): boolean {
  return CONTENTS.test(text.trim());
}

/** Whether a text ends as sentences do. */
export function endsSentence(text: string): boolean {
  return /[.!?…。！？؟:;：；]["'”’»›)\]）」』]*\s*(?:\[?\d{0,3}\]?)$/u.test(text.trimEnd());
}

const SECTION =
  /^(?:(?:\d{1,2}|[IVX]{1,5})\.?\s+)?(?:abstract|summary|executive summary|introduction|background|methods?|materials and methods|results|discussion|conclusions?|acknowledge?ments?|references|bibliography|literature cited|notes|appendix|foreword|preface|résumé|références|remerciements|zusammenfassung|einleitung|literatur(?:verzeichnis)?|danksagung|resumen|referencias|bibliografía|riassunto|bibliografia|аннотация|введение|заключение|список литературы|摘\s*要|引\s*言|结\s*论|参考文献|要\s*旨|はじめに|おわりに|초\s*록|참고\s*문헌)$/iu;

/** Whether a line is nothing but the name that a section of a paper or report usually has. */
export function isSectionName(text: string): boolean {
  return SECTION.test(text.trim()) && /^[^\p{Ll}]/u.test(text.trim());
}
