/** An e-mail address as it was typed on the command line, in small letters; ends with a message where it is none. */
export function typedAddress(typed: string): string {
  const email = typed.trim().toLowerCase();
  if (!/^[\x21-\x3f\x41-\x7e]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(email))
    throw new Error(`"${typed}" is no e-mail address`);
  return email;
}
