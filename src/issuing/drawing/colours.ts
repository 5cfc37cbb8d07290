/** The palette of the drawings (docs/design/experience.md#ground). */
export const colours = {
  ink: '#1d2a2a',
  lake: '#0b4f54',
  sun: '#f2b134',
  coral: '#d9482b',
  lightCoral: '#f07f5a',
  paper: '#fbf8f2',
  leaf: '#2f7d4f',
  slate: '#5f6b6b',
  /** The pin of a label that does not hold. */
  grey: '#8b9494',
  white: '#ffffff',
  /** Rules and hatching: seen, never read. */
  mist: '#d3d8d6',
} as const;
