/** How the id of a fact is written: a capital letter and two digits. */
export const factPattern = /^[A-Z]\d{2}$/;
