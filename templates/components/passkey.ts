import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';

interface Passkey {
  readonly purpose: 'enter' | 'register';
  /** Address that takes the answer of the device. */
  readonly answer: string;
  readonly text: string;
  readonly failed: string;
  readonly kind?: 'quiet' | 'large' | undefined;
  readonly next?: string | undefined;
}

/** A button for a passkey, hidden until the script finds that they work here. */
export function passkey({ publicUrl, csrf }: Frame, asked: Passkey): Html {
  const { purpose, answer, text, failed, kind, next } = asked;
  return html`<div class="passkey" data-passkey="${purpose}" data-origin="${publicUrl}" data-csrf="${csrf}" data-answer="${answer}"${next && html` data-next="${next}"`} hidden>
  <p class="passkey__failed" role="alert" hidden>${failed}</p>
  <button class="button${kind && ` button--${kind}`}" type="button">${text}</button>
</div>`;
}

/** Tells the server that this browser can be offered a passkey. */
export function passkeyAble({ publicUrl }: Frame): Html {
  return html`<input type="hidden" name="passkeys" value="yes" data-passkey-able data-origin="${publicUrl}" disabled>`;
}

/** Said where passkeys do not work. */
export function passkeyLess({ publicUrl }: Frame, text: string): Html {
  return html`<p class="quiet" data-passkey-less data-origin="${publicUrl}">${text}</p>`;
}

export function passkeyScript(frame: Frame): Html {
  return script(frame, 'passkey.js');
}

/** A script of templates/assets, in the head of a private page. */
export function script({ nonce, asset }: Frame, name: string): Html {
  return html`<script type="module" nonce="${nonce}" src="${asset(name)}"></script>`;
}
