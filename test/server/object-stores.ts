/** Stores that speak S3 and run on this machine, for tests: the same questions to each. */
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import type { S3Settings } from '#server/blobs/s3-settings'

export interface ObjectStore {
  readonly settings: S3Settings
  /** Where the store itself keeps what it is sent. */
  readonly folder: string
  /** It goes away, with all it keeps; nothing answers at its address. */
  stop(): Promise<void>
  /** It is back, at the same address. */
  start(): Promise<void>
  close(): Promise<void>
}

export const settingsAt = (port: number, key: { readonly accessKey: string; readonly secretKey: string }): S3Settings => ({ endpoint: `http://127.0.0.1:${port}`, bucket: 'xuanshu', region: 'us-east-1', ...key, prefix: 'one/', cacheBytes: 10_000_000 })

/** From npm; it does not compute signatures. */
export const s3rverStore = async (): Promise<ObjectStore> => {
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-s3-'))
  let server: S3rver
  const serve = async (port: number): Promise<number> => {
    server = new S3rver({ address: '127.0.0.1', port, silent: true, directory: folder, vhostBuckets: false, configureBuckets: [{ name: 'xuanshu' }] })
    return (await server.run()).port
  }
  const port = await serve(0)
  return {
    settings: settingsAt(port, { accessKey: 'S3RVER', secretKey: 'S3RVER' }), folder,
    stop: () => server.close(),
    start: async () => void (await serve(port)),
    close: async () => { await server.close(); await rm(folder, { recursive: true, force: true }) },
  }
}

/** The file on the store's own disk that holds these very bytes; null: it holds them no more. */
export const keptIn = async ({ folder }: ObjectStore, bytes: Uint8Array): Promise<string | null> => {
  const sum = sumOf(bytes)
  for (const f of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(f.parentPath, f.name)
    if (f.isFile() && sumOf(await readFile(path)) === sum) return path
  }
  return null
}

export const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
