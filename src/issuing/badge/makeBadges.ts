import type { MadeFile } from '../../commands/ports/issuingPorts.ts';
import { renderPng, renderWebp } from '../drawing/raster.ts';
import { drawBadge } from './badge.ts';
import type { BadgeData } from './badgeData.ts';
import { makeBadgePrint } from './badgePrint.ts';
import { bakePng } from './bakedPng.ts';
import { bakeSvg } from './bakedSvg.ts';

const pngWidths = [256, 512, 1024] as const;
/** WebP can carry no credential (Open Badges 3.0, 5.3): it is for pages, its code to scan leads to the rest. */
const webpWidths = [256, 512] as const;

/**
 * A badge as it is issued: SVG and PNG with the credential inside, WebP, and one for printers. `createdAt` is the instant
 * that the last one names: same data, same bytes. `invalid` for a character not in the face.
 */
export async function makeBadges(
  data: BadgeData,
  credential: string,
  createdAt: string,
): Promise<readonly MadeFile[]> {
  const svg = drawBadge(data);
  const pngs = pngWidths.map(async (width): Promise<MadeFile> => {
    const bytes = bakePng(await renderPng(svg, width), credential);
    return { kind: 'badgePng', width, bytes, contentType: 'image/png' };
  });
  const webps = webpWidths.map(async (width): Promise<MadeFile> => {
    return { kind: 'badgeWebp', width, bytes: await renderWebp(svg, width), contentType: 'image/webp' };
  });
  const print = await makeBadgePrint(data, createdAt);
  return [
    { kind: 'badgeSvg', bytes: Buffer.from(bakeSvg(svg, credential)), contentType: 'image/svg+xml' },
    ...(await Promise.all([...pngs, ...webps])),
    { kind: 'badgePrint', bytes: print, contentType: 'application/pdf' },
  ];
}
