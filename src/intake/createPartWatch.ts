import { checkFormula } from './checkFormula.ts';
import { createFieldWatch } from './createFieldWatch.ts';
import type { XmlWatch } from './readXml.ts';
import { refuse } from './refuse.ts';

/** Elements of a sheet or workbook whose text is a formula. */
const formulas = new Set(['f', 'formula', 'formula1', 'formula2', 'definedName', 'calculatedColumnFormula']);
/** Roots of sheets of macros (MS-XLSX, Excel 4). */
const macros = new Set(['macrosheet', 'intlMacrosheet']);

/** Refuses what acts in a part of Office Open XML: fields of a text, formulas, links to other programs, sheets of macros. */
export function createPartWatch(): XmlWatch {
  const fields = createFieldWatch();
  let formula: string | null = null;
  return {
    opened: (element) => {
      const { name } = element;
      if (macros.has(name)) refuse('officeMacros');
      if (name === 'html') refuse('officeChunk');
      if (name === 'ddeLink') refuse('officeRemote');
      if (formulas.has(name)) formula = '';
      fields.opened(element);
    },
    text: (words) => {
      if (formula !== null) formula += words;
      fields.text(words);
    },
    closed: (name) => {
      if (formula !== null && formulas.has(name)) {
        checkFormula(formula);
        formula = null;
      }
      fields.closed(name);
    },
  };
}
