import type { Scheme } from '../../../criteria/scheme.ts';
import type { LegalForm } from '../../../register/legalForm.ts';
import { type Region, regionOf } from '../../../register/region.ts';
import type { CriterionPlace } from '../../items/assessmentItems.ts';
import type { Snapshot } from '../../items/items.ts';
import { readinessOf } from '../selfAssessment/submitGate.ts';

/** Whether something holds by what the file says, or needs an officer's eye. */
type CheckResult = 'held' | 'notHeld' | 'look';

/** One thing to check before a file is evaluated; `exclusion` names the question that was signed. */
interface ScreeningCheck {
  readonly group: 'completeness' | 'scope' | 'exclusions';
  readonly code:
    | 'answered'
    | 'proven'
    | 'declared'
    | 'region'
    | 'legalForm'
    | 'offers'
    | 'specimen'
    | 'exclusion';
  readonly result: CheckResult;
  readonly places: readonly CriterionPlace[];
  readonly exclusion: string;
}

/** The zone of a scheme, as regions that people name for themselves. */
const zones: Readonly<Record<string, readonly Region[]>> = { 'grand-geneve': ['geneva', 'nyon', 'genevois'] };
/** Forms that belong to the social economy by themselves; of any other, its practice tells (docs/design/criteria.md#practice-not-legal-form). */
const plainForms: readonly LegalForm[] = ['association', 'cooperative', 'foundation'];

/** What an officer checks of a frozen file (ISO/IEC 17065, 7.3): complete, in the label's field, and not excluded. */
export function screeningChecks(scheme: Scheme, { content }: Snapshot, inSpecimenService: boolean) {
  const { organisation, assessment, offers, declarations, evidence, earlier } = content;
  const { unanswered, evidenceMissing, noOffer } = readinessOf(
    scheme,
    { ...assessment, offersNamed: offers, ...(earlier && { earlier }) },
    evidence.map(({ document }) => ({ id: document, withdrawn: false })),
  );
  const check = (
    group: ScreeningCheck['group'],
    code: ScreeningCheck['code'],
    result: CheckResult,
    { places = [], exclusion = '' }: Partial<Pick<ScreeningCheck, 'places' | 'exclusion'>> = {},
  ): ScreeningCheck => ({ group, code, result, places, exclusion });
  const held = (holds: boolean): CheckResult => (holds ? 'held' : 'notHeld');
  const real = organisation.specimen ? 'look' : 'held';
  return [
    check('completeness', 'answered', held(unanswered.length === 0), { places: unanswered }),
    check('completeness', 'proven', held(evidenceMissing.length === 0), { places: evidenceMissing }),
    check('completeness', 'declared', declarations ? 'held' : 'look'),
    check('scope', 'region', inRegion(scheme.region, organisation)),
    check('scope', 'legalForm', plainForms.includes(organisation.legalForm) ? 'held' : 'look'),
    check('scope', 'offers', held(!noOffer && offers.every(({ type }) => offerTypes(scheme).includes(type)))),
    check('scope', 'specimen', organisation.specimen && !inSpecimenService ? 'notHeld' : real),
    ...scheme.exclusions.map(({ id }) => {
      const answer = declarations?.exclusions[id];
      return check('exclusions', 'exclusion', answer ? held(answer === 'no') : 'look', { exclusion: id });
    }),
  ];
}

/** By what the organisation says of itself; an address that tells another region is for an officer to look at. */
function inRegion(schemeRegion: string, { region, postcode }: Snapshot['content']['organisation']) {
  const zone = zones[schemeRegion];
  const byPostcode = regionOf(postcode);
  if (zone === undefined || !region) return 'look';
  if (!zone.includes(region)) return 'notHeld';
  return byPostcode === null || zone.includes(byPostcode) ? 'held' : 'look';
}

/** The kinds of offers that the scheme knows how to count. */
function offerTypes({ facts }: Scheme): readonly string[] {
  return facts.find(({ id }) => id === 'O00')?.options ?? [];
}
