import { ask, form, json, type Prepare, parts, type Row, send } from '../support/row.ts';

const urlencoded = 'application/x-www-form-urlencoded';
const rename = 'name=Changed&language=fr';
const account = '/fr/account';
const applicant = { as: 'applicant' } as const;

/** A visitor of its own with a token, which the applicant's session does not know. */
const othersToken: Prepare = async ({ visitor }) => {
  const other = visitor();
  await other.get('/fr/sign-in');
  return { other: other.values().csrf ?? '', otherCookie: other.values().cookie ?? '' };
};

/** A form without its token, or with one that is none. */
const withoutToken = [
  '',
  'csrf=',
  'csrf=x',
  'csrf=undefined',
  'csrf=null',
  'csrf[]=§csrf',
  'csrf[a]=§csrf',
  'csrf=§csrf%20',
  'csrf=x§csrf',
  'CSRF=§csrf',
  '_csrf=§csrf',
  'csrf=§csrf&csrf=§csrf',
  'csrf=x&csrf=§csrf',
];

/** Pages that are not ours. */
const origins = [
  'https://elsewhere.example',
  'null',
  'http://label.example.elsewhere.example',
  'http://elsewhere-label.example',
  'https://label.example',
  'http://label.example:8080',
  'http://user@label.example',
  'http://label.example/',
  'http://LABEL.example',
  'http://label.example, https://elsewhere.example',
  'file://',
  'http://localhost',
];

/** Forged tokens, pages of other sites, and the cookies that go with them: each tries to change a name. */
export const tokens: readonly Row[] = [
  ...withoutToken.map((token) =>
    send(`the token “${token}”`, account, urlencoded, [`${token}&${rename}`], 403, applicant),
  ),
  send('the token of another session', account, urlencoded, [`csrf=§other&${rename}`], 403, {
    ...applicant,
    prepare: othersToken,
  }),
  send('the token in the address', `${account}?csrf=§csrf`, urlencoded, [rename], 403, applicant),
  send('the token in a cookie', account, urlencoded, [rename], 403, {
    ...applicant,
    headers: ['Cookie: §cookie; csrf=§csrf'],
  }),
  send('the cookie and the token of a visitor', account, urlencoded, [`csrf=§other&${rename}`], 401, {
    ...applicant,
    headers: ['Cookie: §otherCookie'],
    prepare: othersToken,
  }),
  form('another token in the header', account, rename, 403, { ...applicant, headers: ['X-CSRF-Token: x'] }),
  json(
    'JSON with a token that is a list',
    account,
    '{"csrf":["§csrf"],"name":"Changed","language":"fr"}',
    403,
    { ...applicant, headers: ['X-CSRF-Token: x'] },
  ),
  send(
    'JSON without a token',
    account,
    'application/json',
    ['{"name":"Changed","language":"fr"}'],
    403,
    applicant,
  ),
  send(
    'JSON with a token of nothing',
    account,
    'application/json',
    ['{"csrf":null,"name":"Changed","language":"fr"}'],
    403,
    applicant,
  ),
  send(
    'parts without a token',
    '/fr/applications/§own/evidence',
    'multipart/form-data; boundary=part',
    ['--part\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nx\r\n--part--\r\n'],
    403,
    applicant,
  ),
  parts(
    'parts with the token of another form',
    '/fr/applications/§own/evidence',
    [['Content-Disposition: form-data; name="csrf"', 'x']],
    403,
    applicant,
  ),
  ...origins.map((origin) =>
    form(`a form of ${origin}`, account, rename, 403, { ...applicant, headers: [`Origin: ${origin}`] }),
  ),
  send('a form without a token from a page elsewhere', account, urlencoded, [rename], 403, {
    ...applicant,
    headers: ['Referer: https://elsewhere.example/'],
  }),
  send('a form without a token that a frame sent', account, urlencoded, [rename], 403, {
    ...applicant,
    headers: ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Dest: iframe'],
  }),
  ask('an entry by a link alone', 'POST /fr/sign-in/passkey/options', 403),
  ask('the end of all sessions by a link alone', 'POST /fr/account/sign-out-everywhere', 403, applicant),
  ask('an export by a link alone', 'POST /fr/account/export', 403, applicant),
  ask('an erasure by a link', '/fr/account/erase?typed=applicant@specimen.example', 200, {
    ...applicant,
    because: 'opening a page changes nothing',
  }),
  send('a form of our own page without a token', account, urlencoded, [rename], 303, {
    ...applicant,
    headers: ['Origin: http://label.example'],
    because: 'nothing is done: what was typed is shown again, to be sent by hand',
  }),
];
