import { isIPv6 } from 'node:net';

/**
 * The part of an address that a client cannot change at will: an IPv4 address, or the first 64 bits of an IPv6 address, of
 * which a household has the rest to itself.
 */
export function clientKey(ip: string): string {
  const bare = ip.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return isIPv6(bare) ? groupsOf(bare).slice(0, 4).join(':') : bare;
}

/** The eight groups of an address, its gap filled in. */
function groupsOf(ip: string): string[] {
  const [before = '', after] = ip.toLowerCase().split('::');
  const split = (part: string) => (part === '' ? [] : part.split(':'));
  const [head, tail] = [split(before), split(after ?? '')];
  const gap = after === undefined ? 0 : 8 - head.length - tail.length;
  return [...head, ...Array<string>(Math.max(0, gap)).fill('0'), ...tail].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  );
}
