/** Writers of Word and Excel stamp the hour into their archives. With one fixed hour the same sheet is the same file, and its SHA-256 says which one somebody has. */

/** Older than any sheet, so that nobody takes it for the day the sheet was made. */
export const FIXED_DAY = new Date(Date.UTC(2000, 0, 1))
/** 1 January 2000, 00:00, as an archive writes it (APPNOTE 4.4.6). */
const TIME = 0
const DATE = (20 << 9) | (1 << 5) | 1

const xml = (text: string): string => text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? c)

/** `docProps/core.xml` without anybody's name. */
export const sealedProperties = (title: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(title)}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>`

/** The archive with its hours set to the fixed one: in the central directory, and in the header of each entry it leads to. */
export const sameBytes = (archive: Uint8Array): Uint8Array => {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  let end = archive.length - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < 0) throw new TypeError('not an archive')
  let at = view.getUint32(end + 16, true)
  for (let n = view.getUint16(end + 10, true); n > 0; n--) {
    const local = view.getUint32(at + 42, true)
    for (const place of [at + 12, local + 10]) {
      view.setUint16(place, TIME, true)
      view.setUint16(place + 2, DATE, true)
    }
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return archive
}
