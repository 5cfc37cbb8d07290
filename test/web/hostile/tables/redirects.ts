import { once } from '../support/once.ts';
import { ask, form, type Prepare, type Row } from '../support/row.ts';

/** Names under which pages are told where to go on to. */
const parameters = ['next', 'wanted', 'url', 'return_to', 'redirect_uri', 'continue', 'goto', 'dest'];
/** Places elsewhere, as browsers read them. */
const elsewhere = [
  '//elsewhere.example',
  '/%5Celsewhere.example',
  'https:elsewhere.example',
  'https://elsewhere.example',
  '%09//elsewhere.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '%0d%0aLocation:%20https://elsewhere.example',
];

/** Addresses that a careless server turns into "go on to". */
const paths = [
  '//elsewhere.example',
  '//elsewhere.example/%2e%2e',
  '/%2f%2felsewhere.example',
  '/%5celsewhere.example',
  '/\\elsewhere.example',
  '///elsewhere.example/fr',
  '/fr//elsewhere.example',
  '/fr/%2f%2felsewhere.example',
  '/https://elsewhere.example',
  '/labels/%2F%2Felsewhere.example',
  '/organisations/%2F%2Felsewhere.example',
  '/organisations/%5C%5Celsewhere.example',
  '/fr/organisations/https:%2f%2felsewhere.example/labels',
  '/labels//elsewhere.example',
  '/labels/https:%2f%2felsewhere.example',
  '/fr/labels/https:%2f%2felsewhere.example',
  '/fr/labels/%5C%5Celsewhere.example',
  '/redirect?url=https://elsewhere.example',
  '/fr/redirect?to=//elsewhere.example',
  '/oauth/authorize?redirect_uri=https://elsewhere.example',
  '/saml/login?RelayState=https://elsewhere.example',
];

const asked: Prepare = once(async ({ visitor }) => {
  const browser = visitor();
  await browser.get('/fr/sign-in');
  await browser.post('/fr/sign-in', { email: 'passer-by@specimen.example' });
  return browser.values();
});

const inert = { because: 'no page is told in its address where to go on to' } as const;

/** Ways to send someone elsewhere from an address of ours. */
export const redirects: readonly Row[] = [
  ...paths.map((path) => ask(`a way elsewhere: ${path}`, path, 404)),
  ...parameters.map((name) =>
    form(
      `a field ${name} beside an address`,
      '/fr/sign-in',
      `email=a@specimen.example&${name}=https://elsewhere.example`,
      422,
    ),
  ),
  ...parameters.map((name) =>
    form(
      `a field ${name} beside a code`,
      '/fr/sign-in/code',
      `code=123456&${name}=//elsewhere.example`,
      422,
      { prepare: asked },
    ),
  ),
  ...elsewhere.map((place) =>
    ask(`signing in and then ${place}`, `/fr/sign-in?wanted=${place}&next=${place}`, 200, inert),
  ),
  ask('a first page and then elsewhere', '/?next=//elsewhere.example', 302, inert),
  ask('a private page and then elsewhere', '/fr/my?next=https://elsewhere.example', 302, {
    because: 'a visitor is asked to sign in',
  }),
  ask('a language that is an address', '/', 302, {
    headers: ['Accept-Language: //elsewhere.example'],
    because: 'it is no language of ours, and French is taken',
  }),
  ask('an address before ours, as proxies note it', '/', 302, {
    headers: [
      'X-Forwarded-Prefix: //elsewhere.example',
      'X-Original-URL: //elsewhere.example',
      'X-Rewrite-URL: /fr/lists/files',
    ],
    because: 'no such header is read',
  }),
];
