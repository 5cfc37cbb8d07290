import { LabelError } from '../../errors.ts';
import { dayOf } from '../../register/day.ts';
import { freshFor } from '../http/publicAnswer.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { Web, WebRouter } from '../http/state.ts';
import type { WebDeps } from '../http/webDeps.ts';
import { type BadgeWanted, badgeTypes, badgeWanted } from '../register/badgeWanted.ts';
import { isShownAsIssued } from '../register/issuedPath.ts';
import { issuedFile } from '../register/labelFiles.ts';
import { lookUp, readEntry } from '../register/readEntry.ts';
import type { BadgeFormat } from '../schemas/badge.ts';
import { type ShownBadge, shownBadge } from '../views/badge.view.ts';

/** A site goes on showing a badge for ten minutes while we give no answer at all (RFC 5861 4). */
const cached = `public, max-age=${freshFor}, stale-if-error=600`;

/** The badge of a label as it stands today, at an address that stays: what is asked is read by `badgeWanted`. */
export function badgeRoutes(router: WebRouter, { deps }: Web): void {
  router.get('/badges/:file', openToAll, async (ctx) => {
    const { number, format } = fileOf(ctx.params.file ?? '');
    const wanted = badgeWanted(ctx.query, format);
    const today = dayOf(deps.clock.now().toISOString());
    const { entry, asOf } = await readEntry(ctx, deps, number);
    const next = async (successor: string) => (wanted.isOwn ? { entry: null } : lookUp(ctx, deps, successor));
    const shown = await shownBadge(next, entry, today);
    if (!shown) throw new LabelError('labelUnknown', { params: { number: entry.number } });
    ctx.set('Cache-Control', wanted.mayBeCached ? cached : 'no-store');
    // Out of reach of the database there are no stored files either.
    ctx.body = (asOf ? null : await issuedBytes(deps, shown, wanted)) ?? (await draw(deps, shown, wanted));
    ctx.type = badgeTypes[format];
  });
}

function fileOf(file: string): { number: string; format: BadgeFormat } {
  const [, number = '', format] = /^(.+)\.(svg|png|webp)$/.exec(file) ?? [];
  if (format !== 'svg' && format !== 'png' && format !== 'webp') throw new LabelError('notFound');
  return { number, format };
}

/** The stored badge of the newest revision, when it is the one asked for and says what is true today. */
async function issuedBytes(deps: WebDeps, { entry, status }: ShownBadge, wanted: BadgeWanted) {
  const { format, form, language = entry.language, width } = wanted;
  if (form !== 'large' || language !== entry.language || !isShownAsIssued(entry, status)) return null;
  if (format === 'svg') return issuedFile(deps, entry, 'badgeSvg');
  return issuedFile(deps, entry, format === 'png' ? 'badgePng' : 'badgeWebp', width);
}

async function draw({ badges }: WebDeps, { entry, status }: ShownBadge, wanted: BadgeWanted) {
  const { format, form, language = entry.language, width } = wanted;
  const svg = await badges.draw(entry, status, form, language);
  return format === 'svg' ? svg : badges[format](svg, width);
}
