/** What a holder wrote about the end of their label. */
export const writtenNotice = {
  name: 'lettre.txt',
  bytes: Buffer.from('Spécimen : nous rendons notre label.'),
};
