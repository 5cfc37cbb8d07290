import { charsetOf } from './checkText.ts';
import { refuse } from './refuse.ts';
import { tableCells } from './tableCells.ts';

/** Signs that make a formula of a cell, in both widths (they are one to some programs). */
const formula = /^\s*[=＝@＠]/;
const signed = /^\s*[+＋\-－]/;
/** After a sign: nothing, or a number, an amount, a telephone number, with its unit; then perhaps a separator that others read. */
const number =
  /^\s*[+＋\-－/]+\s*(?:\(?[.,]?\d[\d\s.,:'’/()-]*(?:e[+-]?\d+)?[\p{L}%‰°€$£²³/.\s]*)?["”»]?\s*(?:$|[,;\t])/iu;
/** What is longer than this before it ends is no number. */
const maxLength = 100;

/** Refuses a table in which a program would read a cell as a formula; what separates cells depends on who opens it, so each way is tried. */
export function checkTable(bytes: Buffer): void {
  const text = bytes.toString(charsetOf(bytes) === 'utf-8' ? 'utf8' : 'latin1').replace(/^\ufeff/, '');
  const declared = /^"?sep=([^\r\n])/i.exec(text)?.[1];
  for (const separator of new Set([';', ',', '\t', ...(declared ? [declared] : [])])) {
    for (const { content, line } of tableCells(text, separator)) {
      const isNumber = () =>
        number.test(content.length > maxLength ? `${content.slice(0, maxLength)}…` : content);
      if (formula.test(content) || (signed.test(content) && !isNumber())) refuse('tableFormula', { line });
    }
  }
}
