import { badgeTypes } from '../../register/badgeWanted.ts';
import { printed } from '../../register/labelFiles.ts';
import { badgeQuery } from '../../schemas/badge.ts';
import { didAnswer, listPart, numberPart, revisionPart, versionPart } from '../../schemas/proof.ts';
import { answered, drawnFailures, shownFailures } from './failures.ts';
import { get, type Operation } from './operation.ts';
import { signedBodies } from './signedBodies.ts';

const pdf = { 'application/pdf': null };

/** What a label is proved with: signed data and papers. */
export const proofOperations: readonly Operation[] = [
  get('issuer', 'proof', '/.well-known/did.json', {
    answers: { ...answered({ 'application/did+json': didAnswer }), ...shownFailures(404) },
  }),
  get('statusList', 'proof', '/status/{list}', {
    parts: listPart,
    answers: { ...answered(signedBodies), ...shownFailures(404) },
  }),
  get('credential', 'proof', '/credentials/{number}', {
    parts: numberPart,
    answers: { ...answered(signedBodies), ...shownFailures(404) },
  }),
  get('credentialRevision', 'proof', '/credentials/{number}/{revision}', {
    parts: revisionPart,
    answers: { ...answered(signedBodies), ...shownFailures(404) },
  }),
  get('achievement', 'proof', '/achievements/made-in-ess/{version}', {
    parts: versionPart,
    answers: { 302: { 'text/html': null, 'text/plain': null }, ...shownFailures(404) },
  }),
  get('certificate', 'proof', '/labels/{number}/certificate.pdf', {
    parts: numberPart,
    answers: { ...answered(pdf), ...shownFailures(404) },
  }),
  ...(['svg', 'png', 'webp'] as const).map((format) =>
    get(`badge_${format}`, 'pictures', `/badges/{number}.${format}`, {
      parts: numberPart,
      query: badgeQuery(format),
      answers: { ...answered({ [badgeTypes[format]]: null }), ...drawnFailures(format) },
    }),
  ),
  ...printed.map(([path, kind]) =>
    get(kind, 'pictures', path.replace(':number', '{number}'), {
      parts: numberPart,
      answers: { ...answered(pdf), ...shownFailures(404, 409) },
    }),
  ),
];
