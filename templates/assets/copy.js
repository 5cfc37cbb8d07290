// A button beside a text that is made to be copied. Without this script the text is chosen and copied by hand, as any other.

for (const button of document.querySelectorAll('button[data-copies]')) {
  const said = button.parentElement.querySelector('[role=status]');
  const field = document.getElementById(button.dataset.copies);
  button.addEventListener('click', async () => {
    said.textContent = '';
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = button.dataset.copied;
    } catch {
      // A browser may refuse: the text is chosen then, for the keyboard to copy.
      field.select();
    }
  });
  // Only where the connection is safe enough for browsers to offer it.
  button.parentElement.hidden = navigator.clipboard === undefined;
}
