import { encodeQR } from 'qr';

/** Modules of white that a reader needs on each side (ISO/IEC 18004). */
const quietZone = 4;

export type WalletCodeView = ReturnType<typeof walletCode>;

/** An address that a wallet opens, to be pressed or scanned: the code as path data in a square of so many modules. */
export function walletCode(href: string) {
  const rows = encodeQR(href, 'raw', { ecc: 'low', border: quietZone });
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { href, size: rows.length, path };
}
