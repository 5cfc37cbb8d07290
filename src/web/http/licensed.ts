import type { WebMiddleware } from './state.ts';

/** What the data of the register may be used under. */
export const licence = 'https://creativecommons.org/licenses/by/4.0/';

/** Says with the answer itself under which licence its data are given (RFC 8288, RFC 4946). */
export const licensed: WebMiddleware = async (ctx, next) => {
  ctx.append('Link', `<${licence}>; rel="license"`);
  await next();
};
