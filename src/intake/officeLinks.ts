import { checkFormula } from './checkFormula.ts';
import type { XmlElement } from './readXml.ts';
import { refuse } from './refuse.ts';

/** In the same document, beside it, or on the same machine; not a path to a server (`\\…`, `//…`), nor any other scheme. */
const near = /^(#|file:\/\/\/(?![\\/])|[a-z]:[\\/]|(?![\\/]{2})[^:]*$)/i;

/** Whether an address leads nowhere but to the document, its neighbours or the reader's own machine. */
export function isNear(address: string): boolean {
  return near.test(address.trim());
}

/** Types of relationships to programs: macros of both ages (MS-OFFMACRO2, 2.2; Excel 4 sheets). */
const macros = /\/(vbaProject|wordVbaData|xl(Intl)?Macrosheet)$/i;

/** Refuses a relationship of Office Open XML (ECMA-376-2, 9.3) that brings macros or another document, or fetches something from elsewhere; a link waits for a click. */
export function checkRelationship({ name, values }: XmlElement): void {
  if (name !== 'Relationship') return;
  const types = values('Type');
  if (types.some((type) => macros.test(type.trim()))) refuse('officeMacros');
  if (types.some((type) => /\/aFChunk$/i.test(type.trim()))) refuse('officeChunk');
  if (!values('TargetMode').includes('External')) return;
  if (types.length > 0 && types.every((type) => /\/hyperlink$/.test(type))) return;
  const targets = values('Target');
  if (targets.length === 0 || !targets.every(isNear)) refuse('officeRemote');
}

/** Elements of Open Document whose address is followed on a click. */
const clicked = /^(a|form|button|area-(rectangle|circle|polygon))$/;
/** Elements of Open Document that ask another program for their content (DDE). */
const asking = /^dde-(source|link|connection|connection-decl)$/;

/** Refuses an element of Open Document (ODF 1.3) that is a script, another program's object, or fetched from elsewhere. */
export function checkOpenDocumentElement({ name, namespace, values }: XmlElement): void {
  if (name === 'script' || namespace.endsWith(':script:1.0')) refuse('officeMacros');
  if (name === 'object-ole' || name === 'applet' || name === 'plugin') refuse('officeEmbedded');
  if (asking.test(name)) refuse('officeRemote');
  if (!clicked.test(name) && !values('href').every(isNear)) refuse('officeRemote');
  for (const formula of [...values('formula'), ...values('expression'), ...values('condition')]) {
    checkFormula(formula);
  }
}

/** Refuses a file whose list of parts says that it holds macros, or that nobody can look into it. */
export function checkManifestElement({ name, values }: XmlElement): void {
  if (name === 'encryption-data') refuse('fileEncrypted');
  if (values('ContentType').some((type) => /macroenabled|vbaproject|macrosheet/i.test(type))) {
    refuse('officeMacros');
  }
}
