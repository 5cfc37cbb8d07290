/** What can be wrong with the files of a scheme. */
export type SchemeFaultCode =
  | 'missingFile'
  | 'unknownFile'
  | 'badYaml'
  | 'duplicateKey'
  | 'unknownKey'
  | 'missingKey'
  | 'wrongType'
  | 'wrongValue'
  | 'wrongCount'
  | 'tooLong'
  | 'wrongFolder'
  | 'duplicateId'
  | 'danglingTheme'
  | 'danglingFact'
  | 'danglingCriterion'
  | 'factOutOfScope'
  | 'unknownOption'
  | 'optionsMissing'
  | 'partOfOtherUnit'
  | 'emptyTheme'
  | 'weightsNotSumming'
  | 'thresholdOrder'
  | 'mandatoryMismatch'
  | 'badFormula'
  | 'missingText'
  | 'unknownText'
  | 'naWithoutReason'
  | 'naUnbound'
  | 'conditionWithoutNa'
  | 'noLevel'
  | 'reasonWithoutNa';

/** One fault of a scheme, with the file and the line (from 1) where it stands; `detail` says which key, id or value. */
export interface SchemeFault {
  readonly code: SchemeFaultCode;
  readonly file: string;
  readonly line: number;
  readonly detail: string;
}

/** Every fault found in the files of a scheme, for the people who write criteria; its message has one line a fault. */
export class SchemeError extends Error {
  readonly faults: readonly SchemeFault[];

  constructor(faults: readonly SchemeFault[]) {
    super(faults.map(({ file, line, code, detail }) => `${file}:${line} ${code} ${detail}`).join('\n'));
    this.name = 'SchemeError';
    this.faults = faults;
  }
}
