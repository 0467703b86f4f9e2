/** The characters that a TrueType font has a glyph for, from its "cmap" table (formats 4 and 12; OpenType 1.9). */
export function charactersOf(font: Buffer): ReadonlySet<number> {
  const covered = new Set<number>();
  const cmap = tableAt(font, "cmap");
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    const format = font.readUInt16BE(at);
    if (format === 4) readSegments(font, at, covered);
    else if (format === 12) readGroups(font, at, covered);
  }
  return covered;
}

function tableAt(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const entry = 12 + index * 16;
    if (font.toString("latin1", entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`a font has no table ${tag}`);
}

function readSegments(font: Buffer, at: number, covered: Set<number>): void {
  const size = font.readUInt16BE(at + 6);
  for (let segment = 0; segment < size; segment += 2) {
    const end = font.readUInt16BE(at + 14 + segment);
    const startAt = at + 16 + size + segment;
    const offsetAt = startAt + 2 * size;
    const offset = font.readUInt16BE(offsetAt);
    const start = font.readUInt16BE(startAt);
    for (let character = start; character <= end && character !== 0xffff; character += 1) {
      const glyph =
        offset === 0 ? character + font.readUInt16BE(startAt + size) : font.readUInt16BE(offsetAt + offset + 2 * (character - start));
      if ((glyph & 0xffff) !== 0) covered.add(character);
    }
  }
}

function readGroups(font: Buffer, at: number, covered: Set<number>): void {
  const groups = font.readUInt32BE(at + 12);
  for (let group = 0; group < groups; group += 1) {
    const entry = at + 16 + group * 12;
    for (let character = font.readUInt32BE(entry); character <= font.readUInt32BE(entry + 4); character += 1) covered.add(character);
  }
}
