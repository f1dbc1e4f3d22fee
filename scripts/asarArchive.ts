/**
 * The bytes of an asar archive, Electron's own format: a JSON header in two nested length-prefixed pickles, then the
 * files one after another.
 */
export function asarArchive(files: Readonly<Record<string, string>>): Buffer {
  const contents = Object.entries(files).map(([name, text]) => ({
    name,
    bytes: Buffer.from(text),
  }));
  const entries: Record<string, { size: number; offset: string }> = {};
  let offset = 0;
  for (const { name, bytes } of contents) {
    entries[name] = { size: bytes.length, offset: String(offset) };
    offset += bytes.length;
  }
  const header = Buffer.from(JSON.stringify({ files: entries }));
  const padded = Math.ceil(header.length / 4) * 4;
  const prefix = Buffer.alloc(16 + padded);
  prefix.writeUInt32LE(4, 0);
  prefix.writeUInt32LE(padded + 8, 4);
  prefix.writeUInt32LE(padded + 4, 8);
  prefix.writeUInt32LE(header.length, 12);
  header.copy(prefix, 16);
  return Buffer.concat([prefix, ...contents.map(({ bytes }) => bytes)]);
}
