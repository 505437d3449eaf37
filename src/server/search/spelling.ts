/** Names as the search index takes them: folded, and their pinyin by syllables. The tails that are its keys are the database's own (search_keys). */
import { pinyin } from 'pinyin-pro'
import { searchable } from '#core/text/search-words'
import type { Queries } from '../store/database'
import { gatherCounts } from './gather-counts'

type Named = 'person' | 'unit'
export interface Spelled { readonly plain: string; /** Syllables with a space between. */ readonly spelling: string }

/** @param what a person's first characters are read as a surname: 单 shan, 解 xie, 仇 qiu, 曾 zeng */
export const spell = (name: string, what: Named): Spelled => {
  const plain = searchable(name)
  const read = pinyin(plain, { toneType: 'none', type: 'array', v: true, ...(what === 'person' && { surname: 'head' as const }) })
  return { plain, spelling: read.map((s) => s.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')).filter((s) => s !== '').join(' ') }
}

/** After a name was written: its row lies there already, found by its characters alone. */
export const spellCandidate = (tx: Queries, nominationId: string, name: string): Promise<unknown> => {
  const { plain, spelling } = spell(name, 'person')
  return tx.rows(`UPDATE nomination_search SET plain = $2, spelling = $3, spelled = true WHERE nomination_id = $1`, [nominationId, plain, spelling])
}

const BATCH = 1000
const tables = { person: ['nomination_search', 'nomination_id', 'nominations', 'candidate_name'], unit: ['organisation_search', 'organisation_id', 'organisations', 'name'] } as const

/** Spells what was written by other ways (imports, an older version). How many names it spelled. */
export const spellRest = async (q: Queries, what: Named): Promise<number> => {
  const [table, id, named, name] = tables[what]
  const rows = await q.rows<{ id: string; name: string }>(`SELECT n.id, n.${name} AS name FROM ${table} s JOIN ${named} n ON n.id = s.${id} WHERE NOT s.spelled LIMIT ${BATCH}`)
  if (rows.length === 0) return 0
  // It waits for nobody, so that nobody who decides on many at once can be caught between it and himself. What is held, or was renamed meanwhile, is met again.
  const done = await q.rows(
    `UPDATE ${table} s SET plain = k.plain, spelling = k.spelling, spelled = true FROM (SELECT h.${id} AS held FROM ${table} h WHERE h.${id} = ANY($2::uuid[]) AND NOT h.spelled FOR UPDATE SKIP LOCKED) f, jsonb_to_recordset($1) AS k(id uuid, name text, plain text, spelling text), ${named} n WHERE s.${id} = f.held AND k.id = f.held AND n.id = f.held AND n.${name} = k.name RETURNING 1`,
    [JSON.stringify(rows.map((r) => ({ ...r, ...spell(r.name, what) }))), rows.map((r) => r.id)])
  return done.length
}

const LOOK_MS = 5000

/** Looks now and then, from the start on: names to spell, counts to add up. */
export const startSpelling = (q: Queries, failed: (error: unknown) => void): { stop(): Promise<void> } => {
  let stopping = false
  let wake = () => {}
  const loop = async (): Promise<void> => {
    while (!stopping) {
      const n = await Promise.all([spellRest(q, 'person'), spellRest(q, 'unit'), gatherCounts(q)]).then((ns) => Math.max(...ns), (error: unknown) => { failed(error); return 0 })
      if (n < BATCH && !stopping) await new Promise<void>((resolve) => { const timer = setTimeout(resolve, LOOK_MS); wake = () => { clearTimeout(timer); resolve() } })
    }
  }
  const looping = loop()
  return { stop: async () => { stopping = true; wake(); await looping } }
}
