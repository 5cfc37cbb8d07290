import { countPlaces } from '../../commands/register/listPlaces.ts';
import { invalid } from '../../errors.ts';
import { readBox } from '../../register/places/mapView.ts';
import { asAddress, readQuery } from '../forms/readQuery.ts';
import type { Assets } from '../http/assets/assets.ts';
import { licensed } from '../http/licensed.ts';
import { openToAll } from '../http/securityHeaders.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { placesMap } from '../register/placesMap.view.ts';
import { searchKept } from '../register/register.form.ts';
import { type MapAnswer, mapQuery } from '../schemas/map.ts';

/** The map of the register for other pages: the drawing, its marks and its places; `badRequest` for what is no part of it. */
export function mapRoute(router: WebRouter, { deps }: Web, assets: Assets): void {
  const { publicUrl } = deps;
  router.get('/api/v1/map', openToAll, licensed, async (ctx) => {
    const box = asAddress(() => boxIn(ctx.query));
    const { size, box: view, marks, listed, isMore } = placesMap(await countPlaces(deps), box, ctx.words);
    const answer: MapAnswer = {
      drawing: `${publicUrl}${assets.href('map.svg')}`,
      ...size,
      view,
      marks: marks.map(({ x, y, radius, labels, text, href }) => ({
        ...{ x: Number(x), y: Number(y), radius: Number(radius), count: labels },
        ...{ text, address: `${publicUrl}${href}` },
      })),
      places: listed.map(({ name, labels, href }) => ({
        name,
        count: labels,
        address: `${publicUrl}${href}`,
      })),
      more: isMore,
      label: ctx.words.t('register.map.label'),
      sources: ctx.words.t('register.map.sources'),
    };
    ctx.vary('Accept-Language');
    if (ctx.search !== '') ctx.set('Cache-Control', searchKept);
    ctx.body = JSON.stringify(answer);
    ctx.type = 'json';
  });
}

function boxIn(query: Readonly<Record<string, unknown>>) {
  const { box } = readQuery(mapQuery, query);
  const read = readBox(box);
  if (box !== '' && read === null) throw invalid('box', 'noPart');
  return read;
}
