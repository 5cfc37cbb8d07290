import { type Fault, fault } from '../../../errors.ts';
import type { Day } from '../../../register/day.ts';
import { readIdentifier } from '../../../register/identifier.ts';
import { type Region, regionOf } from '../../../register/region.ts';
import { readWebsite } from '../../../register/website.ts';
import { nameFaults } from '../../common/nameFaults.ts';
import type { Organisation } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';

/** Where an organisation is and since when; the region defaults to the one that the postcode suggests. */
export interface Place extends Pick<Organisation, 'street' | 'postcode' | 'commune' | 'founded'> {
  readonly region: Region | null;
}

/** What is said of an organisation that is registered. */
export type Registering = Pick<Organisation, 'name' | 'legalForm' | 'identifier' | 'acceptsLeman'> &
  Partial<Pick<Organisation, 'sector' | 'website'>> &
  Place;

/** The given region, or else the one that the postcode suggests; null when neither decides. */
export function effectiveRegion({ region, postcode }: Pick<Place, 'region' | 'postcode'>): Region | null {
  return region ?? regionOf(postcode);
}

/** What is wrong with where an organisation says it is, on a day. */
export function placeFaults(place: Omit<Place, 'street' | 'commune'>, today: Day): Fault[] {
  const { postcode, founded } = place;
  const isPostcode = /^\d{4,5}$/.test(postcode);
  return [
    ...(isPostcode ? [] : [fault('postcode', 'badPostcode')]),
    ...(isPostcode && effectiveRegion(place) === null ? [fault('region', 'required')] : []),
    ...(founded !== null && founded > today ? [fault('founded', 'dateInFuture')] : []),
  ];
}

/** What is wrong with what somebody registers, as far as they said it: each fault, in the order of the form. */
export function organisationFaults(
  input: Partial<Registering>,
  { today, publicUrl }: { readonly today: Day; readonly publicUrl: string },
): Fault[] {
  const { name, identifier = '', postcode, region = null, founded = null, website = '' } = input;
  const site = storedWebsite(website, publicUrl);
  return [
    ...(name === undefined ? [] : nameFaults('name', name)),
    ...(identifier === '' || readIdentifier(identifier) ? [] : [fault('identifier', 'badIdentifier')]),
    ...(postcode === undefined ? [] : placeFaults({ postcode, region, founded }, today)),
    ...('code' in site ? [site] : []),
  ];
}

/** The given site in its stored form, empty if there is none; or what is wrong with it. `publicUrl` is where we are ourselves. */
export function storedWebsite(typed: string, publicUrl: string): { readonly website: string } | Fault {
  if (typed === '') return { website: '' };
  const read = readWebsite(typed, new URL(publicUrl).hostname);
  return read.kind === 'website' ? { website: read.website } : { field: 'website', code: read.code };
}

/** Whether another organisation is registered under a number as it was typed; which one stays unsaid. */
export async function isKnownNumber(
  deps: Pick<Deps, 'store'>,
  input: { readonly organisationId: string; readonly identifier: string },
): Promise<boolean> {
  const identifier = readIdentifier(input.identifier);
  return identifier !== null && deps.store.isIdentifierOfOther(identifier.text, input.organisationId);
}
