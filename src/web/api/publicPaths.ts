import { schemeOf } from '../../commands/common/schemeOf.ts';
import type { WebDeps } from '../http/webDeps.ts';

const pages = [
  '',
  '/register',
  '/register/places',
  '/verify',
  '/verify/several',
  '/is-it-for-us',
  '/try',
  '/how',
  '/apply',
  '/guarantees',
  '/report',
  '/glossary',
  '/api',
  '/accessibility',
  '/privacy',
];

/** Paths behind the language of all pages that everyone may read and that speak of no label, those of the open criteria with them. */
export function publicPaths(deps: Pick<WebDeps, 'schemes' | 'openVersion'>): string[] {
  const { scheme } = schemeOf(deps, deps.openVersion);
  const criteria = `/criteria/${deps.openVersion}`;
  return [
    ...pages,
    criteria,
    `${criteria}/all`,
    ...scheme.themes.map(({ id }) => `${criteria}/themes/${id}`),
    ...scheme.criteria.map(({ id }) => `${criteria}/${id}`),
  ];
}
