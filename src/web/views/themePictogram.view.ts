const pictograms: Readonly<Record<string, string>> = {
  FIN: 'hands',
  LUC: 'coinCap',
  GOU: 'roundTable',
  TRA: 'eye',
  TRV: 'tools',
  ENV: 'leaf',
  COO: 'loop',
  OFR: 'basket',
};

/** Name of the pictogram of a theme; a theme of a later version that has none yet gets the circle. */
export function themePictogram(theme: string): string {
  return pictograms[theme] ?? 'circle';
}
