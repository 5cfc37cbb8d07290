import { drawBadge } from './issuing/badge.ts';
import { renderPng } from './issuing/raster.ts';
import type { Badges } from './web/webDeps.ts';

/** The badge drawings as the web asks for them; the web itself does not know how they are made. */
export function badges(publicUrl: string): Badges {
  return {
    draw: (entry, status, form, language) =>
      drawBadge({
        number: entry.number,
        status: status.word,
        language,
        until: entry.until,
        address: `${publicUrl}/labels/${entry.number}`,
        form,
        specimen: entry.specimen,
      }),
    png: renderPng,
  };
}
