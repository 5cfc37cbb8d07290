import type { OfferType } from '../../criteria/offer.ts';
import { colours } from '../../issuing/drawing/colours.ts';
import { pageColour } from '../../profile/palette.ts';
import type { Random } from './random.ts';

const size = { width: 1280, height: 960 } as const;
/** Where the table begins, and where things stand on it. */
const [edge, ground] = [610, 730];
const { ink, leaf, coral } = colours;

/** Two grounds, the wall and the table, and what stands out from both. */
const palettes = [
  {
    wall: pageColour('lake-soft'),
    table: colours.lake,
    things: [colours.sun, colours.lightCoral, colours.paper],
  },
  { wall: pageColour('sun-soft'), table: '#c98a1b', things: [colours.lake, coral, colours.paper] },
  { wall: pageColour('coral-soft'), table: leaf, things: [colours.sun, colours.paper, coral] },
  { wall: pageColour('lake-bright'), table: colours.paper, things: [colours.sun, colours.lightCoral, leaf] },
] as const;

type Thing = (fill: string) => string;

/** Things by what they are, each standing on the point 0 0 and about 300 wide. */
const drawn = {
  loaf: (fill) =>
    `<path d="M-175 0c-30-95 45-175 175-175s205 80 175 175z" fill="${fill}"/><path d="M-80-130l36 84M5-150l36 96M92-132l28 76" fill="none" stroke="${ink}" stroke-opacity=".35" stroke-width="14" stroke-linecap="round"/>`,
  fruit: (fill) =>
    `<circle cy="-92" r="92" fill="${fill}"/><path d="M0-176c4-34 18-52 40-62" fill="none" stroke="${ink}" stroke-width="12" stroke-linecap="round"/><ellipse cx="52" cy="-222" rx="46" ry="22" fill="${leaf}" transform="rotate(-18 52 -222)"/>`,
  jar: (fill) =>
    `<rect x="-85" y="-220" width="170" height="220" rx="34" fill="${fill}"/><rect x="-78" y="-258" width="156" height="46" rx="12" fill="${ink}" fill-opacity=".75"/><rect x="-85" y="-150" width="170" height="84" fill="#fff" fill-opacity=".6"/>`,
  vase: (fill) =>
    `<path d="M-62 0c-105-110-66-196-36-260v-74h196v74c30 64 69 150-36 260z" fill="${fill}"/><path d="M-98-276h196" stroke="${ink}" stroke-opacity=".3" stroke-width="14"/>`,
  bowl: (fill) =>
    `<path d="M-165-118h330c0 74-70 118-165 118s-165-44-165-118z" fill="${fill}"/><ellipse cy="-118" rx="165" ry="26" fill="${ink}" fill-opacity=".22"/>`,
  books: (fill) =>
    `<rect x="-150" y="-64" width="300" height="64" rx="8" fill="${ink}" fill-opacity=".75"/><rect x="-132" y="-126" width="270" height="62" rx="8" fill="${fill}"/><rect x="-110" y="-184" width="220" height="58" rx="8" fill="#fff" fill-opacity=".75"/>`,
  person: (fill) =>
    `<path d="M-140-20c0-128 52-188 140-188s140 60 140 188z" fill="${fill}"/><circle cy="-286" r="74" fill="${fill}"/>`,
  crate: (fill) =>
    `<rect x="-160" y="-200" width="320" height="200" rx="10" fill="${fill}"/><path d="M-160-134h320M-160-68h320M-60-200v200M60-200v200" stroke="${ink}" stroke-opacity=".28" stroke-width="12"/>`,
  wheel: (fill) =>
    `<g fill="none" stroke="${fill}"><circle cy="-150" r="140" stroke-width="22"/><path d="M0-290v280M-140-150h280M-99-249l198 198M99-249l-198 198" stroke-width="8"/></g><circle cy="-150" r="20" fill="${fill}"/>`,
  lamp: (fill) =>
    `<path d="M-70-330h140l60 150h-260z" fill="${fill}"/><path d="M0-180v164M-80-8h160" fill="none" stroke="${ink}" stroke-opacity=".75" stroke-width="18" stroke-linecap="round"/>`,
} as const satisfies Readonly<Record<string, Thing>>;

const still: Readonly<Record<OfferType, readonly (keyof typeof drawn)[]>> = {
  food: ['loaf', 'fruit', 'jar', 'bowl'],
  object: ['vase', 'books', 'bowl', 'lamp'],
  secondHand: ['crate', 'wheel', 'lamp', 'books'],
  service: ['person', 'person', 'person', 'person'],
};

/** A still life in the colours of the service for a type of offer: a drawing, so that nobody takes a specimen for real. */
export function stillLife(type: OfferType, chance: Random): string {
  const { width, height } = size;
  const { wall, table, things } = chance.pick(palettes);
  const first = chance.between(0, 3);
  const placed = [0, 1, 2].map((at) => {
    const name = still[type][(first + at) % still[type].length] ?? 'bowl';
    const x = 330 + 310 * at + chance.between(-30, 30);
    const scale = chance.between(95, 130) / 100;
    const put = (y: number) => `transform="translate(${x} ${y}) scale(${scale})"`;
    const thing = drawn[name](things[at] ?? ink);
    // People sit behind the table; things stand on it, each with its shadow.
    if (name === 'person') return { behind: `<g ${put(edge + 40)}>${thing}</g>`, on: '' };
    const shadow = `<ellipse rx="165" ry="22" fill="${ink}" fill-opacity=".2"/>`;
    return { behind: '', on: `<g ${put(ground + 40 * (at % 2))}>${shadow}${thing}</g>` };
  });
  const all = (part: 'behind' | 'on') => placed.map((one) => one[part]).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${wall}"/><circle cx="${chance.between(200, 1080)}" cy="210" r="120" fill="#fff" fill-opacity=".35"/>${all('behind')}<rect y="${edge}" width="${width}" height="${height - edge}" fill="${table}"/>${all('on')}</svg>`;
}
