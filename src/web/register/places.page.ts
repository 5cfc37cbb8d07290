import { registerPlacesPage as page } from '../../../templates/pages/register/registerPlaces.ts';
import { listPlaces } from '../../commands/register/listPlaces.ts';
import type { Web, WebRouter } from '../http/state.ts';
import { registerSearch } from './register.form.ts';

/** The register by commune: a list in place of a map. */
export function registerPlacesPage(router: WebRouter, { deps }: Web): void {
  router.get('/register/places', async (ctx) => {
    const { language, number } = ctx.words;
    const places = await listPlaces(deps);
    ctx.render(page, {
      places: places.map(({ place, name, count }) => ({
        name,
        count: number(count),
        href: `/${language}/register${registerSearch({ text: '', place })}`,
      })),
    });
  });
}
