/** Compound files of the old Office, for the tests of this room and for the corpus: 512-byte sectors of table and directory, then 4,096 bytes that every stream begins with ([MS-CFB] 2.1 to 2.6). */

const SECTOR = 512
const STREAM = 4096
const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

export const oleFile = (streams: readonly string[], main: Uint8Array = new Uint8Array()): Uint8Array<ArrayBuffer> => {
  const file = new Uint8Array(3 * SECTOR + STREAM)
  const view = new DataView(file.buffer)
  file.set(signature)
  view.setUint16(30, 9, true)
  view.setUint32(48, 1, true)
  file.fill(0xff, SECTOR, 2 * SECTOR)
  view.setUint32(SECTOR + 4, 0xfffffffe, true)
  streams.forEach((name, n) => {
    const at = 2 * SECTOR + n * 128
    for (let i = 0; i < name.length; i++) view.setUint16(at + 2 * i, name.charCodeAt(i), true)
    view.setUint16(at + 64, (name.length + 1) * 2, true)
    file[at + 66] = 2
    view.setUint32(at + 116, 2, true)
    view.setUint32(at + 120, STREAM, true)
  })
  file.set(main, 3 * SECTOR)
  return file
}

/** Beginning of a Word document's stream with its flags; 0x0100: under a password ([MS-DOC] 2.5.2). */
export const wordFlags = (flags: number): Uint8Array => {
  const block = new Uint8Array(32)
  const view = new DataView(block.buffer)
  view.setUint16(0, 0xa5ec, true)
  view.setUint16(10, flags, true)
  return block
}
