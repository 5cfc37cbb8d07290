import { hash } from 'node:crypto';
import type { Badges } from '../web/http/webDeps.ts';

/** Pictures drawn in answer to a request, of badges that are not stored: most are requested again within the day. */
const maxPictures = 200;

/** The badge drawings as the web asks for them, loaded with the first one: the web itself does not know how they are made. */
export function badges(publicUrl: string): Badges {
  const pictures = new Map<string, Promise<Buffer>>();
  const rendered = (format: 'renderPng' | 'renderWebp') => (svg: string, width: number) => {
    const key = `${format} ${width} ${hash('sha256', svg, 'base64')}`;
    const known = pictures.get(key);
    if (known) return known;
    const [oldest] = pictures.keys();
    if (pictures.size === maxPictures && oldest !== undefined) pictures.delete(oldest);
    const made = import('../issuing/drawing/raster.ts').then((raster) => raster[format](svg, width));
    pictures.set(key, made);
    made.catch(() => pictures.delete(key));
    return made;
  };
  return {
    draw: async (entry, status, form, language) => {
      const { entryBadge } = await import('../issuing/badge/entryBadge.ts');
      return entryBadge(entry, status, form, language, publicUrl);
    },
    png: rendered('renderPng'),
    webp: rendered('renderWebp'),
  };
}
