// Reads the code of a label with the camera. What is read stays in this browser, unless it is an address or a number of ours:
// then its page is opened. Without this script the number is typed, or a photo of the code is brought as a file.

const place = document.querySelector('[data-scan]');
const [start, stop] = place.querySelectorAll('button');
const video = place.querySelector('video');
const says = place.querySelector('[role=status]');
const sentences = place.dataset;
/** A number as it is printed, by what the labels of this register begin with. */
const number = new RegExp(`^${sentences.prefix}[\\s-]?[\\dOI]{2}[\\s-]?[\\dOI]{5,9}[\\s-]?[\\dA-Z]$`, 'i');
/** Milliseconds between two looks: less drains a telephone and finds nothing sooner. */
const pause = 150;
let stream;

/** The browser's own reader, or else the one that we bring. */
async function reader() {
  const own = window.BarcodeDetector;
  const formats = (await own?.getSupportedFormats()) ?? [];
  const { BarcodeDetector } = formats.includes('qr_code') ? window : await import('./qrDecode.js');
  return new BarcodeDetector({ formats: ['qr_code'] });
}

/** The number in what was read: as it stands, or at the end of an address of ours; null for anything of others. */
function numberIn(text) {
  if (number.test(text.trim())) return text.trim();
  const at = URL.canParse(text) ? new URL(text) : null;
  if (at?.host !== sentences.host && at?.host !== location.host) return null;
  return at.pathname.split('/').find((part) => number.test(part)) ?? null;
}

function end() {
  for (const track of stream?.getTracks() ?? []) track.stop();
  stream = undefined;
  place.classList.remove('scan--on');
}

async function look(detector) {
  while (stream) {
    const [code] = await detector.detect(video);
    if (stream && code?.rawValue) return code.rawValue;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return null;
}

async function scan() {
  says.textContent = sentences.looking;
  const detector = await reader();
  stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  place.classList.add('scan--on');
  video.srcObject = stream;
  await video.play();
  const text = await look(detector);
  end();
  if (text === null) {
    says.textContent = '';
    return;
  }
  const number = numberIn(text);
  if (number !== null) location.assign(`${sentences.labels}/${encodeURIComponent(number)}`);
  else says.textContent = `${sentences.foreign} ${text.replaceAll(/\p{C}/gu, '').slice(0, 200)}`;
}

if (navigator.mediaDevices?.getUserMedia) {
  place.hidden = false;
  start.addEventListener('click', async () => {
    try {
      await scan();
    } catch {
      end();
      says.textContent = sentences.refused;
    }
  });
  stop.addEventListener('click', end);
}
