/** Names that every system takes as they stand: no way out of the folder, nothing that turns the reading direction, no device of Windows, no more than 255 bytes. */

/** What file systems allow one name: 255 bytes of UTF-8. Ours stay below, so that a number can be added. */
export const MOST_BYTES = 255
const OWN_BYTES = 200

/** Names that Windows takes for devices, whatever ending follows (learn.microsoft.com: Naming Files, Paths, and Namespaces). */
const device = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/iu
/** Separators and signs that some file system refuses. */
const refused = /[\\/:*?"<>|]/gu
/** Controls, halves of characters, format characters (among them all that turn the reading direction or take no room), characters that never will be any. */
const unseen = /[\p{Cc}\p{Cs}\p{Cf}\ufdd0-\ufdef\ufffe\uffff]/gu
const blanks = /[\p{Z}]+/gu

const bytesOf = (text: string): number => {
  let n = 0
  for (const c of text) { const p = c.codePointAt(0)!; n += p < 0x80 ? 1 : p < 0x800 ? 2 : p < 0x1_0000 ? 3 : 4 }
  return n
}

/** Whole characters only. */
const cut = (text: string, most: number): string => {
  let [out, n] = ['', 0]
  for (const c of text) {
    n += bytesOf(c)
    if (n > most) break
    out += c
  }
  return out
}

const ending = (name: string): string => /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? ''

/** One step of a path, never empty. Its ending stays where it is cut. */
export const safeName = (given: string, most = OWN_BYTES): string => {
  const plain = given.normalize('NFC').replace(blanks, ' ').replace(unseen, '').replace(refused, '_')
  const trimmed = plain.replace(/^[\s.]+|[\s.]+$/gu, '')
  const named = trimmed === '' ? '未命名' : device.test(trimmed) ? `_${trimmed}` : trimmed
  if (bytesOf(named) <= most) return named
  const end = ending(named)
  return `${cut(named.slice(0, named.length - end.length), most - bytesOf(end)).replace(/[\s.]+$/u, '')}${end}`
}

/** Two names that some system takes for one: it keeps no case, or spells letters with marks apart. */
const sameTo = (name: string): string => name.normalize('NFC').toLowerCase()

/** The names of one folder: the second of a name gets a number before its ending. */
export class FolderNames {
  readonly #taken = new Set<string>()

  take(given: string): string {
    const name = safeName(given)
    const end = ending(name)
    for (let n = 1; ; n++) {
      const tried = n === 1 ? name : `${name.slice(0, name.length - end.length)}（${n}）${end}`
      if (this.#taken.has(sameTo(tried))) continue
      this.#taken.add(sameTo(tried))
      return tried
    }
  }
}
