import type { AssessedTheme, ConformitySource } from '../../commands/ports/issuingPorts.ts';
import { criteriaAddress, criterionAddress, themeAddress } from '../../criteria/criteriaAddress.ts';
import { fillIn } from '../../i18n/readWords.ts';
import { profile } from '../../profile/profile.ts';
import { legalUnit, unitName, unitRegister } from '../../register/identifier.ts';
import { buildCredential } from '../credential/buildCredential.ts';
import { credentialWords } from '../credential/credentialWords.ts';
import { type Conformity, conformityContexts } from './conformityShape.ts';

type Assessment = Conformity['credentialSubject']['assessment'][number];

/**
 * The label of a revision in the words of the United Nations' UNTP: what was assessed by which criteria, theme by theme, and of which
 * offers, with the sealed certificate by its digest. It has the same name, days and entry in the status lists as the other credential
 * of that revision, so that both say the same for ever.
 */
export function buildConformity(paper: ConformitySource, certificate: string): Conformity {
  const { credential, conformity } = paper;
  const { publicUrl, number, revision, language } = credential;
  const words = credentialWords[language];
  const { name, issuer, validFrom, validUntil, credentialStatus } = buildCredential(credential);
  const address = `${publicUrl}/labels/${number}`;
  const id = `${publicUrl}/conformity/${number}/${revision}`;
  const assessments = conformity.themes.flatMap((theme) => {
    const about = aboutOf(theme, paper);
    return about ? { ...assessmentOf(theme, paper), id: `${id}#${theme.id}`, ...about } : [];
  });
  return {
    '@context': [...conformityContexts],
    id,
    type: ['DigitalConformityCredential', 'VerifiableCredential'],
    name,
    issuer: { type: ['CredentialIssuer'], id: issuer.id, name: issuer.name },
    ...{ validFrom, validUntil, credentialStatus },
    credentialSubject: {
      type: ['ConformityAttestation', 'Attestation'],
      id: address,
      name,
      description: [
        words.description,
        ...(credential.standing === 'conditional' ? [words.withConditions] : []),
      ].join(' '),
      assessorLevel: profile.assessorLevel,
      assessmentLevel: 'Unspecified',
      attestationType: 'certification',
      issuedToParty: holder(paper),
      conformityCertificate: {
        // Exactly that form: a newer time-stamp makes another file.
        linkURL: `${address}/certificate.pdf?digest=${certificate}`,
        linkName: words.certificate,
        hashDigest: certificate,
        hashMethod: 'SHA-256',
        encryptionMethod: 'none',
      },
      assessment: assessments,
    },
  };
}

/** Whom or what a theme was judged of; null for one of offers where the label covers none. */
function aboutOf({ scope }: AssessedTheme, paper: ConformitySource) {
  if (scope === 'organisation') return { assessedOrganisation: holder(paper) };
  const { publicUrl, number } = paper.credential;
  const label = `${publicUrl}/labels/${number}`;
  const products = paper.conformity.offers.map(({ id, name }) => ({
    product: {
      id: `${label}/offers/${id}`,
      name: name.normalize('NFC'),
      registeredId: id,
      idScheme: { type: ['IdentifierScheme' as const] as ['IdentifierScheme'], id: label, name: number },
    },
    IDverifiedByCAB: true as const,
  }));
  return products.length > 0 ? { assessedProduct: products } : null;
}

function assessmentOf(
  { id, title, topic, scope, points, minimums }: AssessedTheme,
  { credential }: ConformitySource,
) {
  const { publicUrl, criteria, language } = credential;
  const { version } = criteria;
  const words = credentialWords[language];
  const judged = scope === 'organisation' ? words.criterionTheme : words.criterionOffers;
  return {
    type: ['ConformityAssessment', 'Declaration'],
    name: title,
    referenceStandard: {
      type: ['Standard'],
      id: criteriaAddress(publicUrl, version),
      name: fillIn(words.criteria, { title: criteria.title, version }),
      issuingParty: { id: publicUrl, name: words.issuer },
    },
    assessmentCriteria: [
      {
        type: ['Criterion'],
        id: themeAddress(publicUrl, version, id),
        name: title,
        description: fillIn(judged, { title, points: String(points) }),
        conformityTopic: topic,
        status: 'active',
      },
      ...minimums.map((one) => ({
        type: ['Criterion'] as ['Criterion'],
        id: criterionAddress(publicUrl, version, one.id, one.level),
        name: one.title,
        description: one.question,
        conformityTopic: one.topic,
        status: 'active' as const,
        performanceLevel: one.levelName,
      })),
    ],
    conformance: true,
    conformityTopic: topic,
  } satisfies Omit<Assessment, 'id'>;
}

/** The holder, with its number in the official register of its country where it gave one. */
function holder({ credential }: ConformitySource): Conformity['credentialSubject']['issuedToParty'] {
  const { publicUrl, organisation } = credential;
  const { id, name, identifier } = organisation;
  const unit = identifier === null ? null : legalUnit(identifier);
  return {
    id: `${publicUrl}/organisations/${id}`,
    name: name.normalize('NFC'),
    ...(unit !== null && {
      registeredId: unit,
      idScheme: { type: ['IdentifierScheme'], id: unitRegister(unit), name: unitName(unit) },
    }),
  };
}
