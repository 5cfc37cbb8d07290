// Finds a passage in the words of a page, whatever its spaces, hyphens, accents and capitals, and marks it there.

/** The letters and digits of a text, unit by unit, each with where it stands. */
function lettersOf(text) {
  const letters = [];
  let at = 0;
  for (const sign of text) {
    const to = at + sign.length;
    const plain = sign
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, '');
    for (const letter of plain.split('')) letters.push({ letter, from: at, to });
    at = to;
  }
  return letters;
}

const textOf = (letters) => letters.map(({ letter }) => letter).join('');

/** Whether a text says the passage. */
export function saysPassage(text, passage) {
  const wanted = textOf(lettersOf(passage));
  return wanted !== '' && textOf(lettersOf(text)).includes(wanted);
}

/** Marks the passage in elements that hold one text each; gives its first mark, null where it is not there. */
export function markPassage(elements, passage) {
  const letters = elements.flatMap((element) =>
    lettersOf(element.textContent).map((letter) => ({ ...letter, element })),
  );
  const wanted = textOf(lettersOf(passage));
  const at = wanted === '' ? -1 : textOf(letters).indexOf(wanted);
  if (at === -1) return null;
  const found = letters.slice(at, at + wanted.length);
  const marks = [...new Set(found.map(({ element }) => element))].map((element) => {
    const own = found.filter((letter) => letter.element === element);
    return mark(element, own[0].from, own.at(-1).to);
  });
  return marks[0];
}

function mark(element, from, to) {
  const text = element.textContent;
  const marked = document.createElement('mark');
  marked.textContent = text.slice(from, to);
  element.replaceChildren(text.slice(0, from), marked, text.slice(to));
  return marked;
}
