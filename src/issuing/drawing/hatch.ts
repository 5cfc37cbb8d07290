/** A rounded rectangle: left, top, right, bottom, and the radius of its corners. */
export type RoundedBox = Readonly<Record<'left' | 'top' | 'right' | 'bottom' | 'radius', number>>;

type Point = readonly [x: number, y: number];

/**
 * Rising stripes at 45° that end exactly on the edge of a rounded box, as path data of lines to stroke.
 * Cut by geometry, not by a clip or a pattern: those need ids, which clash when a page shows two badges.
 */
export function hatch(box: RoundedBox, pitch: number): string {
  let path = '';
  for (let sum = box.left + box.top + pitch; sum < box.right + box.bottom; sum += pitch) {
    const low = end(box, sum, 'low');
    const high = end(box, sum, 'high');
    if (low && high && low[0] < high[0]) path += `M${low.map(round).join(' ')}L${high.map(round).join(' ')}`;
  }
  return path;
}

/** The end of the stripe x + y = sum, at its lower left or its upper right; null when a corner leaves none. */
function end(box: RoundedBox, sum: number, which: 'low' | 'high'): Point | null {
  const x = which === 'low' ? Math.max(box.left, sum - box.bottom) : Math.min(box.right, sum - box.top);
  const corner = cornerAt(box, [x, sum - x]);
  if (!corner) return [x, sum - x];
  const [cx, cy] = corner;
  const offset = (cx - cy + sum) / 2 - cx;
  const distance = Math.abs(cx + cy - sum) / Math.SQRT2;
  if (distance > box.radius) return null;
  const reach = Math.sqrt((box.radius ** 2 - distance ** 2) / 2);
  const cut = cx + offset + (which === 'low' ? -reach : reach);
  return [cut, sum - cut];
}

/** The centre of the corner whose square holds the point. */
function cornerAt({ left, top, right, bottom, radius }: RoundedBox, [x, y]: Point): Point | null {
  const cx = x < left + radius ? left + radius : x > right - radius ? right - radius : null;
  const cy = y < top + radius ? top + radius : y > bottom - radius ? bottom - radius : null;
  return cx !== null && cy !== null ? [cx, cy] : null;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
