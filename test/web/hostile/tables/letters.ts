import { ask, form, type Row, send } from '../support/row.ts';

const signIn = '/fr/sign-in';
const account = '/fr/account';
const applicant = { as: 'applicant' } as const;
const place = 'legalForm=association&street=Rue+1&postcode=1201&commune=Gen%C3%A8ve';

/** Addresses that look like another one, that mean more than one, or that a mail server would read otherwise. */
const addresses: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['no at', 'nobody'],
  ['a Cyrillic а', '\u0430dmin@specimen.example'],
  ['a Cyrillic е in the domain', 'officer@sp\u0435cimen.example'],
  ['a Greek ο', '\u03bfwner@specimen.example'],
  ['an Armenian օ', '\u0585wner@specimen.example'],
  ['a letter of mathematics', '\u{1d428}wner@specimen.example'],
  ['full-width letters', '\uff4f\uff57\uff4e\uff45\uff52@specimen.example'],
  ['a full-width at', 'owner\uff20specimen.example'],
  ['a small at', 'owner\ufe6bspecimen.example'],
  ['an ideographic full stop', 'owner@specimen\u3002example'],
  ['a full-width full stop', 'owner@specimen\uff0eexample'],
  ['a Kelvin sign', '\u212anown@specimen.example'],
  ['a dotless i', 'off\u0131cer@specimen.example'],
  ['a capital I with a dot', 'OFF\u0130CER@specimen.example'],
  ['a long s', 'owner@\u017fpecimen.example'],
  ['a sharp s', 'owner@specimen\u00df.example'],
  ['a letter with its accent apart', 'owne\u0301r@specimen.example'],
  ['a joined letter', '\ufb01le@specimen.example'],
  ['a zero-width space', 'owner\u200b@specimen.example'],
  ['a zero-width joiner', 'own\u200der@specimen.example'],
  ['a zero-width non-joiner', 'own\u200cer@specimen.example'],
  ['a word joiner', 'owner\u2060@specimen.example'],
  ['a soft hyphen', 'own\u00ader@specimen.example'],
  ['a byte order mark inside', 'own\ufeffer@specimen.example'],
  ['a turn of direction', 'owner\u202e@specimen.example'],
  ['a mark of direction', 'owner\u200f@specimen.example'],
  ['a hidden tag', 'owner\u{e0061}@specimen.example'],
  ['a selector of a variant', 'owner\ufe0f@specimen.example'],
  ['an emoji', '\u{1f600}@specimen.example'],
  ['a name of another script', 'owner@\u043f\u0440\u0438\u043c\u0435\u0440.example'],
  ['a hard space', 'owner\u00a0@specimen.example'],
  ['a space', 'ow ner@specimen.example'],
  ['a tab', 'owner\t@specimen.example'],
  ['two addresses with a comma', 'owner@specimen.example,other@elsewhere.example'],
  ['two addresses with a semicolon', 'owner@specimen.example;other@elsewhere.example'],
  ['two addresses with a space', 'owner@specimen.example other@elsewhere.example'],
  ['two ats', 'owner@specimen.example@elsewhere.example'],
  ['a name before', 'Owner <owner@specimen.example>'],
  ['quotes', '"owner"@specimen.example'],
  ['a comment', 'owner(x)@specimen.example'],
  ['a route', '@elsewhere.example:owner@specimen.example'],
  ['a number of a machine', 'owner@[127.0.0.1]'],
  ['a machine without a domain', 'owner@localhost'],
  ['an empty name', '@specimen.example'],
  ['a dot at the end', 'owner@specimen.example.'],
  ['two dots', 'owner@specimen..example'],
  ['a name of 65 characters', `${'x'.repeat(65)}@specimen.example`],
  ['an encoded word', '=?utf-8?q?owner=40specimen.example?=@'],
  ['a header after it', 'owner@specimen.example\r\nBcc: other@elsewhere.example'],
  ['a header after a line end alone', 'owner@specimen.example\nBcc: other@elsewhere.example'],
  ['a header after a carriage return alone', 'owner@specimen.example\rBcc: other@elsewhere.example'],
  ['a command of a mail server', 'owner@specimen.example>\r\nRCPT TO:<other@elsewhere.example'],
  ['a line separator', 'owner@specimen.example\u2028Bcc: other@elsewhere.example'],
  ['a next line', 'owner@specimen.example\u0085Bcc: other@elsewhere.example'],
];

/** Names that would add a line to a letter or a page, or turn the direction of what follows. */
const names: readonly (readonly [string, string])[] = [
  ['a header of a letter', 'Sp\u00e9cimen\r\nBcc: other@elsewhere.example'],
  ['a line end alone', 'Sp\u00e9cimen\nBcc: x'],
  ['a carriage return alone', 'Sp\u00e9cimen\rBcc: x'],
  ['a turn of direction', 'Sp\u00e9cimen\u202efdp.exe'],
  ['an isolate', 'Sp\u00e9cimen\u2066x\u2069'],
  ['a mark of direction', 'Sp\u00e9cimen\u200f'],
  ['an escape sequence of a terminal', 'Sp\u00e9cimen\u001b[31m'],
  ['a bell', 'Sp\u00e9cimen\u0007'],
  ['a next line', 'Sp\u00e9cimen\u0085x'],
  ['a byte order mark', 'Sp\u00e9c\ufeffimen'],
  ['white space alone', ' \u00a0\u3000\u2003 '],
];

/** Sites that are no site, or not the organisation's own. */
const sites: readonly (readonly [string, string])[] = [
  ['a script', 'javascript:alert(1)'],
  ['data', 'data:text/html,<script>alert(1)</script>'],
  ['a name and a password', 'https://owner:secret@specimen.example'],
  ['an address of the own network', 'http://192.168.1.1/'],
  ['the same as one number', 'http://3232235777'],
  ['the service itself', 'http://label.example'],
  ['a port', 'https://specimen.example:8443'],
  ['a quote and a tag', 'https://specimen.example"><script>'],
  ['a header', 'https://specimen.example\r\nLocation: https://elsewhere.example'],
  ['a turn of direction', 'https://specimen.example\u202e'],
  ['all names of a country', 'co.uk'],
  ['an endless name', `https://${'a.'.repeat(4000)}example`],
];

/** Bytes that are no text of ours. */
const bytes = ['a%00b', '%FF%FE', '%C0%AF', '%ED%A0%80', '%F4%90%80%80', '%E2%82', '%', '%zz'];

const typed = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString();

/** Letters and lines in what people type: look-alikes of addresses, hidden characters, headers of letters and of answers. */
export const letters: readonly Row[] = [
  ...addresses.map(([what, email]) => form(`an address with ${what}`, signIn, typed({ email }), 422)),
  ...names.map(([what, name]) =>
    form(`a name with ${what}`, account, typed({ name, language: 'fr' }), 422, applicant),
  ),
  ...names.map(([what, name]) =>
    form(
      `a name of an organisation with ${what}`,
      '/fr/organisations/new',
      `${typed({ name })}&${place}`,
      422,
      applicant,
    ),
  ),
  ...[
    '\u0421\u043f\u0435\u0446\u0438\u043c\u0435\u043d',
    'Sp\u200becimen',
    '\u{1d412}pecimen',
    'Sp\u3164ecimen',
    '\u{1f600}',
  ].map((name) =>
    form(
      `a name of an organisation that cannot be printed: ${JSON.stringify(name)}`,
      '/fr/organisations/new',
      `${typed({ name })}&${place}`,
      422,
      applicant,
    ),
  ),
  ...sites.map(([what, website]) =>
    form(
      `a site of an organisation with ${what}`,
      '/fr/organisations/new',
      `${typed({ name: 'Spécimen', website })}&${place}`,
      422,
      applicant,
    ),
  ),
  ...bytes.map((value) => form(`an address of the bytes ${value}`, signIn, `email=${value}`, 400)),
  ...bytes.map((value) =>
    form(`a field of the bytes ${value}`, signIn, `${value}=1&email=a@specimen.example`, 400),
  ),
  send(
    'JSON of bytes that are no UTF-8',
    signIn,
    'application/json',
    [Buffer.from('{"email":"a\xff\xfe"}', 'latin1')],
    400,
    { headers: ['X-CSRF-Token: §csrf'] },
  ),
  send('JSON of half a character', signIn, 'application/json', ['{"email":"\\ud800"}'], 400, {
    headers: ['X-CSRF-Token: §csrf'],
  }),
  send('JSON with a NUL', signIn, 'application/json', ['{"email":"\\u0000"}'], 400, {
    headers: ['X-CSRF-Token: §csrf'],
  }),
  send('JSON with a NUL in a name', signIn, 'application/json', ['{"ema\\u0000il":"x"}'], 400, {
    headers: ['X-CSRF-Token: §csrf'],
  }),
  send('JSON in UTF-16', signIn, 'application/json', [Buffer.from('\ufeff{"email":"x"}', 'utf16le')], 400, {
    headers: ['X-CSRF-Token: §csrf'],
  }),
  ...[
    '"><script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    "';alert(1)//",
    '{{constructor.constructor("return 1")()}}',
    '<svg/onload=alert(1)>',
    'javascript:alert(1)',
    '%3Cscript%3E',
    '&lt;script&gt;alert(1)',
  ].flatMap((text) => [
    form(`a page in an address: ${text}`, signIn, typed({ email: text }), 422),
    form(
      `a page in a name of a field: ${text}`,
      signIn,
      typed({ [text]: '1', email: 'a@specimen.example' }),
      422,
    ),
    ask(`a page in a number of a label: ${text}`, `/fr/labels/${encodeURIComponent(text)}`, 404),
  ]),
  ask(
    'a page in a mistyped number',
    '/fr/labels/MIE-26-00042-X%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E',
    404,
  ),
  ask('a header in an address', '/fr/labels/x%0d%0aX-Injected:%201', 404),
  ask('a header in a language', '/fr%0d%0aX-Injected:%201/sign-in', 404),
  ask('a header in a place to go on to', '/fr/labels/mie-26-00042-d?x=%0d%0aX-Injected:%201', 302, {
    because: 'the address stays escaped',
  }),
  ask('a header in a number that is forgiven its white space', '/fr/labels/MIE%0d%0a-26-00042-D', 302, {
    because: 'the place to go on to is made of the number',
  }),
  ask('a header in a search for a number', '/fr/register?q=MIE-26-00042-D%0d%0aX-Injected:%201', 302, {
    because: 'the place to go on to is made of the number',
  }),
  ask('a page in a search', '/fr/register?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E', 200, {
    because: 'it is shown as a text',
  }),
];
