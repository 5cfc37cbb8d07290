/** What Node.js says of a request that is no HTTP, comes too slowly, or whose connection the client closed. */
const abortCodes =
  /^(?:HPE_|ECONNRESET$|ECONNABORTED$|EPIPE$|ERR_HTTP_REQUEST_TIMEOUT$|ERR_STREAM_PREMATURE_CLOSE$)/;

/** Whether an answer failed for what its client did to the connection: no fault of ours, so it must not fill our log. */
export function isAborted(error: unknown): boolean {
  return error instanceof Error && 'code' in error && abortCodes.test(String(error.code));
}
