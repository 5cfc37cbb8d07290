import type { Answer } from '../../criteria/assessment.ts';
import type { Level } from '../../criteria/scheme.ts';
import type { Day } from '../../register/day.ts';

/** What became of an answer that a certificate is about: its level and evidence are from there, or its evidence, or it stayed as it was. */
type Filling = 'level' | 'evidence' | 'kept';

/** A criterion that a certificate is about. */
export interface FilledPlace {
  /** Empty for the organisation's criteria. */
  readonly offerId: string;
  readonly criterion: string;
  readonly filling: Filling;
  /** The level that it proves at most; null where it is evidence to read. */
  readonly level: Level | null;
}

/** A certificate that the organisation says it holds, once for all criteria that it is about. */
export interface HeldCertificate {
  /** See certificates.json of the scheme. */
  readonly certificate: string;
  /** Its name in that list when it was said. */
  readonly name: string;
  readonly number: string;
  /** The last day of its validity. */
  readonly until: Day;
  /** Where others find it; empty where there is a document. */
  readonly link: string;
  /** The document of the library that shows it; empty where there is a link alone. */
  readonly document: string;
  /** The sentence by which answers name it as evidence. */
  readonly evidence: string;
  readonly places: readonly FilledPlace[];
  readonly by: string;
  readonly at: string;
}

/** A certificate as its organisation takes it along. */
export function toldCertificate({ certificate, name, number, until, link }: HeldCertificate) {
  return { certificate, name, number, until, link };
}

/** What a certificate fills in at a place as it is answered now: what was typed since stands for itself. Null where nothing is answered. */
export function fillingNow(
  { evidence }: Pick<HeldCertificate, 'evidence'>,
  { filling, level }: FilledPlace,
  answer: Answer | null | undefined,
): Filling | null {
  if (!answer || (answer.level === null && !answer.na && answer.evidence === '')) return null;
  const isFilled = answer.evidence === evidence || (filling === 'level' && answer.level === level);
  return isFilled ? filling : 'kept';
}

/** Those that are no longer valid on a day. */
export function overOn(held: readonly HeldCertificate[] | undefined, today: Day): HeldCertificate[] {
  return (held ?? []).filter(({ until }) => until < today);
}
