import { text, u16le, u32le, type ByteSource } from './byte-source'

export interface Office { readonly format: 'docx' | 'xlsx' | 'doc' | 'xls' | null; readonly encrypted: boolean; readonly active: boolean; readonly bomb: boolean }

const MAX_UNPACKED = 300 << 20
const MAX_ENTRIES = 5000

/** Word and Excel by the directory of the zip, without unpacking (APPNOTE 6.3). Sizes that do not fit an office file are a bomb. */
export const readZip = async (source: ByteSource): Promise<Office> => {
  const none: Office = { format: null, encrypted: false, active: false, bomb: false }
  const from = Math.max(0, source.size - 70_000)
  const tail = await source.read(from, 70_000)
  const end = text(tail).lastIndexOf('PK\x05\x06')
  if (end < 0) return none
  const [count, length, start] = [u16le(tail, end + 10), u32le(tail, end + 12), u32le(tail, end + 16)]
  if (count > MAX_ENTRIES || length > 8 << 20) return { ...none, bomb: true }
  const directory = await source.read(start, length)
  const names: string[] = []
  let unpacked = 0
  for (let at = 0; at + 46 <= directory.length && u32le(directory, at) === 0x02014b50;) {
    const n = u16le(directory, at + 28)
    unpacked += u32le(directory, at + 24)
    names.push(text(directory, at + 46, at + 46 + n))
    at += 46 + n + u16le(directory, at + 30) + u16le(directory, at + 32)
  }
  const has = (prefix: string) => names.some((x) => x.startsWith(prefix))
  return {
    format: has('word/') ? 'docx' : has('xl/') ? 'xlsx' : null, encrypted: false,
    active: names.some((x) => /vbaProject\.bin$|\/embeddings\/.*\.(?:bin|exe)$|activeX/i.test(x)), bomb: unpacked > MAX_UNPACKED,
  }
}

const utf16 = (s: string): string => [...s].map((c) => `${c}\0`).join('')

/** Old Word and Excel, and new ones behind a password, are compound files; the names of their streams tell which ([MS-CFB] 2.6). */
export const readOle = async (source: ByteSource): Promise<Office> => {
  const b = text(await source.read(0, Math.min(source.size, 2 << 20))) + text(await source.read(Math.max(0, source.size - (1 << 20)), 1 << 20))
  const has = (name: string) => b.includes(utf16(name))
  if (has('EncryptedPackage')) return { format: 'docx', encrypted: true, active: false, bomb: false }
  return { format: has('WordDocument') ? 'doc' : has('Workbook') || has('Book') ? 'xls' : null, encrypted: false, active: has('_VBA_PROJECT') || has('Macros'), bomb: false }
}
