import { entryBadge } from './issuing/entryBadge.ts';
import { renderPng } from './issuing/raster.ts';
import type { Badges } from './web/webDeps.ts';

/** The badge drawings as the web asks for them; the web itself does not know how they are made. */
export function badges(publicUrl: string): Badges {
  return {
    draw: (entry, status, form, language) => entryBadge(entry, status, form, language, publicUrl),
    png: renderPng,
  };
}
