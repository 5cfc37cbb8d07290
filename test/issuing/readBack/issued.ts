import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type {
  CredentialPaper,
  LoggedStatement,
  StatusListPaper,
} from '../../../src/commands/ports/issuingPorts.ts';
import type { Deps } from '../../../src/commands/ports/ports.ts';
import type { Trust, TrustedKeys } from '../../../src/commands/verify/trust.ts';
import { drawBadge } from '../../../src/issuing/badge/badge.ts';
import { bakePng } from '../../../src/issuing/badge/bakedPng.ts';
import { bakeSvg } from '../../../src/issuing/badge/bakedSvg.ts';
import { makeCertificate } from '../../../src/issuing/certificate/certificate.ts';
import { buildConformity } from '../../../src/issuing/conformity/buildConformity.ts';
import type { Conformity } from '../../../src/issuing/conformity/conformityShape.ts';
import { makeConformity } from '../../../src/issuing/conformity/makeConformity.ts';
import { buildCredential } from '../../../src/issuing/credential/buildCredential.ts';
import { signCredential } from '../../../src/issuing/credential/signCredential.ts';
import { buildStatusList } from '../../../src/issuing/credential/statusList.ts';
import { renderPng } from '../../../src/issuing/drawing/raster.ts';
import { demoAuthority, type SealKey } from '../../../src/issuing/seal/demoAuthority.ts';
import { openSealer } from '../../../src/issuing/seal/openSealer.ts';
import { sealPdf } from '../../../src/issuing/seal/sealPdf.ts';
import type { RegisterRow } from '../../../src/register/registerRow.ts';
import { nthCertificate } from '../../bench/rows/certificate.ts';
import { logged, loggedConformity, statementFor } from '../../support/transparency/loggedStatement.ts';
import { TestLog } from '../../support/transparency/testLog.ts';
import { sampleConformity, sampleIssuer, samplePaper } from '../credential/credentialSample.ts';

export const today = '2026-11-25';
const publicUrl = 'https://label.example';
const { number, since, until, organisation, offers } = samplePaper();
export const labelNumber = number;
const address = `${publicUrl}/labels/${number}`;

/** One label, everything that was issued for it, and the issuer that signs more. */
export type Issued = Awaited<ReturnType<typeof issue>>;

/** Issues one label: its certificate, credential and badges, and two status lists, under keys that are made for it. */
export async function issue() {
  const issuer = await sampleIssuer();
  const authority = await demoAuthority(new Date('2026-11-01T00:00:00.000Z'));
  const log = new TestLog();
  /** Signs what is entered in the log, or said to be. */
  const sign = async (
    change: Partial<CredentialPaper> = {},
    by = issuer,
    entered: LoggedStatement | null = logged(log, statementFor(samplePaper(change))),
  ) => {
    const built = buildCredential(samplePaper(change), entered ?? undefined);
    return signCredential(built, by.key, by.document, samplePaper().issuedAt);
  };
  const list = async (change: Partial<StatusListPaper> = {}) => {
    const paper = {
      purpose: 'revocation',
      list: 1,
      bits: [7],
      at: '2026-11-20T00:00:00Z',
      publicUrl,
    } as const;
    const built = await buildStatusList({ ...paper, ...change });
    return JSON.stringify(await signCredential(built, issuer.key, issuer.document, paper.at));
  };
  const svg = drawBadge({
    number,
    status: 'active',
    language: 'fr',
    until,
    address,
    form: 'large',
    specimen: true,
  });
  const certificate = async (credential: string | null, by: SealKey | null = authority) => {
    const paper = {
      ...nthCertificate(1),
      number,
      since,
      until,
      organisation: organisation.name,
      offers,
      address,
    };
    const made = await makeCertificate(paper, {
      ...(credential !== null && { credential: Buffer.from(credential) }),
      ...(by && { seal: { name: 'Made in ESS', timestamped: false } }),
    });
    return by ? sealPdf(made, await openSealer(by, new Date(paper.createdAt))) : made;
  };
  const credential = JSON.stringify(await sign());
  const picture = await renderPng(svg, 512);
  const sealed = await certificate(credential);
  const digest = createHash('sha256').update(sealed).digest('hex');
  /** Its conformity credential, or one that says something else. */
  const conformity = (change: Partial<CredentialPaper> = {}) =>
    buildConformity({ credential: samplePaper(change), conformity: sampleConformity() }, digest);
  /** Signs a conformity credential with the proof of its entry, or of that of another. */
  const signToken = (one: Conformity, entered = loggedConformity(log, one)) =>
    makeConformity(one, issuer.tokenKey, entered);
  const files = {
    certificate: sealed,
    token: (await signToken(conformity())).bytes,
    json: Buffer.from(credential),
    png: bakePng(picture, credential),
    svg: Buffer.from(bakeSvg(svg, credential)),
    webp: await sharp(picture).webp({ quality: 80 }).toBuffer(),
  };
  const lists = [await list(), await list({ purpose: 'suspension', bits: [] })];
  const keys: TrustedKeys = {
    did: issuer.document,
    anchors: authority.chain.slice(-1),
    timeAnchors: [],
    statusLists: lists,
    log: {
      vkey: log.key.vkey,
      earlier: [],
      witnesses: log.witnesses.map(({ vkey }) => vkey),
      quorum: log.policy.quorum,
    },
  };
  return {
    issuer,
    authority,
    log,
    sign,
    conformity,
    signToken,
    list,
    svg,
    picture,
    certificate,
    credential,
    files,
    keys,
  };
}

/** Lets a store know the public log that files were entered in, with its witnesses. */
export async function publishLog({ store }: Pick<Deps, 'store'>, { keys }: Pick<Issued, 'keys'>, at: string) {
  const { vkey = '', witnesses = [] } = keys.log ?? {};
  await store.beginLog({ origin: vkey.split('+')[0] ?? '', vkey }, at);
  await store.addWitnesses(witnesses, at);
}

/** What is trusted: the issuer's keys, and a register of one row; both as a test wants them. */
export function trustIn(
  { keys, files }: Pick<Issued, 'keys' | 'files'>,
  { also = {}, row = {} }: { also?: Partial<TrustedKeys>; row?: Partial<RegisterRow> | null } = {},
): Trust {
  const digests = Object.values(files).map((bytes) => createHash('sha256').update(bytes).digest('hex'));
  const kept: RegisterRow | null = row && {
    number,
    revision: 1,
    state: 'active',
    standing: 'clean',
    since,
    until,
    history: [{ state: 'active', on: since }],
    organisation: organisation.name,
    offers: [...offers],
    successor: null,
    logged: 1,
    conformityLogged: 1,
    files: digests.map((digest) => ({ revision: 1, digest })),
    ...row,
  };
  return {
    keys: async () => ({ ...keys, ...also }),
    row: async (asked) => (asked === kept?.number ? kept : null),
    paper: async () => null,
    file: async (digest) => (kept && digests.includes(digest) ? { row: kept, revision: 1 } : null),
  };
}
