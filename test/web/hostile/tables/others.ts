import { sections } from '../../../../src/policies/sections.ts';
import type { WebDeps } from '../../../../src/web/http/webDeps.ts';
import { privateRoutes } from '../../../../src/web/privateRoutes.ts';
import { shown } from '../../../support/web.ts';
import type { Sender } from '../support/message.ts';
import { ask, form, type Row } from '../support/row.ts';

/** What stands for the parts of a path: files, organisations, reviews and people that are not the sender's. */
const ids: Readonly<Record<string, string>> = {
  language: 'fr',
  id: '§theirs',
  applicationId: '§evaluation',
  organisationId: '§theirOrganisation',
  reviewId: '§review',
  theme: 'FIN',
  offerId: '§theirOffer',
  personId: '§officerId',
};

/** Who reaches for what is not theirs, in which section, and what they are told: “not found” where they may enter. */
const reaching: readonly (readonly [Sender, RegExp, 403 | 404])[] = [
  ['applicant', /^(?:applications|organisations)$/, 404],
  ['officer', /^(?:applications|organisations)$/, 404],
  ['tiedOfficer', /^files$/, 404],
  ['officer', /^appeals$/, 404],
  ['reviewer', /^(?:files|committee|sessions|appeals|people|journal)$/, 403],
  ['otherReviewer', /^review$/, 404],
  ['applicant', /^(?:files|committee|sessions|appeals|review|people|journal|lists|duplicates|ties)$/, 403],
  ['member', /^(?:review|people|journal|lists|duplicates)$/, 403],
  ['administrator', /^(?:files|committee|sessions|appeals|review|lists|duplicates)$/, 403],
];

/** Every form of the private pages, sent by those whom its ids are none of the business of; a new page is in it at once. */
export function others(deps: WebDeps): Row[] {
  const paths = privateRoutes({ deps, i18n: shown.i18n }).stack.filter(({ methods }) =>
    methods.includes('POST'),
  );
  return paths.flatMap(({ path }) => {
    const [, , section = ''] = String(path).split('/');
    if (!sections[section]) return [];
    const address = addressOf(String(path), section);
    const named = /:(?!language)/.test(String(path));
    return reaching
      .filter(([, pattern, status]) => pattern.test(section) && (named || status === 403))
      .map(([as, , status]) => form(`${as} at ${String(path)}`, address, '', status, { as }));
  });
}

function addressOf(path: string, section: string): string {
  const committee = section === 'committee' || path.includes('/moderate/');
  return path.replaceAll(/:(\w+)/g, (_, name: string) => {
    if (name === 'id' && section === 'organisations') return '§theirOrganisation';
    if (name === 'applicationId' && committee) return '§deliberation';
    return ids[name] ?? 'none';
  });
}

/** Ids of others where one looks, and in the fields of one's own forms. */
export const othersIds: readonly Row[] = [
  ask('a draft of others', '/fr/applications/§theirs', 404, { as: 'applicant' }),
  ask('evidence of others', '/fr/applications/§theirs/evidence', 404, { as: 'applicant' }),
  ask('a draft, by an officer', '/fr/files/§theirs', 404, { as: 'officer' }),
  ask('a file, by an officer with a tie', '/fr/files/§evaluation', 404, { as: 'tiedOfficer' }),
  ask('the ties of a file, by an officer with a tie', '/fr/files/§evaluation/ties', 404, {
    as: 'tiedOfficer',
  }),
  ask('a review of another reviewer', '/fr/review/§review', 404, { as: 'otherReviewer' }),
  ask('a criterion of a review of another reviewer', '/fr/review/§review/FIN-01', 404, {
    as: 'otherReviewer',
  }),
  ask('the committee’s file, by a reviewer', '/fr/committee/§deliberation', 403, { as: 'reviewer' }),
  ask('the journal, by an officer', '/fr/journal', 403, { as: 'officer' }),
  ask('an offer of others in one’s own file', '/fr/applications/§own/offers/§theirOffer', 404, {
    as: 'applicant',
  }),
  form('an offer of others in one’s own form', '/fr/applications/§own/offers/§theirOffer', 'name=X', 404, {
    as: 'applicant',
  }),
  form('one’s own offer in the file of others', '/fr/applications/§theirs/offers/§ownOffer', 'name=X', 404, {
    as: 'applicant',
  }),
  form(
    'a number counted on from one’s own',
    '/fr/applications/A-2026-000001/submit',
    'rulesAccepted=yes',
    404,
    { as: 'applicant' },
  ),
  form('a file that is none', '/fr/applications/A-9999-999999/submit', 'rulesAccepted=yes', 404, {
    as: 'applicant',
  }),
  form(
    'an organisation in one’s own form',
    '/fr/applications/§own/offers',
    'name=X&type=service&sheet=X&organisationId=§theirOrganisation',
    422,
    { as: 'applicant' },
  ),
  form(
    'a file in one’s own form',
    '/fr/applications/§own/offers',
    'name=X&type=service&sheet=X&applicationId=§theirs',
    422,
    { as: 'applicant' },
  ),
  form(
    'a state in one’s own form',
    '/fr/applications/§own/offers',
    'name=X&type=service&sheet=X&state=granted',
    422,
    { as: 'applicant' },
  ),
  form(
    'a decision by a member who is not the chair',
    '/fr/committee/§deliberation/decide',
    'revision=1&outcome=granted&reason=X',
    409,
    { as: 'member' },
  ),
  form('an agreement to a file that has none', '/fr/applications/§own/sign', 'revision=1&agreed=yes', 409, {
    as: 'applicant',
  }),
  form('a file that is past it, accepted', '/fr/files/§evaluation/accept', 'revision=1', 409, {
    as: 'officer',
  }),
  form('a file that is not decided, announced', '/fr/files/§evaluation/announce', 'revision=1', 409, {
    as: 'officer',
  }),
  form(
    'a person who is no reviewer, invited',
    '/fr/files/§evaluation/invite',
    'revision=1&person=§officerId',
    409,
    { as: 'officer' },
  ),
  form(
    'a tie of someone else',
    '/fr/ties',
    'organisation=§theirOrganisation&kind=kin&since=2026-01-01&personId=§officerId',
    422,
    { as: 'reviewer' },
  ),
  form('the end of a tie of someone else', '/fr/ties/end', 'tie=x&ended=2026-01-01', 404, { as: 'reviewer' }),
  form(
    'the erasure of a submitted organisation',
    '/fr/organisations/§theirOrganisation/erase',
    'typed=X',
    404,
    { as: 'applicant' },
  ),
  form('the erasure of someone else', '/fr/people/§officerId/erase', 'typed=officer@specimen.example', 403, {
    as: 'applicant',
  }),
  form('an erasure with the wrong address', '/fr/account/erase', 'typed=officer@specimen.example', 422, {
    as: 'applicant',
  }),
];
