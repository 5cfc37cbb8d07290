import { badgeWords } from '../../src/i18n/badgeTitle.ts';
import { markField, markFragment, markInOneColour } from '../../src/issuing/drawing/mark.ts';

function svg(viewBox: string, elements: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}"><title>${badgeWords.fr.name}</title>${elements}</svg>\n`;
}

const field = `0 0 ${markField.width} ${markField.height}`;

/** The files of criteria/made-in-ess that are the mark, by name. */
export const assets: ReadonlyMap<string, string> = new Map([
  ['mark.svg', svg(field, markFragment('colour'))],
  ['mark-mono.svg', svg(field, markInOneColour('currentColor'))],
  ['favicon.svg', svg('-10 3 140 140', markFragment('colour'))],
]);
