import { requireVisible } from '../../commands/common/requireVisible.ts';
import { LabelError } from '../../errors.ts';
import { dayOf } from '../../register/day.ts';
import type { Entry, IssuedFile, IssuedKind } from '../../register/entry.ts';
import { statusToday } from '../../register/publicStatus.ts';
import { readQuery } from '../forms/readQuery.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { Web, WebRouter } from '../http/state.ts';
import type { WebDeps } from '../http/webDeps.ts';
import { certificateQuery } from '../schemas/label.ts';
import { readEntry } from './readEntry.ts';

/** Files for printing by address; their last part, after the number, is the name that they are saved under. */
export const printed = [
  ['/badges/:number.pdf', 'badgePrint', 'badge'],
  ['/labels/:number/door-sign-a4.pdf', 'doorSignA4', 'door-sign-a4'],
  ['/labels/:number/door-sign-a6.pdf', 'doorSignA6', 'door-sign-a6'],
  ['/labels/:number/stand-sign.pdf', 'standSign', 'stand-sign'],
] as const satisfies readonly (readonly [string, IssuedKind, string])[];
export type PrintedKind = (typeof printed)[number][1];

/**
 * The certificate of a label as it was last issued, in its newest form or in one of its digest, and what a holder prints: the newest
 * of it, and only while the label holds, because paper goes on saying what it said; else `labelNotValid`. A label whose renewal is
 * under way holds.
 */
export function labelFileRoutes(router: WebRouter, { deps }: Web): void {
  router.get('/labels/:number/certificate.pdf', openToAll, async (ctx) => {
    const { entry } = await readEntry(ctx, deps, ctx.params.number ?? '');
    const { digest } = readQuery(certificateQuery, ctx.query);
    const isAsked = (file: IssuedFile) => file.digest === digest && file.revision === entry.revision;
    const forms = entry.files.filter(({ kind }) => kind === 'certificate');
    const certificate = digest === undefined ? forms.at(-1) : forms.find(isAsked);
    const { bytes } = requireVisible(certificate && (await deps.files.read(certificate.digest)));
    ctx.attachment(`${entry.number}.pdf`, { type: 'inline' });
    ctx.body = bytes;
  });
  for (const [address, kind, name] of printed) {
    router.get(address, openToAll, async (ctx) => {
      const { entry } = await readEntry(ctx, deps, ctx.params.number ?? '');
      const { valid } = statusToday(entry, dayOf(deps.clock.now().toISOString()));
      if (!valid) throw new LabelError('labelNotValid');
      const bytes = requireVisible(await issuedFile(deps, entry, kind));
      ctx.attachment(`${entry.number}-${name}.pdf`, { type: 'inline' });
      ctx.body = bytes;
    });
  }
}

/** The bytes of a file of an entry's newest revision; null where it has none, or none of that width. */
export async function issuedFile({ files }: WebDeps, entry: Entry, kind: IssuedKind, width?: number) {
  const newest = entry.files.filter((issued) => issued.kind === kind && issued.revision === entry.revision);
  const file = newest.findLast((issued) => width === undefined || issued.width === width);
  return file ? ((await files.read(file.digest))?.bytes ?? null) : null;
}
