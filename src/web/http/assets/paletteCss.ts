import { palette } from '../../../profile/palette.ts';

/** The colours of the label as custom properties: by day, and by night on a screen whose reader asks for it. */
export function paletteCss(): string {
  const { light, dark } = palette.pages;
  const night = `@media screen and (prefers-color-scheme:dark){:root{${properties(dark)}}}`;
  return `:root{${properties(light)}}${night}`;
}

function properties(colours: Readonly<Record<string, string>>): string {
  return Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}
