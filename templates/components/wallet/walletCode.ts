import type { WalletCodeView } from '../../../src/web/views/wallet/walletCode.view.ts';
import { type Html, html } from '../../html.ts';

/** A code that a wallet scans, and the link for the wallet of this device; dark on white also where the page is dark. */
export function walletCode(
  { href, size, path }: WalletCodeView,
  { picture, open }: { readonly picture: string; readonly open: string },
): Html {
  return html`<svg width="352" viewBox="0 0 ${size} ${size}" role="img" aria-label="${picture}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>
<p><a href="${href}">${open}</a></p>`;
}
