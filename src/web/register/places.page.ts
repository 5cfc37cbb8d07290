import { registerPlacesPage as page } from '../../../templates/pages/register/registerPlaces.ts';
import { countPlaces, listPlaces } from '../../commands/register/listPlaces.ts';
import { readBox } from '../../register/places/mapView.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { placesMap } from './placesMap.view.ts';
import { registerSearch, searchKept } from './register.form.ts';

/** Where labels are: on a map, of which a part may be asked for, and as a list of communes. */
export function registerPlacesPage(router: WebRouter, { deps }: Web): void {
  router.get('/register/places', async (ctx) => {
    const { language, number } = ctx.words;
    const { box: asked } = ctx.query;
    const box = typeof asked === 'string' ? readBox(asked) : null;
    if (ctx.search !== '') ctx.set('Cache-Control', searchKept);
    const [places, counts] = await Promise.all([listPlaces(deps), countPlaces(deps)]);
    ctx.render(page, {
      map: placesMap(counts, box, ctx.words),
      /** Whether no part of the map is so. */
      isNoPart: asked !== undefined && box === null,
      places: places.map(({ place, name, count }) => ({
        name,
        count: number(count),
        href: `/${language}/register${registerSearch({ text: '', place })}`,
      })),
    });
    if (asked !== undefined && box === null) ctx.status = 400;
  });
}
