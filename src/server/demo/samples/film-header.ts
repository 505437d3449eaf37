/** Times and brand in the header of an MP4 (ISO/IEC 14496-12): a film of a few frames can be made to last minutes without coding more. */

interface Box { readonly type: string; readonly at: number; readonly end: number }
const holders = new Set(['moov', 'trak', 'mdia', 'edts'])

const boxes = function* (film: Buffer, from: number, to: number): Generator<Box> {
  for (let at = from; at + 8 <= to; ) {
    const size = film.readUInt32BE(at)
    const type = film.toString('latin1', at + 4, at + 8)
    const end = size === 0 ? to : at + size
    if (size === 1 || end > to || end < at + 8) return
    yield { type, at, end }
    if (holders.has(type)) yield* boxes(film, at + 8, end)
    at = end
  }
}

/**
 * Every frame shown longer by a factor: the track's clock ticks slower, and the lengths that the film's own clock counts grow.
 * @param factor by how much the film becomes longer; 0.5 halves it
 */
export const playSlower = (film: Buffer, factor: number): Buffer => {
  const out = Buffer.from(film)
  for (const box of boxes(out, 0, out.length)) {
    const wide = out[box.at + 8] === 1
    if (box.type === 'mdhd') stretch(out, box.at + (wide ? 28 : 20), (clock) => clock / factor)
    if (box.type === 'mvhd') stretch(out, box.at + (wide ? 36 : 24), (length) => length * factor)
    if (box.type === 'tkhd') stretch(out, box.at + (wide ? 40 : 28), (length) => length * factor)
  }
  return out
}

const stretch = (film: Buffer, at: number, by: (n: number) => number): void => {
  film.writeUInt32BE(Math.max(1, Math.round(by(film.readUInt32BE(at)))), at)
}

/** The coder writes down when it ran: taken out, so that the same film is the same bytes. */
export const withoutDates = (film: Buffer): Buffer => {
  const out = Buffer.from(film)
  for (const box of boxes(out, 0, out.length)) if (['mvhd', 'tkhd', 'mdhd'].includes(box.type)) out.fill(0, box.at + 12, box.at + (out[box.at + 8] === 1 ? 28 : 20))
  return out
}

/** Telephones of one maker write the same film under another brand. */
export const toQuickTime = (film: Buffer): Buffer => {
  const out = Buffer.from(film)
  for (const box of boxes(out, 0, out.length)) if (box.type === 'ftyp') out.write('qt  ', box.at + 8, 'latin1')
  return out
}
