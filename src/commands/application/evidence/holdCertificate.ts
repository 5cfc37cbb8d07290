import { certificateOf, provenLevel } from '../../../criteria/certificates.ts';
import { type Fault, fault, requireNoFaults } from '../../../errors.ts';
import { type Day, dayOf } from '../../../register/day.ts';
import { contactAddress } from '../../../register/siteIn.ts';
import type { FileRef } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { FilledPlace, HeldCertificate } from '../../items/heldCertificate.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { answerIn } from '../selfAssessment/answerIn.ts';
import { filledAnswer, unlessLate } from './filledAnswer.ts';
import { openDocument, requireOffered } from './openDocument.ts';
import { placesOf } from './placesOf.ts';

interface Said extends FileRef, Pick<HeldCertificate, 'certificate' | 'number' | 'link' | 'document'> {
  readonly until: Day;
  /** The sentence that names it as evidence, in the language of who says it. */
  readonly evidence: string;
}

/**
 * Says once that the organisation holds a certificate, and fills in the answers that it is about: the level that it proves where
 * none was given, its name where no evidence is named, its document. What is typed there stays. `invalid` for one that is over or
 * that nothing shows. Said again, it takes the place of what was said before.
 */
export async function holdCertificate(deps: Deps, asker: Asker, said: Said): Promise<void> {
  const { applicationId, number, until, document } = said;
  const link = linkOf(said.link);
  const certificate = requireVisible(certificateOf(said.certificate));
  const at = deps.clock.now().toISOString();
  const today = dayOf(at);
  requireNoFaults(certificateFaults(said, today));
  const { assessment, published, edit } = await workingCopy(deps, asker, applicationId);
  if (document !== '') requireOffered(await openDocument(deps, asker, { applicationId, document }), 'file');
  const before = (assessment.certificates ?? []).find((one) => one.certificate === certificate.id);
  const places: FilledPlace[] = [];
  for (const { offerId, criterion } of placesOf(certificate, published.scheme, assessment)) {
    const level = provenLevel(certificate, criterion, today);
    const place = { offerId, criterion: criterion.id };
    const answer = answerIn(assessment, place);
    const filled = filledAnswer(criterion.id, answer, {
      level,
      evidence: said.evidence,
      earlier: before?.evidence,
    });
    const done = filled === null || (await unlessLate(() => edit({ part: 'answer', offerId, ...filled })));
    if (document !== '') await edit({ part: 'files', ...place, document, joined: true });
    places.push({ ...place, level, filling: filled && done ? filled.filling : 'kept' });
  }
  const { id, name } = certificate;
  const held = { certificate: id, name, number, until, link: link ?? '', document, evidence: said.evidence };
  await edit({ part: 'certificate', held: { ...held, places, by: asker.id, at } });
}

/** What is wrong with what is said of a certificate, as far as it was said; `document` may stay undefined for a file that is sent along. */
export function certificateFaults(said: Partial<Said>, today: Day): Fault[] {
  const { number, until, link, document } = said;
  const isUnshown = link === '' && document === '';
  return [
    ...(number === '' ? [fault('number', 'required')] : []),
    ...(until !== undefined && until < today ? [fault('until', 'certificateOver')] : []),
    ...(link !== undefined && linkOf(link) === null ? [fault('link', 'badLink')] : []),
    ...(isUnshown ? [fault('link', 'certificateUnshown')] : []),
  ];
}

function linkOf(link: string): string | null {
  return link === '' ? '' : contactAddress(link);
}

/** Takes back that a certificate is held, with what it filled in and nobody changed since; its document stays in the library. */
export async function dropCertificate(
  deps: Deps,
  asker: Asker,
  { applicationId, certificate }: FileRef & Pick<HeldCertificate, 'certificate'>,
): Promise<void> {
  const { assessment, edit } = await workingCopy(deps, asker, applicationId);
  const held = assessment.certificates?.find((one) => one.certificate === certificate);
  if (!held) return;
  for (const place of held.places) {
    const before = answerIn(assessment, place);
    if (!before || place.filling === 'kept' || before.evidence !== held.evidence) continue;
    const level = place.filling === 'level' && before.level === place.level ? null : before.level;
    const answer = { ...before, level, evidence: '', revision: (before.revision ?? 0) + 1 };
    await unlessLate(() => edit({ part: 'answer', offerId: place.offerId, answer, before }));
  }
  await edit({ part: 'removeCertificate', certificate });
}
