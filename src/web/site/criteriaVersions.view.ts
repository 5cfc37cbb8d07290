import type { PublishedScheme } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';

/** One version of the criteria and what it is good for now. */
export interface VersionView {
  readonly text: string;
  readonly href: string;
  /** The one that is shown. */
  readonly current: boolean;
}

/** All versions, the newest first: open to new applications, published, retired or a draft. */
export function criteriaVersions(
  schemes: ReadonlyMap<string, PublishedScheme>,
  openVersion: string,
  shown: string,
  words: Translator,
): VersionView[] {
  return [...schemes.values()].reverse().map(({ scheme: { version, status } }) => ({
    text: words.t(`before.criteria.status.${version === openVersion ? 'open' : status}`, { version }),
    href: `/${words.language}/criteria/${version}`,
    current: version === shown,
  }));
}
