import { typeFact } from '../../../criteria/offer.ts';
import type { Scheme } from '../../../criteria/scheme.ts';
import { profile } from '../../../profile/profile.ts';
import { plainForms } from '../../../register/legalForm.ts';
import { regionOf } from '../../../register/region.ts';
import { lookAlike } from '../../../register/spelling/lookAlike.ts';
import type { CriterionPlace } from '../../items/assessmentItems.ts';
import type { Snapshot } from '../../items/items.ts';
import { readinessOf } from '../selfAssessment/submitGate.ts';

/** Whether something holds by what the file says, or an officer has to look at it. */
type CheckResult = 'held' | 'notHeld' | 'look';

/** What an officer checks of a frozen file (ISO/IEC 17065, 7.3): complete, in the label's field, and not excluded. */
export function screeningChecks(scheme: Scheme, { content }: Snapshot, inSpecimenService: boolean) {
  const { organisation, assessment, offers, declarations, evidence, earlier, ofLabel } = content;
  const { unanswered, evidenceMissing, noOffer } = readinessOf(
    scheme,
    { ...assessment, offersNamed: offers, ...(earlier && { earlier }), ...(ofLabel && { ofLabel }) },
    evidence.map(({ document }) => ({ id: document, withdrawn: false })),
  );
  const check = <Code extends string>(
    code: Code,
    result: CheckResult,
    places: readonly CriterionPlace[] = [],
    names: readonly string[] = [],
  ) => ({ code, result, places, names });
  const held = (holds: boolean): CheckResult => (holds ? 'held' : 'notHeld');
  const misread = [organisation.name, ...offers.map(({ name }) => name)].flatMap((name) => {
    const letter = lookAlike(name);
    return letter === null ? [] : [`${name} (${letter})`];
  });
  const real = organisation.specimen ? 'look' : 'held';
  return {
    completeness: [
      check('answered', held(unanswered.length === 0), unanswered),
      check('proven', held(evidenceMissing.length === 0), evidenceMissing),
      check('declared', declarations ? 'held' : 'look'),
    ],
    scope: [
      check('region', inRegion(scheme.region, organisation)),
      check('legalForm', plainForms.includes(organisation.legalForm) ? 'held' : 'look'),
      check('offers', held(!noOffer && offers.every(({ type }) => offerTypes(scheme).includes(type)))),
      check('spelling', misread.length === 0 ? 'held' : 'look', [], misread),
      check('specimen', organisation.specimen && !inSpecimenService ? 'notHeld' : real),
    ],
    /** By the question that was signed. */
    exclusions: scheme.exclusions.map(({ id }) => {
      const answer = declarations?.exclusions[id];
      return { ...check('exclusion', answer ? held(answer === 'no') : 'look'), id };
    }),
  };
}

/** By the region that the organisation declares; an officer looks at an address in another one. */
function inRegion(schemeRegion: string, { region, postcode }: Snapshot['content']['organisation']) {
  const zone = profile.zones[schemeRegion];
  const byPostcode = regionOf(postcode);
  if (zone === undefined || !region) return 'look';
  if (!zone.includes(region)) return 'notHeld';
  return byPostcode === null || zone.includes(byPostcode) ? 'held' : 'look';
}

/** The kinds of offers that the scheme knows how to count. */
function offerTypes({ facts }: Scheme): readonly string[] {
  return facts.find(({ id }) => id === typeFact)?.options ?? [];
}
