import pino, { type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config.ts';
import { schemeId } from '../profile/schemeFile.ts';
import { currentRequest } from '../requestScope.ts';
import { unfailing } from './unfailing.ts';

/** The log of operation: lines of JSON, each with the label whose it is, and with the request that it is about, where there is one. */
export function createLog(
  { logLevel }: Pick<Config, 'logLevel'>,
  to: DestinationStream = pino.destination(1),
): Logger {
  const mixin = () => {
    const request = currentRequest();
    return request === undefined ? { scheme: schemeId } : { scheme: schemeId, request };
  };
  return pino({ level: logLevel, serializers: { err: plainError }, mixin }, unfailing(to));
}

/** What the log keeps of an error: never the request that some errors carry, with its cookies and what was typed. */
function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  return {
    ...{ name, message, stack },
    ...(typeof cause === 'string' && { cause }),
    ...('code' in error && { code: error.code }),
  };
}
