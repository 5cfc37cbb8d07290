import { LabelError } from '../../errors.ts';
import type { Day } from '../../register/day.ts';
import { dayOf } from '../../register/day.ts';
import type { Entry } from '../../register/entry.ts';
import { type PublicStatus, statusToday } from '../../register/publicStatus.ts';
import { openToAll } from '../middleware/securityHeaders.ts';
import { lookUp, readEntry } from '../readEntry.ts';
import type { Web, WebContext, WebRouter } from '../state.ts';
import type { WebDeps } from '../webDeps.ts';
import { type BadgeFormat, type BadgeWanted, badgeTypes, badgeWanted } from './badgeWanted.ts';
import { issuedFile } from './labelFiles.ts';

/** Which badge is shown, and what it says on the day of the answer. */
interface Shown {
  readonly entry: Entry;
  readonly status: PublicStatus;
}

/** The badge of a label as it stands today, at an address that stays: what is asked is read by `badgeWanted`. */
export function badgeRoutes(router: WebRouter, { deps }: Web): void {
  router.get('/badges/:file', openToAll, async (ctx) => {
    const { number, format } = fileOf(ctx.params.file ?? '');
    const wanted = badgeWanted(ctx.query, format);
    const today = dayOf(deps.clock.now().toISOString());
    const { entry, asOf } = await readEntry(ctx, deps, number);
    const shown = await shownFor(ctx, deps, entry, today);
    if (!wanted.mayBeKept) ctx.set('Cache-Control', 'no-store');
    // Out of reach of the database there are no stored files either.
    const stored = asOf ? null : await issuedBytes(deps, shown, format, wanted);
    ctx.body = stored ?? (await draw(deps, shown, format, wanted));
    ctx.type = badgeTypes[format];
  });
}

function fileOf(file: string): { number: string; format: BadgeFormat } {
  const [, number = '', format] = /^(.+)\.(svg|png|webp)$/.exec(file) ?? [];
  if (format !== 'svg' && format !== 'png' && format !== 'webp') throw new LabelError('notFound');
  return { number, format };
}

/**
 * What stands at the address of a label: for one that was replaced, the badge of the label that took its place, so that a
 * renewed label needs no change on any site; only one step far, and its own where that one was replaced too.
 */
async function shownFor(ctx: WebContext, deps: WebDeps, entry: Entry, today: Day): Promise<Shown> {
  const own = { entry, status: statusToday(entry, today) };
  if (own.status.word === 'superseded' && entry.successor !== undefined) {
    const { entry: next } = await lookUp(ctx, deps, entry.successor);
    const status = next && statusToday(next, today);
    if (next && status && status.word !== 'superseded' && !beingIssued(status))
      return { entry: next, status };
  }
  if (beingIssued(own.status)) throw new LabelError('labelUnknown', { params: { number: entry.number } });
  return own;
}

/** A label without a certificate yet must not be taken for one. */
function beingIssued({ word, valid }: PublicStatus): boolean {
  return !valid && (word === 'active' || word === 'provisional');
}

/** The stored badge of the newest revision, when it is the one asked for and says what is true today. */
async function issuedBytes(
  deps: WebDeps,
  { entry, status }: Shown,
  format: BadgeFormat,
  { form, language, width }: BadgeWanted,
): Promise<Buffer | null> {
  if (form !== 'large' || (language !== null && language !== entry.language)) return null;
  if (status.word !== 'active' && status.word !== 'provisional') return null;
  if (format === 'svg') return issuedFile(deps, entry, 'badgeSvg');
  return issuedFile(deps, entry, format === 'png' ? 'badgePng' : 'badgeWebp', width);
}

async function draw(
  { badges }: WebDeps,
  { entry, status }: Shown,
  format: BadgeFormat,
  { form, language, width }: BadgeWanted,
): Promise<string | Buffer> {
  const svg = await badges.draw(entry, status, form, language ?? entry.language);
  return format === 'svg' ? svg : badges[format](svg, width);
}
