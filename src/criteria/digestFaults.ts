import type { PublishedScheme } from './scheme.ts';

/** What does not fit between the versions of a scheme and the digests that were kept when they were published, each in a sentence. */
export function digestFaults(
  kept: Readonly<Record<string, string>>,
  schemes: readonly PublishedScheme[],
): readonly string[] {
  const published = schemes.filter(({ scheme }) => scheme.status !== 'draft');
  const versions = new Set(published.map(({ scheme }) => scheme.version));
  return [
    ...published.flatMap(({ scheme: { version }, digest }) => faultOf(version, digest, kept[version])),
    ...Object.keys(kept)
      .filter((version) => !versions.has(version))
      .map((version) => `${version} has a digest, and no published version of that number is there`),
  ];
}

function faultOf(version: string, digest: string, before: string | undefined): readonly string[] {
  if (before === undefined)
    return [`${version} is published without its digest: add "${version}": "${digest}"`];
  if (before === digest) return [];
  return [
    `${version} is no longer what was published: its digest was ${before}, now it is ${digest}. Put it back as it was; a change is a new version`,
  ];
}
