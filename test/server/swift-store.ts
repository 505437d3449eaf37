/** OpenStack Swift with its s3api, where Debian's packages are installed: one node, one copy, everything in a temporary folder. It computes signatures and sums. */
import { AwsClient } from 'aws4fetch'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { settingsAt, type ObjectStore } from './object-stores'

const kinds = ['account', 'container', 'object'] as const
const programs = ['swift-ring-builder', 'swift-proxy-server', ...kinds.map((k) => `swift-${k}-server`)]
export const swiftInstalled = programs.every((p) => (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, p))))
export const swiftPackages = 'apt-get install --no-install-recommends swift swift-proxy swift-account swift-container swift-object'

const freePort = () => new Promise<number>((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => { const { port } = server.address() as AddressInfo; server.close(() => resolve(port)) })
})
const key = { accessKey: 'example:office', secretKey: 'secret-of-the-sample' }

const storageSettings = (kind: string, port: number, folder: string): string => `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
user = ${userInfo().username}
swift_dir = ${folder}
devices = ${folder}/devices
mount_check = false
[pipeline:main]
pipeline = ${kind}-server
[app:${kind}-server]
use = egg:swift#${kind}
`
/** Who signs in is asked at each request: the memory that would spare it is at an address where nobody listens. */
const proxySettings = (port: number, folder: string): string => `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
user = ${userInfo().username}
swift_dir = ${folder}
[pipeline:main]
pipeline = catch_errors cache s3api tempauth slo dlo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:1
[filter:tempauth]
use = egg:swift#tempauth
user_${key.accessKey.replace(':', '_')} = ${key.secretKey} .admin
${['catch_errors', 's3api', 'slo', 'dlo'].map((f) => `[filter:${f}]\nuse = egg:swift#${f}\n`).join('')}`

interface Running { readonly process: ChildProcess; said: string }
/** It ends with the pipe that this process holds, whatever becomes of this process. */
const begin = (kind: string, folder: string): Running => {
  const child = spawn('sh', ['-c', 'trap "" TERM INT HUP; "$0" "$1" -v & server=$!; cat > /dev/null; kill -9 $server; wait $server', `swift-${kind}-server`, join(folder, `${kind}.conf`)], { stdio: ['pipe', 'pipe', 'pipe'] })
  const running: Running = { process: child, said: '' }
  for (const out of [child.stdout, child.stderr]) out.setEncoding('utf8').on('data', (text: string) => { running.said = (running.said + text).slice(-4000) })
  return running
}
const end = ({ process: child }: Running) => new Promise<void>((resolve) => {
  if (child.exitCode !== null || child.signalCode !== null) { resolve(); return }
  child.once('exit', () => resolve()).stdin!.end()
})
const must = (program: string, ...args: string[]): void => {
  const { status, stderr, stdout } = spawnSync(program, args, { encoding: 'utf8' })
  // 1: done, with a warning about a single copy.
  if (status !== 0 && status !== 1) throw new Error(`${program} ${args.join(' ')}: ${stdout}${stderr}`)
}

export const swiftStore = async (): Promise<ObjectStore> => {
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-swift-'))
  await mkdir(join(folder, 'devices', 'd1'), { recursive: true })
  const running: Running[] = []
  for (const kind of kinds) {
    const port = await freePort()
    const builder = join(folder, `${kind}.builder`)
    must('swift-ring-builder', builder, 'create', '2', '1', '1')
    must('swift-ring-builder', builder, 'add', `r1z1-127.0.0.1:${port}/d1`, '1')
    must('swift-ring-builder', builder, 'rebalance')
    await writeFile(join(folder, `${kind}.conf`), storageSettings(kind, port, folder))
    running.push(begin(kind, folder))
  }
  const port = await freePort()
  await writeFile(join(folder, 'proxy.conf'), proxySettings(port, folder))
  const settings = settingsAt(port, key)
  let proxy = begin('proxy', folder)
  const client = new AwsClient({ accessKeyId: key.accessKey, secretAccessKey: key.secretKey, service: 's3', region: settings.region, retries: 0 })
  /** Making a bucket goes through all four; one that is there is as well. */
  const answers = async (): Promise<void> => {
    for (let left = 300; ; left--) {
      const { status } = await client.fetch(`${settings.endpoint}/${settings.bucket}`, { method: 'PUT' }).catch(() => ({ status: 0 }))
      if (status === 200 || status === 409) return
      if (left === 0) throw new Error(`Swift does not answer (${status}): ${[...running, proxy].map((r) => r.said).join('\n')}`)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  await answers()
  return {
    settings, folder,
    stop: () => end(proxy),
    start: async () => { proxy = begin('proxy', folder); await answers() },
    close: async () => { await Promise.all([...running, proxy].map(end)); await rm(folder, { recursive: true, force: true }) },
  }
}
