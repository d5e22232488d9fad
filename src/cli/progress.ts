/** One line on standard error, rewritten as the work goes on; nothing when standard error is no terminal. */
export interface Progress {
  /** Passes bytes through and counts them. */
  readonly counted: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
  readonly rows: (rowsRead: number) => void;
  readonly restart: () => void;
  /** Clears the line. */
  readonly end: () => void;
}

const MILLISECONDS_BETWEEN = 100;

/** Progress over a file of so many bytes, or over bytes without a known end. */
export function progressLine(size: number | undefined): Progress {
  const shown = process.stderr.isTTY === true;
  let bytesRead = 0;
  let again = false;
  let last = 0;
  return {
    counted: async function* (bytes) {
      bytesRead = 0;
      for await (const chunk of bytes) {
        bytesRead += chunk.length;
        yield chunk;
      }
    },
    rows: (rowsRead) => {
      const now = Date.now();
      if (!shown || now - last < MILLISECONDS_BETWEEN) return;
      last = now;
      const part = size === undefined || size === 0 ? "" : ` (${Math.min(100, Math.floor((100 * bytesRead) / size))} %)`;
      process.stderr.write(`\r\u001b[K${again ? "reading again, not in day order: " : ""}${rowsRead.toLocaleString("en-GB")} rows${part}`);
    },
    restart: () => {
      again = true;
    },
    end: () => {
      if (shown) process.stderr.write("\r\u001b[K");
    },
  };
}
