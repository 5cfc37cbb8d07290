import { parts, type Role } from './access.ts';

const everyone = parts;
const signedIn = parts.filter((role) => role !== 'visitor');
const own: readonly Role[] = ['owner', 'editor', 'reader'];
const officer: readonly Role[] = ['officer'];
const officers: readonly Role[] = ['officer', 'tiedOfficer'];
const reviewer: readonly Role[] = ['reviewer'];
const reviewers: readonly Role[] = ['reviewer', 'otherReviewer'];
const member: readonly Role[] = ['committee'];
const committee: readonly Role[] = ['committee', 'tiedCommittee'];
const staff: readonly Role[] = [...reviewers, ...officers, ...committee, 'administrator'];
const nobody: readonly Role[] = [];

const all = (routes: readonly string[], roles: readonly Role[]) =>
  Object.fromEntries(routes.map((route) => [route, roles]));

/** Who passes which door; a route without a line here fails the test: what is new is shut until someone says for whom it opens. */
export const letIn: Readonly<Record<string, readonly Role[]>> = {
  ...all(
    [
      'GET ',
      'GET /',
      'GET /accessibility',
      'GET /apply',
      'GET /criteria',
      'GET /glossary',
      'GET /how',
      'GET /privacy',
      'GET /register',
      'GET /verify',
      'GET /sign-in',
      'GET /sign-in/erased',
      'GET /dev/mailbox',
      'GET /assets/:name',
      'GET /assets/fonts/:name',
      'GET /api/v1/labels/:number',
      'GET /labels/:number',
      'GET /badges/:file',
      'GET /criteria/:version',
      'GET /criteria/:version/:id',
      'POST /sign-in',
      'POST /sign-in/code',
      'POST /sign-in/link',
      'POST /sign-in/passkey/options',
      'POST /sign-out',
    ],
    everyone,
  ),
  ...all(
    [
      'GET /account',
      'POST /account',
      'GET /account/erase',
      'POST /account/erase',
      'POST /account/export',
      'POST /account/letters',
      'GET /account/passkey-offer',
      'POST /account/passkeys/options',
      'POST /account/passkeys/remove',
      'POST /account/sessions/end',
      'POST /account/sign-out-everywhere',
      'GET /typed',
      'POST /typed/discard',
      'GET /my',
      'POST /applications',
      'GET /organisations/new',
      'POST /organisations/new',
    ],
    signedIn,
  ),
  ...all(
    [
      'GET /organisations/:id',
      'GET /applications/:id',
      'GET /applications/:id/figures',
      'GET /applications/:id/themes/:theme',
      'GET /applications/:id/offers',
      'GET /applications/:id/offers/:offerId',
      'GET /applications/:id/submit',
      'GET /applications/:id/evidence',
      'POST /applications/:id/evidence',
      'POST /applications/:id/figures',
      'POST /applications/:id/offers',
      'POST /applications/:id/offers/:offerId',
      'POST /applications/:id/sign',
      'POST /applications/:id/submit',
      'POST /applications/:id/themes/:theme',
      'POST /organisations/:id',
      'POST /organisations/:id/invitations',
      'POST /organisations/:id/invitations/withdraw',
      'POST /organisations/:id/name',
      'POST /organisations/:id/people/hand-over',
      'POST /organisations/:id/people/remove',
      'POST /organisations/:id/people/role',
    ],
    own,
  ),
  ...all(
    ['GET /organisations/:id/erase', 'POST /organisations/:id/erase', 'POST /organisations/:id/export'],
    ['owner'],
  ),
  ...all(['GET /board', 'GET /duplicates', 'POST /duplicates'], officers),
  ...all(
    [
      'GET /files/:applicationId',
      'POST /files/:applicationId/accept',
      'POST /files/:applicationId/invite',
      'POST /files/:applicationId/staff',
      'POST /files/:applicationId/recommend',
      'POST /files/:applicationId/announce',
      'GET /files/:applicationId/ties',
      'POST /files/:applicationId/ties',
      'POST /files/:applicationId/ties/end',
    ],
    officer,
  ),
  ...all(['GET /review'], reviewers),
  ...all(
    [
      'GET /review/:reviewId',
      'GET /review/:reviewId/:theme',
      'POST /review/:reviewId/:theme',
      'POST /review/:reviewId/accept',
      'POST /review/:reviewId/decline',
      'POST /review/:reviewId/deliver',
      'POST /review/:reviewId/tie',
    ],
    reviewer,
  ),
  ...all(['GET /committee'], committee),
  ...all(['GET /committee/:applicationId', 'POST /committee/:applicationId/decide'], member),
  ...all(['GET /ties', 'POST /ties'], staff),
  ...all(
    [
      'GET /journal',
      'POST /journal/verify',
      'GET /people',
      'GET /people/:id',
      'POST /people/:id',
      'GET /people/:id/erase',
      'POST /people/:id/erase',
      'POST /people/:id/let-back',
      'POST /people/:id/reset-passkeys',
      'POST /people/:id/remove',
    ],
    ['administrator'],
  ),
  // They open with what nobody here has: a letter's token, a passkey, an identity provider, an invitation, a diverging file.
  ...all(
    [
      'GET /labels/:number/certificate.pdf',
      'GET /unsubscribe',
      'POST /unsubscribe',
      'GET /sign-in/code',
      'GET /sign-in/link',
      'POST /sign-in/passkey',
      'GET /sign-in/oidc',
      'GET /sign-in/oidc/callback',
      'POST /account/passkeys',
      'GET /dev/mailbox/:id',
      'POST /invitations/:id/join',
      'POST /invitations/:id/decline',
      'GET /evidence/:id',
      'GET /review/moderate/:applicationId',
      'POST /review/moderate/:applicationId',
    ],
    nobody,
  ),
};
