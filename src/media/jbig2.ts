/** Black and white pictures of scanners (ITU-T T.88), as they lie in a PDF: segments one after the other, without a file header (ISO 32000-1, 7.4.7). */

/** 7.3: immediate generic regions, lossy or not; the others are drawn whichever way they are coded. */
const genericRegions = new Set([38, 39])
/** 7.4.1: width, height, place and how it is laid over the page. */
const regionBytes = 17

/** Whether a part of the picture is coded as a fax would be (MMR). pdfium leaves such parts white and says nothing. */
export const hasFaxRegion = (bytes: Uint8Array): boolean => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at + 11 <= bytes.length;) {
    const number = view.getUint32(at)
    const flags = view.getUint8(at + 4)
    const few = view.getUint8(at + 5) >> 5
    // Up to four segments referred to are counted in three bits; more in four bytes, with a bit for each of them (7.2.4).
    const count = few < 7 ? few : view.getUint32(at + 5) & 0x1fffffff
    const references = at + 5 + (few < 7 ? 1 : 4 + Math.ceil((count + 1) / 8))
    const length = references + count * (number <= 256 ? 1 : number <= 65536 ? 2 : 4) + ((flags & 0x40) === 0 ? 1 : 4)
    if (length + 4 > bytes.length) return false
    const data = length + 4
    if (genericRegions.has(flags & 0x3f) && data + regionBytes < bytes.length && (view.getUint8(data + regionBytes) & 1) === 1) return true
    // A region may leave its length open until its end is found; that only an encoder that knows no better does, as the last of a page.
    const bytesOfData = view.getUint32(length)
    if (bytesOfData === 0xffffffff) return false
    at = data + bytesOfData
  }
  return false
}
