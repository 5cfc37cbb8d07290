import { checkField, keywordEnds } from './checkField.ts';
import { checkFormula } from './checkFormula.ts';
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

/** A field whose code is being collected; behind its separator stands only what it showed last. */
interface Field {
  code: string;
  collecting: boolean;
}

/** Elements whose text is the code of a field, as long as it collects. */
const coding = new Set(['instrText', 'delInstrText', 't']);

/**
 * Puts the codes of the fields of a text together (ECMA-376-1, 17.16), however many runs they are split over, and refuses
 * those that `checkField` refuses. What could change the word that says what a field does is refused as well.
 */
function createFieldWatch(): Required<XmlWatch> {
  const fields: Field[] = [];
  let piece: string | null = null;
  let pieceName = '';
  const interrupt = () => {
    const field = fields.at(-1);
    if (!field?.collecting) return;
    if (!keywordEnds(field.code)) refuse('officeRemote');
    field.code += '\0';
  };
  return {
    opened: ({ name, values }) => {
      if (name === 'fldSimple') values('instr').forEach(checkField);
      if (name === 'altChunk') refuse('officeChunk');
      if (name === 'Choice' || name === 'Fallback') interrupt();
      if (name === 'fldChar') for (const type of values('fldCharType')) turn(type.trim());
      if (!coding.has(name)) return;
      piece = '';
      pieceName = name;
    },
    text: (words) => {
      if (piece !== null) piece += words;
    },
    closed: (name) => {
      if (piece === null || name !== pieceName) return;
      const field = fields.at(-1);
      if (name !== 't') checkField(piece);
      if (field?.collecting && name !== 'delInstrText') field.code += piece;
      piece = null;
    },
  };

  function turn(type: string): void {
    if (type === 'begin') {
      interrupt();
      fields.push({ code: '', collecting: true });
      return;
    }
    const field = fields.at(-1);
    if (field?.collecting) checkField(field.code);
    if (field) field.collecting = false;
    if (type === 'end') fields.pop();
  }
}
