/** What can be wrong with what a log, or someone in its name, hands out. */
export type Flaw =
  | 'notUtf8'
  | 'controlCharacter'
  | 'tooLong'
  | 'noSignatures'
  | 'signatureLine'
  | 'tooManySignatures'
  | 'verifierKey'
  | 'keyId'
  | 'wrongSignature'
  | 'notSigned'
  | 'checkpointLines'
  | 'otherOrigin'
  | 'number'
  | 'base64'
  | 'hashLength'
  | 'cosignature'
  | 'futureCosignature'
  | 'tileLength'
  | 'fewEntries'
  | 'entryLength'
  | 'proofLines'
  | 'indexOutside'
  | 'proofLength'
  | 'otherRoot'
  | 'fewWitnesses'
  | 'otherStatement';

/** Thrown for whatever is not as the specifications of C2SP say; `flaw` is its name. */
export class LogFlaw extends Error {
  readonly flaw: Flaw;

  constructor(flaw: Flaw) {
    super(flaw);
    this.flaw = flaw;
  }
}
