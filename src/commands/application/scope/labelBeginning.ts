import type { Facts, Marks } from '../../../criteria/assessment.ts';
import { rulesFor } from '../../../criteria/fileRules.ts';
import type { Offer } from '../../../criteria/offer.ts';
import type { Scope } from '../../../criteria/scheme.ts';
import type { ApplicationScope } from '../../../workflow/stored.ts';
import { cycleOfCopy } from '../../common/schemeOf.ts';
import { figuresOfLabel, labelFiles, marksOfLabel } from '../../file/labelFiles.ts';
import type { Label } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import type { Beginning } from '../renewal/beginning.ts';

/**
 * What a file on a label begins with, under the version and the cycle of that label: nothing is answered, the figures that it
 * asks for stand as they were sent last, and the settled levels of everything else go with it.
 */
export async function labelBeginning(
  deps: Deps,
  label: Label,
  scope: ApplicationScope,
  offers: readonly Offer[],
): Promise<Beginning> {
  const files = await labelFiles(deps, label);
  const [{ published: then, snapshot, application }] = files;
  const published = rulesFor({ ...then, scheme: then.whole }, scope);
  const { criteria, facts } = published.scheme;
  const asked = new Set(criteria.map(({ id }) => id));
  const figures = (of: Scope, offerId = ''): Facts => {
    const ids = facts.filter((rule) => rule.scope === of).map(({ id }) => id);
    const given = Object.entries(figuresOfLabel(files, offerId));
    return Object.fromEntries(given.filter(([id]) => ids.includes(id)));
  };
  return {
    kind: 'offers' in scope ? 'extension' : 'reconsideration',
    scope,
    criteriaVersion: application.context.criteriaVersion,
    copy: {
      facts: figures('organisation'),
      answers: [],
      offers: offers.map(({ id }) => ({ offerId: id, facts: figures('offer', id), answers: [] })),
      offersNamed: offers,
      showScores: snapshot.content.showScores,
      carried: without(marksOfLabel(files), asked, offers),
      ofLabel: { number: label.id, cycle: cycleOfCopy(snapshot.content) },
    },
    evidence: [],
  };
}

/** The marks of a label on what is not asked. */
function without(marks: Marks, asked: ReadonlySet<string>, offers: readonly Offer[]): Marks {
  const kept = (list: Marks['organisation']) => list.filter(({ criterion }) => !asked.has(criterion));
  return {
    organisation: kept(marks.organisation),
    offers: marks.offers
      .filter(({ offerId }) => offers.some(({ id }) => id === offerId))
      .map(({ offerId, marks: own }) => ({ offerId, marks: kept(own) })),
  };
}
