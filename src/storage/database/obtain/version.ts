const oldest = '6.0';

/** The release series of a version: `6.0` for `6.0.5`. */
export function series(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

/**
 * Throws when a server of this version cannot be used: too old for the driver, or unable to open a data
 * folder begun by `dataSeries` (a server opens data of its own major release and of the one before it).
 */
export function requireUsable(version: string, dataSeries?: string): void {
  if (compareVersions(version, oldest) < 0) {
    throw new Error(`version ${version} is too old, ${oldest} or newer is needed`);
  }
  if (dataSeries === undefined) return;
  const majors = Number.parseInt(version, 10) - Number.parseInt(dataSeries, 10);
  if (majors > 1 || compareVersions(series(version), dataSeries) < 0) {
    throw new Error(`version ${version} cannot open the data folder, which was begun by ${dataSeries}`);
  }
}

/** Orders dotted versions by number: negative when the first comes before the second. */
export const { compare: compareVersions } = new Intl.Collator('en', { numeric: true });
