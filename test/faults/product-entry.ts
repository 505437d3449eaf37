/** The product with a database of its own, as a program that tests may kill: bundled and started by `product.ts`. */
import { findPrograms } from '#server/programs/find-programs'
import { startPostgres } from '#server/postgres/start'
import { listen, openInstallation } from '#server/main'

const [dataDir, databaseUrl] = [process.argv[2]!, process.argv[3]]
const postgres = databaseUrl === undefined ? await startPostgres({ dataDir: `${dataDir}/postgres` }) : null
const services = await openInstallation({ databaseUrl: databaseUrl ?? postgres!.url, dataDir, origin: 'http://localhost', demo: process.env['XUANSHU_TEST_REAL'] !== '1', ...(process.env['XUANSHU_TEST_PROGRAMS'] === undefined ? {} : { programs: await findPrograms(process.env) }) })
const server = await listen(services, 0, '127.0.0.1', { logLevel: process.env['XUANSHU_TEST_LOG'] === 'info' ? 'info' : 'warn' })
process.stdout.write(`READY ${JSON.stringify({ origin: server.address, postmaster: postgres?.pid ?? null })}\n`)
