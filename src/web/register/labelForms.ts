import { requireVisible } from '../../commands/common/requireVisible.ts';
import { fault, LabelError } from '../../errors.ts';
import { dayOf } from '../../register/day.ts';
import { statusToday } from '../../register/publicStatus.ts';
import { validityToday } from '../../register/validity.ts';
import { readQuery } from '../forms/readQuery.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { WebContext } from '../http/state.ts';
import type { WebDeps } from '../http/webDeps.ts';
import { labelQuery } from '../schemas/label.ts';
import { labelJson, labelOnDayJson } from './labelJson.ts';
import { linkset, linksetHeader, linksetType } from './linkset.view.ts';
import { readEntry } from './readEntry.ts';

/** How the names of what is signed for programs end. */
const endings = { credential: 'json', conformity: 'jwt' } as const;

/** Verifiers ask for a credential by many names; the first is understood by those that know no other. */
export const credentialTypes = ['application/ld+json', 'application/vc', 'application/vc+ld+json'] as const;

/** A conformity credential as it is sent (VC JOSE COSE, 6.1). */
export const conformityType = 'application/vc+jwt';

/**
 * Answers at the address of a label in the form that a program asks for: the data as JSON, the set of its links, or a credential. False where a page is requested, or nothing in particular; what is answered then depends on that as well.
 */
export async function answerProgram(ctx: WebContext, deps: WebDeps): Promise<boolean> {
  ctx.vary('Accept');
  const wanted = ctx.accepts('html', 'json', linksetType, conformityType, ...credentialTypes);
  if (wanted === false || wanted === 'html') return false;
  const send = { json: sendLabel, [linksetType]: sendLinkset, [conformityType]: sendConformity }[wanted];
  await openToAll(ctx, () => (send ?? sendCredential)(ctx, deps));
  return true;
}

/** The set of links of the label of the address (RFC 9264). */
async function sendLinkset(ctx: WebContext, deps: WebDeps): Promise<void> {
  const known = await readEntry(ctx, deps, ctx.params.number ?? '');
  const status = statusToday(known.entry, dayOf(deps.clock.now().toISOString()));
  ctx.body = JSON.stringify(linkset({ ...known, status }, deps.publicUrl));
  ctx.type = linksetType;
}

/** The label of the address as JSON: as it stands today, or stood on the requested day; `badRequest` for an invalid or future one. */
export async function sendLabel(ctx: WebContext, deps: WebDeps): Promise<void> {
  const today = dayOf(deps.clock.now().toISOString());
  const { on } = readQuery(labelQuery, ctx.query);
  if (on > today) throw new LabelError('badRequest', { faults: [fault('on', 'dayAhead')] });
  const known = await readEntry(ctx, deps, ctx.params.number ?? '');
  ctx.vary('Accept-Language');
  ctx.append('Link', linksetHeader(known.entry, deps.publicUrl));
  ctx.body = JSON.stringify(
    on === ''
      ? labelJson(known, validityToday(known.entry, today), ctx.words, deps.publicUrl)
      : labelOnDayJson(known, on, today, ctx.words, deps.publicUrl),
  );
  ctx.type = 'json';
}

/** The credential of the label of the address: the newest, or that of a revision the address names. */
export async function sendCredential(ctx: WebContext, deps: WebDeps): Promise<void> {
  sendJsonLd(ctx, await signedFile(ctx, deps, 'credential'));
}

/** The conformity credential of the label of the address, a token: the newest, or that of a revision the address names. */
export async function sendConformity(ctx: WebContext, deps: WebDeps): Promise<void> {
  ctx.body = await signedFile(ctx, deps, 'conformity');
  ctx.type = conformityType;
}

/**
 * The bytes of what was signed for the label of the address: the newest of a kind, or that of a revision the address names, unless it says a
 * name that the register does not say any more.
 */
async function signedFile(ctx: WebContext, deps: WebDeps, signed: keyof typeof endings): Promise<Buffer> {
  const { number = '', revision } = ctx.params;
  const { entry } = await readEntry(ctx, deps, number);
  const issued = entry.files.filter(({ kind }) => kind === signed);
  const file =
    revision === undefined ? issued.at(-1) : issued.find((one) => String(one.revision) === revision);
  const isOlder = file !== undefined && file.revision < entry.revision;
  if (isOlder && (await deps.store.isUnsaid(entry.number, file.revision))) throw new LabelError('notFound');
  const { bytes } = requireVisible(file && (await deps.files.read(file.digest)));
  // A browser that saves it gives it a name by which it can be brought to be verified.
  ctx.attachment(`${entry.number}.${endings[signed]}`, { type: 'inline' });
  return bytes;
}

/** A signed document under the requested name. */
export function sendJsonLd(ctx: WebContext, body: string | Buffer): void {
  ctx.vary('Accept');
  ctx.body = body;
  ctx.type = ctx.accepts(...credentialTypes) || credentialTypes[0];
}
