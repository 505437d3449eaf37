/** Which bucket, where, and by whose key. Kept out of the command line, which everybody on the machine can read. */
export interface S3Settings {
  /** As https://s3.example.org; the bucket follows in the path, which every server understands. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKey: string
  readonly secretKey: string
  /** Before every name, as `xuanshu/`. */
  readonly prefix: string
  /** How much of this machine's disk may hold copies of what is read. */
  readonly cacheBytes: number
}

const GB = 1_000_000_000
const required = { endpoint: 'XUANSHU_S3_ENDPOINT', bucket: 'XUANSHU_S3_BUCKET', accessKey: 'XUANSHU_S3_ACCESS_KEY', secretKey: 'XUANSHU_S3_SECRET_KEY' } as const

/**
 * From the environment; null where nothing of it is set: files are kept on the disk.
 * @throws when only a part is set, naming what is missing
 */
export const s3Settings = (env: Readonly<Record<string, string | undefined>>): S3Settings | null => {
  const of = (name: string): string => env[name]?.trim() ?? ''
  const missing = Object.values(required).filter((name) => of(name) === '')
  if (missing.length === Object.values(required).length) return null
  if (missing.length > 0) throw new Error(`S3 存储设置不全，还缺 ${missing.join('、')} / the S3 store is only half set: ${missing.join(', ')} missing`)
  if (!/^https?:\/\/[^/]+\/?$/u.test(of(required.endpoint))) throw new Error(`XUANSHU_S3_ENDPOINT 应为 https://主机[:端口] / must be https://host[:port]`)
  const cache = of('XUANSHU_S3_CACHE_GB') === '' ? 20 : Number(of('XUANSHU_S3_CACHE_GB'))
  if (!(cache > 0)) throw new Error('XUANSHU_S3_CACHE_GB 应为正数（GB） / must be a positive number of gigabytes')
  return {
    endpoint: of(required.endpoint).replace(/\/$/u, ''), bucket: of(required.bucket), accessKey: of(required.accessKey), secretKey: of(required.secretKey),
    region: of('XUANSHU_S3_REGION') || 'us-east-1', prefix: of('XUANSHU_S3_PREFIX'), cacheBytes: cache * GB,
  }
}
