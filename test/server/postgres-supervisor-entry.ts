/** A program that supervises a database until it is killed: bundled and started by `postgres.test.ts`. */
import { startPostgres } from '#server/postgres/start'

const { url, pid, adopted } = await startPostgres({ dataDir: process.argv[2]! })
process.stdout.write(`${JSON.stringify({ url, pid, adopted })}\n`)
setInterval(() => undefined, 60_000)
