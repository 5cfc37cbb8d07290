import { linkKey, tokenOf } from '../../../src/commands/common/signedLink.ts';
import { testSecret } from '../run/service.ts';
import type { Browser } from '../web.ts';

/** What is there to be asked for. */
export interface There {
  readonly number: string;
  readonly organisationId: string;
  /** Of an offer of the label. */
  readonly offer: string;
  readonly personId: string;
  readonly complaint: { readonly number: string; readonly secret: string };
  /** The secret of a calendar. */
  readonly feed: string;
  /** The token of a questionnaire. */
  readonly questionnaire: string;
}

type Asking = (visitor: Browser) => PromiseLike<{ readonly status: number }>;

/** How each public route is asked: by its path with what is there, or as it says itself. */
export function asksOf(there: There): (method: string, path: string) => readonly Asking[] {
  const { number, organisationId, offer, personId, complaint, feed, questionnaire } = there;
  const sign = (...said: string[]) => tokenOf(linkKey(testSecret), said);
  const unsubscribe = { person: personId, topic: 'labelNews', token: sign(personId, 'labelNews') };
  const outcome = {
    ...{ conversation: 'none', organisation: organisationId, person: personId },
    token: sign('outcome', personId, 'none', organisationId),
  };
  const values: Readonly<Record<string, string>> = {
    ...{ language: 'fr', number, organisationId, complaint: complaint.number, token: questionnaire },
    ...{
      list: 'revocation-1',
      revision: '1',
      version: '1.0.0',
      theme: 'LUC',
      id: 'LUC-03',
      criterion: 'LUC-03',
      offer,
    },
    ...{ part: 'labels-1.xml', name: 'style.css', schema: 'Label', group: 'register', file: 'none' },
  };
  const filled = (path: string) => path.replaceAll(/:(\w+)/g, (_, part: string) => values[part] ?? 'none');
  const get =
    (address: string): Asking =>
    (visitor) =>
      visitor.get(address);
  const form =
    (address: string, fields: Readonly<Record<string, string>>): Asking =>
    (visitor) =>
      visitor.send(address, 'form', new URLSearchParams(fields).toString());
  const parts =
    (address: string, fields: Readonly<Record<string, string>>, file?: readonly [string, string]): Asking =>
    (visitor) =>
      visitor.parts(
        address,
        (sent) => {
          for (const [name, value] of Object.entries(fields)) sent.field(name, value);
          return file ? sent.attach('file', Buffer.from(file[1]), file[0]) : sent;
        },
        null,
      );
  const numbers = { numbers: `${number}\nMIE-26-00099-G`, on: '' };
  const report = { kind: 'misuse', place: 'shop', text: 'Un autocollant sur une vitrine.', number, link: '' };
  const own: Readonly<Record<string, readonly Asking[]>> = {
    'GET /log/tile/:level/*path': [get('/log/tile/0/000.p/1')],
    'GET /log/tile/entries/*path': [get('/log/tile/entries/000.p/1')],
    'GET /log/statements/*path': [get('/log/statements/000.p/1')],
    'GET /calendar/:file': [get(`/calendar/${feed}.ics`)],
    'GET /badges/:file': ['svg', 'png', 'webp'].map((form) => get(`/badges/${number}.${form}`)),
    'GET /oembed': [get(`/oembed?url=${encodeURIComponent(`http://label.example/fr/labels/${number}`)}`)],
    'GET /api/v1/labels': ['', '?q=pain', '?status=active', '?near=Carouge&within=5'].map((query) =>
      get(`/api/v1/labels${query}`),
    ),
    'GET /:language/register': [
      ...['', '?q=pain', '?q=pain+velo&valid=any', '?q=xqzt', '?q=boulangerie&page=2', '?near=Carouge'],
    ].map((query) => get(`/fr/register${query}`)),
    'GET /:language/verify': ['', `?q=${number}`, '?q=Boulangerie', '?q=Boulangerie&on=2026-11-02'].map(
      (query) => get(`/fr/verify${query}`),
    ),
    'GET /:language/unsubscribe': [get(`/fr/unsubscribe?${new URLSearchParams(unsubscribe)}`)],
    'GET /:language/outcome': [get(`/fr/outcome?${new URLSearchParams(outcome)}`)],
    'POST /api/v1/lookup': [
      (visitor) => visitor.send('/api/v1/lookup', 'json', JSON.stringify({ numbers: [number] })),
    ],
    'POST /:language/register/near': [form('/fr/register/near', { latitude: '46.18', longitude: '6.14' })],
    'POST /:language/verify': [parts('/fr/verify', {}, ['label.txt', 'no certificate'])],
    'POST /:language/verify/several': [form('/fr/verify/several', numbers)],
    'POST /:language/verify/several.csv': [form('/fr/verify/several.csv', numbers)],
    'POST /:language/verify/several.xlsx': [form('/fr/verify/several.xlsx', numbers)],
    'POST /:language/verify/several/file': [parts('/fr/verify/several/file', {}, ['list.csv', number])],
    'POST /:language/report': [parts('/fr/report', { ...report, email: '', topic: '' })],
    'POST /:language/report/:complaint': [
      form(filled('/fr/report/:complaint'), { secret: complaint.secret }),
    ],
    'POST /:language/report/:complaint/secret': [
      form(filled('/fr/report/:complaint/secret'), { email: 'none@label.example' }),
    ],
    'POST /:language/unsubscribe': [form(`/fr/unsubscribe?${new URLSearchParams(unsubscribe)}`, {})],
  };
  return (method, path) =>
    own[`${method} ${path}`] ?? [method === 'GET' ? get(filled(path)) : form(filled(path), {})];
}
