/** Shorter ones are choices and figures, which say nothing out of their form. */
const minLength = 12;

/** Marks that a form carries along on its own. */
const carried = /(^|\.)(csrf|versionToken|once|revision|id|person|invitation|textDigest)$/;

/** The texts that a person typed, among the fields of a form. */
export function typedTexts(fields: readonly (readonly [string, string])[]): string[] {
  return fields
    .filter(([name]) => !carried.test(name))
    .map(([, value]) => value.trim())
    .filter(({ length }) => length >= minLength);
}
