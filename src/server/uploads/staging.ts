import { FileStore } from '@tus/file-store'
import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Where uploads grow. As the library's own store, but it says why a write failed: a full disk is not “something went wrong”. What was written stays, so the upload goes on from there. */
export class Staging extends FileStore {
  override async write(from: Readable, id: string, offset: number): Promise<number> {
    const path = join(this.directory, id)
    await pipeline(from, createWriteStream(path, { flags: 'r+', start: offset }))
    return (await stat(path)).size
  }
}
