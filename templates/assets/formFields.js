// The fields of a form that saves by itself: what is typed in them, the version tokens that they carry along, what is wrong with them.

const isToken = (name) => name === 'versionToken' || name.endsWith('.versionToken');
const around = (field) => field?.closest('.govuk-form-group, .choices');

/** The values of a field as a text, to be compared. */
export const text = (values = []) => JSON.stringify(values);

/** Works on one form; `error` is the word that a fault begins with for those who do not see it. */
export function formFields(form, error) {
  const elements = (name) => [...form.elements].filter((one) => one.name === name);

  /** Every field that a person fills in, with its values. */
  function typed() {
    const fields = new Map();
    for (const [name, value] of new FormData(form)) {
      const carried = name === 'csrf' || name === 'go' || isToken(name);
      if (!carried && typeof value === 'string') fields.set(name, [...(fields.get(name) ?? []), value]);
    }
    return fields;
  }

  const tokens = () =>
    [...form.elements].filter(({ name }) => isToken(name)).map(({ name, value }) => [name, value]);

  /** The criterion of a field, whose fields are saved together; empty for all others. */
  const groupOf = (name) =>
    elements(`${name.split('.')[0]}.versionToken`).length > 0 ? name.split('.')[0] : '';
  const tokenOf = (name) => (groupOf(name) ? `${groupOf(name)}.versionToken` : 'versionToken');

  function setToken(name, value) {
    for (const one of elements(name)) one.value = value;
  }

  /** Fills a field in, where it can be seen. */
  function put(name, values) {
    for (const one of elements(name)) {
      if (one.type === 'radio' || one.type === 'checkbox') one.checked = values.includes(one.value);
      else one.value = values[0] ?? '';
      const folded = one.closest('details');
      if (folded) folded.open = true;
    }
  }

  function fault(name, words) {
    const [field] = elements(name);
    const group = around(field);
    clear(name);
    if (!group) return;
    const hidden = Object.assign(document.createElement('span'), { className: 'govuk-visually-hidden' });
    hidden.textContent = `${error} `;
    const line = document.createElement('p');
    Object.assign(line, { className: 'govuk-error-message', id: `${name}-fault` });
    line.append(hidden, words);
    const before = group.querySelector(
      '.govuk-input__wrapper, .govuk-input, .govuk-textarea, .govuk-radios, .choice',
    );
    group.insertBefore(line, before?.parentElement === group ? before : null);
    group.classList.add(group.matches('.choices') ? 'choices--error' : 'govuk-form-group--error');
    field.setAttribute('aria-invalid', 'true');
    const described = field.getAttribute('aria-describedby') ?? '';
    field.setAttribute('aria-describedby', `${described} ${line.id}`.trim());
  }

  function clear(name) {
    const [field] = elements(name);
    const group = around(field);
    for (const line of group?.querySelectorAll(':scope > .govuk-error-message') ?? []) line.remove();
    group?.classList.remove('choices--error', 'govuk-form-group--error');
    field?.removeAttribute('aria-invalid');
  }

  return { elements, typed, tokens, groupOf, tokenOf, setToken, put, fault, clear };
}
