/** ZIP archives written by hand: honest ones, and ones that lie about their sizes, overlap, or leave their folder. */
import { crc32, deflateRawSync } from 'node:zlib'
import { joined } from './corpus-file'

export interface Part { readonly name: string; readonly data: Buffer | string; readonly claims?: number; readonly flags?: number; readonly attributes?: number; readonly at?: number }

export const zipOf = (parts: readonly Part[]): Buffer => {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const data = Buffer.from(part.data as Buffer)
    const packed = deflateRawSync(data)
    const name = Buffer.from(part.name)
    const said = Buffer.alloc(16)
    said.writeUInt16LE(part.flags ?? 0, 0)
    said.writeUInt16LE(8, 2)
    said.writeUInt32LE(crc32(data), 8)
    said.writeUInt32LE(packed.length, 12)
    const [sizes, tail] = [Buffer.alloc(6), Buffer.alloc(14)]
    sizes.writeUInt32LE(part.claims ?? data.length, 0)
    sizes.writeUInt16LE(name.length, 4)
    tail.writeUInt32LE(part.attributes ?? 0, 6)
    tail.writeUInt32LE(part.at ?? at, 10)
    const local = joined('PK\x03\x04\x14\0', said, sizes, Buffer.alloc(2), name, packed)
    locals.push(local)
    directory.push(joined('PK\x01\x02\x14\0\x14\0', said, sizes, Buffer.alloc(2), tail, name))
    at += local.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(at, 12)
  return joined(...locals, ...directory, 'PK\x05\x06', end)
}
