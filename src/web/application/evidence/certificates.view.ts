import { placesOf } from '../../../commands/application/evidence/placesOf.ts';
import { answerIn } from '../../../commands/application/selfAssessment/answerIn.ts';
import type { ApplicantFile } from '../../../commands/application/views/viewApplication.ts';
import { offeredAmong } from '../../../commands/file/documentsOf.ts';
import { fillingNow, type HeldCertificate } from '../../../commands/items/heldCertificate.ts';
import { type Certificate, certificates, provenLevel } from '../../../criteria/certificates.ts';
import type { Translator } from '../../../i18n/i18n.ts';
import type { Day } from '../../../register/day.ts';
import { applicationHref } from '../../views/applicationFrame.view.ts';
import { libraryView } from './evidence.view.ts';
import { placeView } from './evidencePlaces.view.ts';

export type CertificatesView = ReturnType<typeof certificatesView>;
export type CertificateView = ReturnType<typeof certificateView>;

/** The certificates that are known here, those first that the organisation holds. */
export function certificatesView(file: ApplicantFile, today: Day, words: Translator) {
  const all = certificates
    .filter((one) => placesOf(one, file.published.scheme, file.assessment).length > 0)
    .map((one) => ({ ...itemOf(file, one, today, words), held: heldIn(file, one, today) }));
  return {
    ...libraryView(file, words),
    held: all.filter(({ held }) => held !== null),
    others: all.filter(({ held }) => held === null),
  };
}

/** One of them: what it shows on which criterion, what was filled in with it, and the form that says that it is held. */
export function certificateView(
  file: ApplicantFile,
  certificate: Certificate,
  today: Day,
  words: Translator,
) {
  const { published, assessment, documents } = file;
  const held = heldIn(file, certificate, today);
  const text = published.texts[words.language];
  return {
    ...libraryView(file, words),
    ...itemOf(file, certificate, today, words),
    held,
    lookUp: certificate.lookUp,
    places: placesOf(certificate, published.scheme, assessment).map(({ offerId, criterion }) => {
      const level = provenLevel(certificate, criterion, today);
      const shown = certificate.shows.find((one) => one.criterion === criterion.id);
      const filled = held?.places.find((one) => one.offerId === offerId && one.criterion === criterion.id);
      return {
        ...placeView(file, { offerId, criterion: criterion.id }, words),
        level,
        anchor: level === null ? '' : (text.criteria[criterion.id]?.levels[level] ?? ''),
        remains: shown?.remains[words.language] ?? '',
        filling: (held && filled && fillingNow(held, filled, answerIn(assessment, filled))) ?? null,
      };
    }),
    documents: offeredAmong(documents).map(({ id, latest }) => ({ value: id, text: latest.name })),
    values: {
      number: held?.number ?? '',
      until: held?.until ?? '',
      link: held?.link ?? '',
      document: held?.document ?? '',
    },
    names: {
      number: words.t('certificates.number'),
      until: words.t('certificates.until'),
      link: words.t('certificates.link'),
      document: words.t('certificates.document'),
      file: words.t('certificates.file'),
    },
  };
}

function itemOf(
  file: ApplicantFile,
  { id, name, by, shows, checkedUntil }: Certificate,
  today: Day,
  words: Translator,
) {
  const text = file.published.texts[words.language];
  return {
    id,
    name,
    by,
    href: applicationHref(words, file.application.id, `certificates/${id}`),
    /** Titles of those that it is about. */
    criteria: shows.flatMap(({ criterion }) => text.criteria[criterion]?.title ?? []),
    /** Nobody looked lately at what it asks for: it proves no level until somebody does. */
    isStale: today > checkedUntil,
  };
}

function heldIn({ assessment }: ApplicantFile, { id }: Certificate, today: Day): Held | null {
  const held = assessment.certificates?.find(({ certificate }) => certificate === id);
  return held ? { ...held, isOver: held.until < today } : null;
}

interface Held extends HeldCertificate {
  readonly isOver: boolean;
}
