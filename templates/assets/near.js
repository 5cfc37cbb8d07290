// Asks the device where it is, when somebody presses the button, and searches from there. It rounds to a kilometre before it sends
// anything. Without this script a commune or a postcode is typed.

const near = document.querySelector('[data-near]');
const button = near.querySelector('button');
const says = near.querySelector('[role=status]');
const form = near.closest('form');

/** The device's position; what it refuses rejects. */
function position() {
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 15000, maximumAge: 600000 });
  });
}

button.addEventListener('click', async () => {
  button.disabled = true;
  try {
    const { coords } = await position();
    const body = new URLSearchParams({
      latitude: coords.latitude.toFixed(2),
      longitude: coords.longitude.toFixed(2),
    });
    const answer = await fetch(near.dataset.near, { method: 'POST', body, credentials: 'omit' });
    const { place } = await answer.json();
    if (place) {
      form.elements.place.value = place;
      form.elements.within.value ||= '2';
      form.requestSubmit();
    } else says.textContent = near.dataset.far;
  } catch {
    says.textContent = near.dataset.failed;
  }
  button.disabled = false;
});
// Only where the connection is safe enough for browsers to ask.
near.hidden = !('geolocation' in navigator && isSecureContext);
