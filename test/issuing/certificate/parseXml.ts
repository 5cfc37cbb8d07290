import sharp from 'sharp';

/** Parses XML with the reader of the image library, which rejects what is not well-formed. */
export async function parseXml(xml: string): Promise<void> {
  const inside = xml.replaceAll(/<\?xpacket[^>]*\?>/gu, '');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><metadata>${inside}</metadata></svg>`;
  await sharp(Buffer.from(svg)).png().toBuffer();
}
