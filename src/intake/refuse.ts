import { type Fault, fault, LabelError } from '../errors.ts';
import type { ParamsOf } from '../messages.ts';

/** Why a file is not taken; each has its sentence under `faults.<code>`. */
export const intakeFaults = [
  'fileEmpty',
  'fileTooLarge',
  'fileUnknown',
  'fileFormat',
  'fileMarkup',
  'fileProgram',
  'fileArchive',
  'fileMedia',
  'filePicture',
  'fileExtension',
  'fileTwoFormats',
  'fileDamaged',
  'fileEncrypted',
  'fileTooComplex',
  'fileInfected',
  'fileCharacters',
  'tableFormula',
  'tableKind',
  'tableQuote',
  'tableTooLong',
  'pdfActive',
  'pictureTooLarge',
  'heicUnreadable',
  'officeMacros',
  'officeEmbedded',
  'officeRemote',
  'officeChunk',
  'officePath',
  'officeTooManyParts',
  'officeTooLarge',
] as const satisfies readonly Fault['code'][];
export type IntakeFault = (typeof intakeFaults)[number];

/** Throws `invalid` for the field `file`. */
export function refuse<Code extends IntakeFault>(code: Code, ...params: ParamsOf<`faults.${Code}`>): never {
  throw new LabelError('invalid', { faults: [fault('file', code, ...params)] });
}
