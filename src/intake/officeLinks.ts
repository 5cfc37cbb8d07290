import type { XmlElement } from './readXml.ts';
import { refuse } from './refuse.ts';

/** In the same document, beside it, or on the same machine; not a path to a server (`\\…`, `//…`), nor any other scheme. */
const near = /^(#|file:\/\/\/(?![\\/])|[a-z]:[\\/]|(?![\\/]{2})[^:]*$)/i;

/** Refuses a relationship of Office Open XML (ECMA-376-2, 9.3) that fetches something from elsewhere; a link waits for a click. */
export function checkRelationship({ name, attributes }: XmlElement): void {
  if (name !== 'Relationship' || attributes.get('TargetMode') !== 'External') return;
  if (/\/hyperlink$/.test(attributes.get('Type') ?? '')) return;
  if (!near.test(attributes.get('Target')?.trim() ?? '')) refuse('officeRemote');
}

/** Elements of Open Document whose address is followed on a click. */
const clicked = /^(a|form|button|area-(rectangle|circle|polygon))$/;

/** Refuses an element of Open Document (ODF 1.3) that is a script, another program's object, or fetched from elsewhere. */
export function checkOpenDocumentElement({ name, namespace, attributes }: XmlElement): void {
  if (name === 'script' || namespace.endsWith(':script:1.0')) refuse('officeMacros');
  if (name === 'object-ole' || name === 'applet' || name === 'plugin') refuse('officeEmbedded');
  const address = attributes.get('href');
  if (address !== undefined && !clicked.test(name) && !near.test(address.trim())) refuse('officeRemote');
}

/** Refuses a file whose list of parts says that it holds macros, or that nobody can look into it. */
export function checkManifestElement({ name, attributes }: XmlElement): void {
  if (name === 'encryption-data') refuse('fileEncrypted');
  if (/macroenabled|vbaproject/i.test(attributes.get('ContentType') ?? '')) refuse('officeMacros');
}
