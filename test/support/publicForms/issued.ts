import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { parse } from 'node-html-parser';
import { languages } from '../../../src/criteria/scheme.ts';
import { credentialWords } from '../../../src/issuing/credential/credentialWords.ts';
import { qrPath } from '../../../src/issuing/drawing/qrPath.ts';
import { printed } from '../../../src/web/register/labelFiles.ts';
import type { Looked, PublicForm, Said } from './said.ts';
import { badgeIn } from './shown.ts';

/** The badge as it is drawn today, in a form and in French, of the label itself. */
export const badge: PublicForm = async ({ visitor, label, shown }) => {
  const path = `/badges/${label.id}.svg?form=standard&language=fr&successor=no`;
  return [['badge', titleOf((await visitor.get(path)).body), badgeIn('fr', label, shown)]];
};

/** Each form of the badge in each language; the largest leads those who scan it to the label. */
export const everyBadge: PublicForm = async ({ web, visitor, label, shown }) => {
  const all = languages.flatMap((language) =>
    (['mark', 'standard', 'large'] as const).map(async (form): Promise<readonly Said[]> => {
      const path = `/badges/${label.id}.svg?form=${form}&language=${language}&successor=no`;
      const svg = String((await visitor.get(path)).body);
      const code = qrPath(`${web.deps.publicUrl}/labels/${label.id}`).path;
      return [
        [`badge ${form} in ${language}`, titleOf(svg), badgeIn(language, label, shown)],
        [`badge ${form} in ${language}: code`, svg.includes(code), form === 'large'],
      ];
    }),
  );
  return (await Promise.all(all)).flat();
};

/** Where the code of a badge, of a certificate and of a sign leads. */
export const codeTarget: PublicForm = async ({ visitor, label }) => {
  const { status, headers } = await visitor
    .get(`/labels/${label.id}`)
    .set('Accept', 'text/html')
    .set('Accept-Language', 'it');
  return [['target of the code', `${status} ${headers.location}`, `302 /it/labels/${label.id}`]];
};

/** The certificate at its address, and what is printed: given out only while the label holds. */
export const papers: PublicForm = async ({ visitor, label, shown }) => {
  const certificate = (await visitor.get(`/labels/${label.id}/certificate.pdf`)).body;
  const digest = createHash('sha256').update(certificate).digest('hex');
  const sheets = printed.map(async ([path, kind]): Promise<Said> => {
    const { status } = await visitor.get(path.replace(':number', label.id));
    return [`print of ${kind}`, status === 200, shown.valid];
  });
  return [['certificate', digest, label.context.certificate], ...(await Promise.all(sheets))];
};

/** The newest credential, the conformity credential beside it, and what the published status lists say of it once the workers have done their part. */
export const credential: PublicForm = async (looked) => {
  const { web, visitor, label, shown } = looked;
  const { id, context, language } = label;
  const signed = JSON.parse(String((await visitor.get(`/credentials/${id}`)).text));
  const { printedStanding = context.standing } = (await web.deps.store.entry(id)) ?? {};
  const [before = ''] =
    credentialWords[language][printedStanding === 'clean' ? 'name' : printedStanding].split('{');
  const attested = claimsOf(String((await visitor.get(`/conformity/${id}`).responseType('text')).body));
  const said: Said[] = [
    // One entry in the lists: whatever they say of one, they say of the other.
    [
      'conformity: status',
      JSON.stringify(attested.credentialStatus),
      JSON.stringify(signed.credentialStatus),
    ],
    [
      'conformity: name and revision',
      `${attested.name} ${String(attested.id).split('/').at(-1)}`,
      `${signed.name} ${context.revision}`,
    ],
    ['credential', String(signed.id).split('/').at(-1), String(context.revision)],
    ['credential: standing', String(signed.name).includes(before) || signed.name, true],
  ];
  if (await isToBePublished(looked)) return said;
  const { statusListIndex, statusListCredential } = signed.credentialStatus;
  const { pathname } = new URL(String(statusListCredential));
  const isSet = async (path: string) => {
    const list = JSON.parse(String((await visitor.get(path)).text));
    return bitAt(list.credentialSubject.encodedList, Number(statusListIndex));
  };
  const isRevoked = await isSet(pathname);
  const isSuspended = await isSet(pathname.replace('revocation', 'suspension'));
  return [
    ...said,
    // What was revoked once stays so, whatever becomes of the label.
    ['status list of revocation', isRevoked, shown.revoked ?? isRevoked],
    ['status list of suspension', isSuspended, shown.suspended],
  ];
};

/** What a token claims. */
function claimsOf(token: string) {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

async function isToBePublished({ web, label }: Looked): Promise<boolean> {
  const job = { stream: `labels/${label.id}`, handler: 'publishStatus', state: 'waiting' };
  return (await web.connection.collection('jobs').findOne(job)) !== null;
}

function titleOf(svg: unknown): string {
  return parse(String(svg)).querySelector('title')?.text ?? '';
}

/** Bitstring Status List, 3.3: the first bit is the highest of the first byte. */
function bitAt(encoded: string, index: number): boolean {
  const bytes = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'));
  return ((bytes[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0;
}
