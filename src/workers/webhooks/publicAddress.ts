import ipaddr from 'ipaddr.js';

/** Addresses that are routed between networks (IANA: global unicast); what lies outside of it is nobody's, or somebody's own. */
const global = ipaddr.parseCIDR('2000::/3');

/**
 * Whether an address is that of a public machine: unicast, and no loopback, private, link-local, shared (CGNAT), documentation or
 * reserved range, nor one that stands for an IPv4 address (mapped, 6to4, Teredo, NAT64), which could be any of these.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(global);
}

/** Whether an address is this machine's own. */
export function isLoopbackAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === 'loopback';
}
