// Passkeys in the browser. What needs them is shown only where they work; without this script the code by e-mail is the way.

const works = (place) =>
  window.PublicKeyCredential !== undefined && new URL(place.dataset.origin).origin === location.origin;

const bytesOf = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
const textOf = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
const withBytes = (known) => known?.map((one) => ({ ...one, id: bytesOf(one.id) }));

async function send(address, { csrf }, body) {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-CSRF-Token': csrf },
    body: JSON.stringify(body),
  });
  const { params } = answer.status === 401 ? await answer.clone().json() : {};
  if (params?.signIn) {
    location.assign(params.signIn);
    // The page is left: neither a result nor a failure is to be shown on it.
    return new Promise(() => {});
  }
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.json();
}

const ceremonies = {
  enter: async (options) => {
    const { id, rawId, type, response } = await navigator.credentials.get({
      publicKey: { ...options, challenge: bytesOf(options.challenge) },
    });
    return {
      id,
      rawId: textOf(rawId),
      type,
      clientExtensionResults: {},
      response: {
        clientDataJSON: textOf(response.clientDataJSON),
        authenticatorData: textOf(response.authenticatorData),
        signature: textOf(response.signature),
        ...(response.userHandle && { userHandle: textOf(response.userHandle) }),
      },
    };
  },
  register: async (options) => {
    const { id, rawId, type, response } = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytesOf(options.challenge),
        user: { ...options.user, id: bytesOf(options.user.id) },
        excludeCredentials: withBytes(options.excludeCredentials),
      },
    });
    return {
      id,
      rawId: textOf(rawId),
      type,
      clientExtensionResults: {},
      response: {
        clientDataJSON: textOf(response.clientDataJSON),
        attestationObject: textOf(response.attestationObject),
        transports: response.getTransports?.() ?? [],
      },
    };
  },
};

function start(place) {
  const { passkey, answer } = place.dataset;
  const [button, failed] = [place.querySelector('button'), place.querySelector('[role=alert]')];
  place.hidden = false;
  button.addEventListener('click', async () => {
    failed.hidden = true;
    button.disabled = true;
    try {
      const options = await send(`${answer}/options`, place.dataset, {});
      const { next } = await send(answer, place.dataset, await ceremonies[passkey](options));
      location.assign(place.dataset.next ?? next);
    } catch {
      button.disabled = false;
      failed.hidden = false;
    }
  });
}

for (const place of document.querySelectorAll('[data-passkey]')) if (works(place)) start(place);
for (const field of document.querySelectorAll('[data-passkey-able]')) field.disabled = !works(field);
for (const text of document.querySelectorAll('[data-passkey-less]')) text.hidden = works(text);
