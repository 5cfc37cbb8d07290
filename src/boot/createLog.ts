import pino, { type Logger } from 'pino';
import type { Config } from '../config.ts';

/** The log of operation: lines of JSON on standard output. */
export function createLog({ logLevel }: Pick<Config, 'logLevel'>): Logger {
  return pino({ level: logLevel, serializers: { err: plainError } });
}

/** What the log keeps of an error: never the request that some errors carry, with its cookies and what was typed. */
function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  return { name, message, stack, ...('code' in error && { code: error.code }) };
}
