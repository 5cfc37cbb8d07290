import type { DestinationStream } from 'pino';

/** A stream whose lines are lost where they cannot be written, instead of ending what wrote them; `lost` gets the reason of each. */
export function unfailing(
  to: DestinationStream,
  lost: (error: unknown) => void = () => {},
): DestinationStream {
  return {
    write: (line) => {
      try {
        to.write(line);
      } catch (error) {
        lost(error);
      }
    },
  };
}
