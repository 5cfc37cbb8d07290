import * as z from 'zod';
import { nearestPlace } from '../../register/places/distance.ts';
import { placeText } from '../../register/places/places.ts';
import { parse } from '../forms/parse.ts';
import { body } from '../http/body.ts';
import type { WebRouter } from '../http/state.ts';

/** Two decimals are a kilometre: no device needs to say more. */
const rounded = /^-?\d{1,3}(\.\d{1,2})?$/;
const degrees = (max: number) =>
  z.string().regex(rounded).transform(Number).pipe(z.number().min(-max).max(max));
const position = { latitude: degrees(90), longitude: degrees(180) };

/**
 * The place where somebody is, from a position that their device rounded. It is sent as a form and not in the address: so it stays
 * out of logs, histories and what other sites are told. Nothing of it is kept; the address of the search names the place.
 */
export function nearPage(router: WebRouter): void {
  router.post('/register/near', body, (ctx) => {
    ctx.set('Cache-Control', 'no-store');
    const place = nearestPlace(parse(position, ctx.request.body));
    ctx.body = JSON.stringify({ place: place && placeText(place) });
    ctx.type = 'json';
  });
}
