const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text made safe as XML character data. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign);
}
