/** A text as its sender's device gave it, cut, and without what would turn or hide the text around it. */
export function shown(text: string, maxLength: number): string {
  return text
    .replaceAll(/\p{C}/gu, '')
    .slice(0, maxLength)
    .replace(/[\uD800-\uDBFF]$/, '');
}
