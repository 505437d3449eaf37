declare module 's3rver' {
  /** The part of it that tests use. */
  export default class S3rver {
    constructor(options: { address: string; port: number; silent: boolean; directory: string; vhostBuckets?: boolean; configureBuckets: readonly { readonly name: string }[] })
    run(): Promise<{ port: number }>
    close(): Promise<void>
  }
}
