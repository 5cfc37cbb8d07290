import type { CredentialPaper, LoggedStatement } from '../../commands/ports/issuingPorts.ts';
import { fillIn } from '../../i18n/readWords.ts';
import { schemeId } from '../../profile/schemeFile.ts';
import { endOfDay, instantsOf } from '../../register/day.ts';
import { didOf } from '../../register/didDocument.ts';
import { identifierKind } from '../../register/identifier.ts';
import { credentialContexts } from '../../register/wallet/credentialContexts.ts';
import { carriedProof } from '../../transparency/write/carriedProof.ts';
import type { Credential, LoggedEvidence } from './credentialShape.ts';
import { credentialWords } from './credentialWords.ts';

const schema =
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';

/** What the number of each official register is called: letters alone, as the standard has it (Open Badges 3.0, IdentifierTypeEnum). */
const identityTypes = {
  uid: 'ext:UID',
  siren: 'ext:SIREN',
  siret: 'ext:SIRET',
  codiceFiscale: 'ext:CodiceFiscale',
} as const;

/** One way to write each letter, so that the same name gives the same bytes whoever typed it (Unicode, UAX 15). */
const composed = (text: string) => text.normalize('NFC');

/**
 * What is signed of a label, as an Open Badges 3.0 credential of an organisation. A conditional or provisional one says so in its name,
 * as the certificate does, and is issued anew with its standing; the achievement has one name for all who hold it. Whether a label is
 * suspended or extended is not in it: what was signed cannot change, the status list and the public page say it.
 */
export function buildCredential(paper: CredentialPaper, log?: LoggedStatement): Credential {
  const { number, revision, publicUrl, status, organisation, specimen, since, until, language } = paper;
  const words = credentialWords[language];
  const named = fillIn(paper.standing === 'clean' ? words.name : words[paper.standing], {
    organisation: composed(organisation.name),
  });
  const list = `${publicUrl}/status/revocation-${status.list}`;
  const page: Credential['evidence'][0] = {
    id: `${publicUrl}/labels/${number}`,
    type: ['Evidence'],
    name: words.evidence,
  };
  return {
    '@context': [...credentialContexts],
    id: `${publicUrl}/credentials/${number}/${revision}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: specimen ? fillIn(words.specimen, { name: named }) : named,
    issuer: { id: didOf(publicUrl), type: ['Profile'], name: words.issuer, url: publicUrl },
    validFrom: instantsOf(since)[0],
    validUntil: endOfDay(until),
    awardedDate: paper.issuedAt,
    credentialSubject: subject(paper),
    evidence: log?.statement ? [page, loggedEvidence(log, publicUrl, words.logged)] : [page],
    credentialStatus: {
      id: `${list}#${status.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(status.index),
      statusListCredential: list,
    },
    credentialSchema: [{ id: schema, type: '1EdTechJsonSchemaValidator2019' }],
  };
}

/** The proof that the public log has what is said, with the entry and the statement that it proves. */
function loggedEvidence(
  { index, entry, statement, proof }: LoggedStatement,
  publicUrl: string,
  name: string,
): LoggedEvidence {
  return {
    id: `${publicUrl}/log`,
    type: ['Evidence'],
    name: fillIn(name, { index: String(index) }),
    genre: 'c2sp.org/tlog-proof@v1',
    narrative: carriedProof(proof, entry, statement ?? ''),
  };
}

function subject(paper: CredentialPaper): Credential['credentialSubject'] {
  const { publicUrl, organisation, criteria, offers, language } = paper;
  const words = credentialWords[language];
  const id = `${publicUrl}/achievements/${schemeId}/${criteria.version}`;
  const scores = paper.scores?.length ? paper.scores : null;
  const { name, identifier } = organisation;
  const identity = (
    identityType: 'name' | (typeof identityTypes)[keyof typeof identityTypes],
    identityHash: string,
  ) => ({ type: 'IdentityObject', hashed: false, identityHash, identityType }) as const;
  return {
    id: `${publicUrl}/organisations/${organisation.id}`,
    type: ['AchievementSubject'],
    licenseNumber: paper.number,
    narrative: [words.offers, '', ...offers.map((offer) => `- ${composed(offer)}`)].join('\n'),
    identifier: [
      identity('name', composed(name)),
      ...(identifier === null ? [] : [identity(identityTypes[identifierKind(identifier)], identifier)]),
    ],
    achievement: {
      id,
      type: ['Achievement'],
      achievementType: 'Certification',
      name: words.achievement,
      description: words.description,
      inLanguage: language,
      criteria: {
        id: criteria.address,
        narrative: fillIn(words.criteria, { title: criteria.title, version: criteria.version }),
      },
      ...(scores && {
        resultDescription: scores.map(({ theme, name }) => ({
          id: `${id}#${theme}`,
          type: ['ResultDescription'],
          name,
          resultType: 'Percent',
          valueMin: '0',
          valueMax: '100',
        })),
      }),
    },
    ...(scores && {
      result: scores.map(({ theme, score }) => ({
        type: ['Result'],
        resultDescription: `${id}#${theme}`,
        value: String(Math.round(score)),
      })),
    }),
  };
}
