import { languages } from '../../criteria/scheme.ts';
import type { Entry } from '../../register/entry.ts';
import { licence } from '../http/licensed.ts';
import type { Linkset } from '../schemas/linkset.ts';
import type { KnownLabel } from './issuedPath.ts';
import { labelFilesJson } from './labelJson.ts';

/** The kind of a set of links as JSON (RFC 9264). */
export const linksetType = 'application/linkset+json';

/** The relation of a thing to its conformity credential (UNTP 0.6, link types). */
const dcc = 'https://test.uncefact.org/vocabulary/linkTypes/dcc';

/** The header that leads from a label to the set of its links (RFC 9264, 6.2): at the same address, by its kind. */
export function linksetHeader({ number }: Pick<Entry, 'number'>, publicUrl: string): string {
  return `<${publicUrl}/labels/${number}>; rel="linkset"; type="${linksetType}"`;
}

/** Where a label is read, checked and shown: the page, the data, what was signed, the paper and the badge, each where there is one. */
export function linkset(known: KnownLabel, publicUrl: string): Linkset {
  const { number } = known.entry;
  const address = `${publicUrl}/labels/${number}`;
  const { certificate, credential, conformity, badge } = labelFilesJson(known, publicUrl);
  const to = (href: string | null, type: string) => (href === null ? [] : [{ href, type }]);
  const badges = to(badge, 'image/svg+xml');
  const attested = to(conformity, 'application/vc+jwt');
  return {
    linkset: [
      {
        anchor: address,
        alternate: languages.map((language) => ({
          href: `${publicUrl}/${language}/labels/${number}`,
          type: 'text/html',
          hreflang: [language],
        })),
        describedby: [
          ...to(`${publicUrl}/api/v1/labels/${number}`, 'application/json'),
          ...to(credential, 'application/vc'),
          ...to(certificate, 'application/pdf'),
        ],
        ...(attested.length > 0 && { [dcc]: attested }),
        ...(badges.length > 0 && { icon: badges }),
        license: [{ href: licence }],
      },
    ],
  };
}
