/** What an audit of a public log may find, and the code that the program then ends with; of several the smallest. */
export const findingCodes = {
  /** A head that was kept, or shown by someone else, is not the beginning of today's. */
  splitView: 1,
  /** The log is shorter than a head that was kept, or shown by someone else. */
  olderHead: 1,
  /** The head is not what its key and its witnesses sign. */
  badHead: 1,
  /** Neither the entries nor the tiles come to the root that was signed. */
  otherRoot: 1,
  changedEntry: 1,
  hiddenEntry: 1,
  rewrittenTile: 1,
  entryUnread: 1,
  noStatement: 3,
  otherStatement: 3,
  /** The open data say something else of a label than the log did last. */
  openDataDiffer: 3,
  notInOpenData: 3,
  notInLog: 3,
  /** The site serves keys of credentials that the log does not say, or not all that it says. */
  keysDiffer: 3,
  /** A status list is not the one that was entered last. */
  statusListDiffers: 3,
  /** A status list has ended, or does not say until when it holds. */
  statusListOld: 3,
  /** Between two entries of a status list, one of its versions was never entered. */
  statusListSkipped: 3,
  criteriaDiffer: 3,
  rootDiffers: 3,
  /** The trust bundle says something else than the log, of a label or of what files are checked by. */
  bundleDiffers: 3,
  /** The trust bundle names other files of a label than the log. */
  filesDiffer: 3,
  fewWitnesses: 4,
  /** An entry gives a later time than the one at which a witness saw it, or than now. */
  entryAhead: 5,
  /** An entry was made more than a day after the time that it gives. */
  entryLate: 5,
} as const;
export type FindingName = keyof typeof findingCodes;

/** One thing that is wrong, and where. */
export interface Finding {
  readonly name: FindingName;
  /** How many entries the head has that this is about. */
  readonly head?: number;
  /** The number of the entry, from 0. */
  readonly entry?: number;
  /** The time that the entry gives (ISO instant). */
  readonly time?: string;
  /** The number of the label. */
  readonly label?: string;
  /** What of the site it is about: a status list, a version of the criteria or of the root. */
  readonly served?: string;
  /** The path of the tile below the address of the log. */
  readonly tile?: string;
  /** What exactly, by the names of src/transparency/read/logFlaw.ts. */
  readonly flaw?: string;
}

/** Most findings that are told one by one: a log that is wrong throughout has as many as entries. */
const maxTold = 100;

/** Findings in the order in which they were made, those beyond the first hundred as a number alone. */
export class Findings {
  readonly told: Finding[] = [];
  #count = 0;
  #code = 0;

  get count(): number {
    return this.#count;
  }

  /** What the program ends with. */
  get code(): number {
    return this.#code;
  }

  add(finding: Finding): void {
    this.#count += 1;
    const code = findingCodes[finding.name];
    this.#code = this.#code === 0 ? code : Math.min(this.#code, code);
    if (this.told.length < maxTold) this.told.push(finding);
  }
}
