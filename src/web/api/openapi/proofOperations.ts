import { schemeId } from '../../../profile/schemeFile.ts';
import { badgeTypes } from '../../register/badgeWanted.ts';
import { printed } from '../../register/labelFiles.ts';
import { conformityType } from '../../register/labelForms.ts';
import { badgeQuery } from '../../schemas/badge.ts';
import { certificateQuery } from '../../schemas/label.ts';
import {
  certificatePart,
  didAnswer,
  listPart,
  numberPart,
  photoPart,
  revisionPart,
  versionPart,
} from '../../schemas/proof.ts';
import { answered, drawnFailures, redirected, shownFailures } from './failures.ts';
import { get, type Operation } from './operation.ts';
import { signedBodies } from './signedBodies.ts';

const paper = (...also: readonly number[]) => ({
  ...answered({ 'application/pdf': null }),
  ...shownFailures(404, ...also),
});
const token = { ...answered({ [conformityType]: null }), ...shownFailures(404) };
const signed = { ...answered(signedBodies), ...shownFailures(404) };

/** What a label is proved with: signed data and papers. */
export const proofOperations: readonly Operation[] = [
  get('issuer', 'proof', '/.well-known/did.json', {
    answers: { ...answered({ 'application/did+json': didAnswer }), ...shownFailures(404) },
  }),
  get('sealCertificate', 'proof', '/seals/{certificate}', {
    parts: certificatePart,
    answers: { ...answered({ 'application/pkix-cert': null }), ...shownFailures(404) },
  }),
  get('statusList', 'proof', '/status/{list}', { parts: listPart, answers: signed }),
  get('credential', 'proof', '/credentials/{number}', { parts: numberPart, answers: signed }),
  get('credentialRevision', 'proof', '/credentials/{number}/{revision}', {
    parts: revisionPart,
    answers: signed,
  }),
  get('conformity', 'proof', '/conformity/{number}', { parts: numberPart, answers: token }),
  get('conformityRevision', 'proof', '/conformity/{number}/{revision}', {
    parts: revisionPart,
    answers: token,
  }),
  get('achievement', 'proof', `/achievements/${schemeId}/{version}`, {
    parts: versionPart,
    answers: { ...redirected, ...shownFailures(404) },
  }),
  get('certificate', 'proof', '/labels/{number}/certificate.pdf', {
    parts: numberPart,
    query: certificateQuery,
    answers: paper(),
  }),
  ...(['svg', 'png', 'webp'] as const).map((format) =>
    get(`badge_${format}`, 'pictures', `/badges/{number}.${format}`, {
      parts: numberPart,
      query: badgeQuery(format),
      answers: { ...answered({ [badgeTypes[format]]: null }), ...drawnFailures(format) },
    }),
  ),
  get('photo', 'pictures', '/labels/{number}/photos/{file}', {
    parts: photoPart,
    answers: {
      ...answered({ 'image/avif': null, 'image/jpeg': null, 'image/webp': null }),
      ...shownFailures(404),
    },
  }),
  ...printed.map(([path, kind]) =>
    get(kind, 'pictures', path.replace(':number', '{number}'), { parts: numberPart, answers: paper(409) }),
  ),
];
