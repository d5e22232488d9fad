/** A text as the bytes of a file, in chunks of a size. */
export async function* bytesOf(text: string, chunk = 64 * 1024): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += chunk) yield bytes.slice(at, at + chunk);
}
