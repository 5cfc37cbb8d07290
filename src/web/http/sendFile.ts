import type { WebContext } from './state.ts';

/** Answers with a file that came from outside: it is saved, never shown, for what someone else wrote must not run or be drawn here. */
export function sendFile(
  ctx: WebContext,
  file: { readonly name: string; readonly contentType: string },
  bytes: Buffer,
): void {
  ctx.attachment(file.name, { fallback: plainLetters(file.name) });
  ctx.set({
    'Content-Type': file.contentType,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'private, no-store',
  });
  ctx.body = bytes;
}

/** The name for programs that do not know the other way to write one (RFC 6266, appendix D): letters without their accents. */
function plainLetters(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^ -~]/g, '-');
}
