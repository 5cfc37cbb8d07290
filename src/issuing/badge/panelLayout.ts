/** Size of the panel in units, without and with the code to scan; its rounding; how thick its border is. */
export const panel = { width: 300, height: 330, heightLarge: 520, radius: 22, border: 5 } as const;

/** Heights of the parts from the top: without a pill under the strapline, and with one. */
export const panelLayouts = {
  plain: {
    mark: { scale: 1.14, top: 15 },
    name: 221,
    strapline: [246, 266],
    word: 238,
    rule: 291,
    number: 315,
  },
  pill: {
    mark: { scale: 0.92, top: 13 },
    name: 190,
    strapline: [213, 232],
    word: 246,
    rule: 291,
    number: 315,
  },
} as const;
