import { badgeQuery } from '../../schemas/badge.ts';
import { didAnswer, listPart, numberPart, revisionPart, versionPart } from '../../schemas/proof.ts';
import { answered, drawnFailures, shownFailures } from './failures.ts';
import { get, type Operation } from './operation.ts';
import { signedBodies } from './signedBodies.ts';

const pdf = { 'application/pdf': null };
const pictures = { svg: 'image/svg+xml', png: 'image/png', webp: 'image/webp' } as const;

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
      answers: { ...answered({ [pictures[format]]: null }), ...drawnFailures(format) },
    }),
  ),
  ...(
    [
      ['badgePrint', '/badges/{number}.pdf'],
      ['doorSignA4', '/labels/{number}/door-sign-a4.pdf'],
      ['doorSignA6', '/labels/{number}/door-sign-a6.pdf'],
      ['standSign', '/labels/{number}/stand-sign.pdf'],
    ] as const
  ).map(([id, path]) =>
    get(id, 'pictures', path, {
      parts: numberPart,
      answers: { ...answered(pdf), ...shownFailures(404, 409) },
    }),
  ),
];
