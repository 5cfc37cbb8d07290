import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Answer, Facts } from '../../../src/criteria/assessment.ts';
import type { Described } from '../../../src/criteria/offer.ts';
import type { Level } from '../../../src/criteria/scheme.ts';
import type { SaidByOrganisation } from '../../../src/register/organisation.ts';
import type { Region } from '../../../src/register/region.ts';
import type { Sector } from '../../../src/register/sector.ts';

type Answers = Readonly<Record<string, { level?: Level; na?: boolean; evidence?: string; comment?: string }>>;

/** An organisation and all that it applies with. */
export interface SpecimenFile {
  readonly organisation: SaidByOrganisation & { readonly region: Region; readonly sector: Sector };
  readonly facts: Facts;
  readonly answers: Answers;
  readonly offers: readonly (Described & { readonly facts: Facts; readonly answers: Answers })[];
}

interface Specimen extends SpecimenFile {
  readonly reviews: readonly Readonly<Record<string, { level: Level; comment: string }>>[];
}

/** The specimen organisation of the demonstration, marked as such wherever it is shown. */
export const specimen = read<Specimen>('../../../criteria/made-in-ess/specimens/demonstration.yaml');

/** The association of association.yaml, likewise. */
export const association = read<SpecimenFile>('association.yaml');

function read<Read>(name: string): Read {
  return parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as Read;
}

/** Its answers as commands take them. */
export function answersOf(answers: Answers): Answer[] {
  return Object.entries(answers).map(
    ([criterion, { level = null, na = false, evidence = '', comment = '' }]) => ({
      criterion,
      level,
      na,
      evidence,
      comment,
    }),
  );
}
