import { typeFact } from '../../../criteria/offer.ts';
import { cycleOfCopy } from '../../common/schemeOf.ts';
import { labelFiles } from '../../file/labelFiles.ts';
import type { Label } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import type { Beginning } from './beginning.ts';

/**
 * What an application in the place of a label begins with: the names of the offers that it covers and the documents of its files.
 * The answers of then stand beside it, to be confirmed one by one. `cycle` is that of the label's file.
 */
export async function labelCopy(deps: Deps, label: Label) {
  const files = await labelFiles(deps, label);
  const [{ snapshot, application }, ...since] = files;
  const { criteriaVersion, content } = snapshot;
  const added = since.filter(({ application: { context } }) => context.kind === 'extension');
  const contents = [content, ...added.map((file) => file.snapshot.content)];
  // Without what was taken off the label since.
  const covered = label.offers.map(({ id }) => id);
  const offers = contents.flatMap((one) => one.offers).filter(({ id }) => covered.includes(id));
  // As they stand today: what the holder changed since is not asked again.
  const offersNamed = offers.map((offer) => label.offers.find(({ id }) => id === offer.id) ?? offer);
  const parts = contents.flatMap((one) => one.assessment.offers);
  const assessment = {
    ...content.assessment,
    offers: parts.filter(({ offerId }) => covered.includes(offerId)),
  };
  const certificates = contents.flatMap((one) => one.certificates ?? []);
  const evidence = await Promise.all(files.map(({ application: { id } }) => deps.store.evidenceOf(id)));
  const beginning: Pick<Beginning, 'copy' | 'evidence'> = {
    copy: {
      facts: {},
      answers: [],
      // The same good keeps its id, by which the register and the new file recognise it.
      offers: offers.map(({ id, type }) => ({ offerId: id, facts: { [typeFact]: type }, answers: [] })),
      offersNamed,
      showScores: content.showScores,
      ...(certificates.length > 0 && { certificates }),
      earlier: { applicationId: application.id, labelNumber: label.id, criteriaVersion, assessment, offers },
    },
    evidence: evidence.flat(),
  };
  return { ...beginning, cycle: cycleOfCopy(content) };
}
