import type { Badges } from './web/webDeps.ts';

/** The badge drawings as the web asks for them, loaded with the first one: the web itself does not know how they are made. */
export function badges(publicUrl: string): Badges {
  return {
    draw: async (entry, status, form, language) => {
      const { entryBadge } = await import('./issuing/badge/entryBadge.ts');
      return entryBadge(entry, status, form, language, publicUrl);
    },
    png: async (svg, width) => {
      const { renderPng } = await import('./issuing/drawing/raster.ts');
      return renderPng(svg, width);
    },
  };
}
