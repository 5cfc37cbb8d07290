/** Whether a host, as a URL or a setting names it, is this machine itself and nothing that others reach. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);
}
