import sharp from 'sharp';

/** A PNG of a drawing, `width` pixels wide, its height in proportion, transparent where the drawing is. */
export async function renderPng(svg: string, width: number): Promise<Buffer> {
  return sharp(Buffer.from(svg)).resize({ width }).png().toBuffer();
}
