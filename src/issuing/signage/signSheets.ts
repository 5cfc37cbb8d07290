/** The sign for a door, where its parts stand on the page in points from the upper left. */
const doorSignA4 = {
  kind: 'doorSignA4',
  size: [595.28, 841.89],
  // A badge grown to the size of a page; its inset keeps clear of what home printers cannot print.
  frame: { inset: 26, border: 9, radius: 40 },
  head: {
    x: 297.64,
    width: 470,
    mark: { scale: 1.34, top: 58 },
    name: { size: 64, y: 306 },
    // One or two lines, by how many baselines there are.
    strapline: { size: 20, y: [339] },
    pill: { size: 18, top: 360 },
  },
  body: {
    anchor: 'middle',
    left: 72,
    width: 451,
    top: 412,
    // The same where no pill stands in the head.
    topWithoutPill: 372,
    bottom: 662,
    // Sizes of the organisation's name, from the most stately, with the lines each may take.
    names: [
      { size: 40, lines: 2 },
      { size: 34, lines: 2 },
      { size: 28, lines: 2 },
      { size: 23, lines: 3 },
      { size: 18, lines: 4 },
      { size: 15, lines: 6 },
    ],
    sentence: 19,
    offers: [
      { columns: 1, size: 20, gap: 10 },
      { columns: 1, size: 17, gap: 7 },
      { columns: 1, size: 14, gap: 5 },
      { columns: 2, size: 14, gap: 6 },
      { columns: 2, size: 12, gap: 4 },
      { columns: 1, size: 11, gap: 3 },
      { columns: 2, size: 10.5, gap: 3 },
    ],
  },
  foot: { code: { left: 72, top: 682, side: 104 }, text: { left: 196, width: 327 }, number: 25, caption: 15 },
} as const;

const doorSignA6 = {
  kind: 'doorSignA6',
  size: [297.64, 419.53],
  frame: { inset: 13, border: 5, radius: 21 },
  head: {
    x: 148.82,
    width: 240,
    mark: { scale: 0.68, top: 29 },
    name: { size: 33, y: 157 },
    strapline: { size: 10.5, y: [174] },
    pill: { size: 9.5, top: 183 },
  },
  body: {
    anchor: 'middle',
    left: 34,
    width: 229.64,
    top: 207,
    topWithoutPill: 188,
    bottom: 326,
    names: [
      { size: 19, lines: 2 },
      { size: 16, lines: 2 },
      { size: 13, lines: 3 },
      { size: 10, lines: 4 },
      { size: 8, lines: 6 },
    ],
    sentence: 10.5,
    offers: [
      { columns: 1, size: 11.5, gap: 4 },
      { columns: 1, size: 9.5, gap: 2.5 },
      { columns: 1, size: 8, gap: 2 },
      { columns: 2, size: 8, gap: 2 },
    ],
  },
  foot: { code: { left: 34, top: 335, side: 54 }, text: { left: 100, width: 164 }, number: 12, caption: 8 },
} as const;

/** A5 on its side: the label on the left, what it stands for on the right. */
const standSign = {
  kind: 'standSign',
  size: [595.28, 419.53],
  frame: { inset: 19, border: 7, radius: 30 },
  head: {
    x: 158,
    width: 210,
    mark: { scale: 1.32, top: 52 },
    name: { size: 40, y: 289 },
    strapline: { size: 14.5, y: [314, 333] },
    pill: { size: 13, top: 350 },
  },
  body: {
    anchor: 'start',
    left: 300,
    width: 250,
    top: 54,
    topWithoutPill: 54,
    bottom: 290,
    names: [
      { size: 30, lines: 2 },
      { size: 25, lines: 3 },
      { size: 20, lines: 4 },
      { size: 16, lines: 5 },
      { size: 12, lines: 7 },
    ],
    sentence: 14.5,
    offers: [
      { columns: 1, size: 15, gap: 7 },
      { columns: 1, size: 12.5, gap: 4 },
      { columns: 1, size: 10.5, gap: 3 },
      { columns: 1, size: 9, gap: 2 },
      { columns: 2, size: 9, gap: 2 },
    ],
  },
  foot: {
    code: { left: 300, top: 305, side: 66 },
    text: { left: 380, width: 172 },
    number: 15.5,
    caption: 9.5,
  },
} as const;

/** Every sign that is issued with a label. */
export const signSheets = [doorSignA4, doorSignA6, standSign] as const;
export type SignSheet = (typeof signSheets)[number];
