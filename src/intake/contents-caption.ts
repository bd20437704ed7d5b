// Recognizes the caption of a table of contents.
const CAPTION =
  /^(?:(?:table of )?contents|inhalt(?:sverzeichnis)?|table des matières|sommaire|índice|sumário|indice|sommario|inhoud(?:sopgave)?|innehåll(?:sförteckning)?|indhold(?:sfortegnelse)?|innhold|sisällys(?:luettelo)?|spis treści|obsah|содержание|оглавление|目录|目錄|目次|차례|목차)\s*:?$/i;

/** Whether words are what stands above a table of contents: `Contents`, in some languages. */
export function isContentsCaption(words: string): boolean {
  return CAPTION.test(words.trim());
}
