import type { Path } from 'fontkit';

const letters: Readonly<Record<string, string>> = {
  moveTo: 'M',
  lineTo: 'l',
  quadraticCurveTo: 'q',
  bezierCurveTo: 'c',
  closePath: 'z',
};

/**
 * A glyph's path as SVG path data in hundredths, each point written from the one before: half the bytes of absolute
 * points. Points are rounded before they are subtracted, so errors do not add up.
 */
export function compactPath(path: Path): string {
  let [x, y] = [0, 0];
  let start: readonly [number, number] = [0, 0];
  const parts = path.commands.map(({ command, args }) => {
    const letter = letters[command];
    if (letter === undefined) throw new Error(`unknown path command ${command}`);
    if (letter === 'z') [x, y] = start;
    const points = args.map((value) => Math.round(value * 100));
    const written = points.map((value, i) => (letter === 'M' ? value : value - (i % 2 === 0 ? x : y)));
    [x, y] = [points.at(-2) ?? x, points.at(-1) ?? y];
    if (letter === 'M') start = [x, y];
    return letter + written.map(hundredths).join(' ').replaceAll(' -', '-');
  });
  return parts.join('');
}

function hundredths(value: number): string {
  return String(value / 100).replace(/^(-?)0\./u, '$1.');
}
