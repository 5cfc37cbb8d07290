import { openDrawing } from '../../pictures/openPicture.ts';

/** A PNG of a drawing, `width` pixels wide, its height in proportion, transparent where the drawing is. */
export async function renderPng(svg: string, width: number): Promise<Buffer> {
  return openDrawing(Buffer.from(svg)).resize({ width }).png().toBuffer();
}

/** The same as WebP, without loss: for flat colours that is smaller than with loss, and its edges stay sharp. */
export async function renderWebp(svg: string, width: number): Promise<Buffer> {
  return openDrawing(Buffer.from(svg)).resize({ width }).webp({ lossless: true, effort: 2 }).toBuffer();
}
