/** The office's board of a campaign that 5,000 units were asked to join: from the request to its answer, beside a page that reads nothing. */
import { readMobilisation } from '#contract/operations/mobilisation'
import { listTemplates } from '#contract/operations/campaigns'
import { openOffice, openProvincial } from '../test/server/office'
import { openGround, print } from './stage'

const UNITS = 5000
const GOAL = 1000
const ROUNDS = 20

const { at, close } = await openGround()
const { services } = at
const o = await openOffice(at, 1)
const campaignId = await openProvincial(at, o)
await services.db.rows(`INSERT INTO organisations (id, parent_id, root_id, code, name, type) SELECT gen_random_uuid(), o.id, o.root_id, 'K' || i, '示例下级 ' || i, 'hospital' FROM organisations o, generate_series(1, $2) i WHERE o.id = (SELECT unit_id FROM campaign_units WHERE campaign_id = $1 LIMIT 1)`, [campaignId, UNITS])
await services.db.rows(`INSERT INTO campaign_units (campaign_id, unit_id) SELECT $1, id FROM organisations WHERE code LIKE 'K%'`, [campaignId])
await services.db.rows('VACUUM ANALYZE')

const timed = async (work: () => Promise<unknown>): Promise<number[]> => {
  const times: number[] = []
  for (let i = 0; i < ROUNDS; i++) {
    const begun = performance.now()
    await work()
    times.push(performance.now() - begun)
  }
  return times.toSorted((a, b) => a - b)
}
const say = (what: string, times: readonly number[]): void => { print(`${what.padEnd(42)} best ${times[0]!.toFixed(0).padStart(5)} ms, median ${times[ROUNDS >> 1]!.toFixed(0).padStart(5)} ms, worst ${times.at(-1)!.toFixed(0).padStart(5)} ms`) }
const small = await timed(() => o.office.ask(listTemplates))
const board = await timed(() => o.office.ask(readMobilisation, { params: { campaignId } }))
say('a small answer, for comparison', small)
say(`the board of ${(UNITS + 1).toLocaleString('en')} units`, board)
const missed = board[ROUNDS >> 1]! >= GOAL
print(`goal: median under ${GOAL} ms${missed ? ' MISSED' : ''}`)
await close()
process.exitCode = missed ? 1 : 0
