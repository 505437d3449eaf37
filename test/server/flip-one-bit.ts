import { open } from 'node:fs/promises'

/** As a disk does that nobody looks after. */
export const flipOneBit = async (path: string): Promise<void> => {
  const disk = await open(path, 'r+')
  const byte = Buffer.alloc(1)
  await disk.read(byte, 0, 1, 5000)
  await disk.write(Buffer.from([byte[0]! ^ 1]), 0, 1, 5000)
  await disk.close()
}
