/** The address of a version of the criteria, the same in every language: it answers a page, or JSON-LD. */
export function criteriaAddress(publicUrl: string, version: string): string {
  return `${publicUrl}/criteria/${version}`;
}

/** That of a theme. */
export function themeAddress(publicUrl: string, version: string, theme: string): string {
  return `${criteriaAddress(publicUrl, version)}/themes/${theme}`;
}

/** That of a criterion, or of what it takes to be at one of its levels. */
export function criterionAddress(publicUrl: string, version: string, id: string, level?: number): string {
  const address = `${criteriaAddress(publicUrl, version)}/${id}`;
  return level === undefined ? address : `${address}#level-${level}`;
}
