/** The demo: an invented province in full swing, made by running the product's own commands with the clock moved along. */
import { addDays, dayOf, startOfDay } from '#core/kernel/instant'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { closeInspectors } from '../inspection/inspect-file'
import { listTemplatesQuery } from '../queries/campaigns'
import type { Services } from '../services'
import { mayRetry } from '../store/database'
import { act, setClock } from './actors'
import { assemble } from './assemble'
import { Dossiers } from './dossiers'
import { juryAtWork, past } from './judged-campaigns'
import type { Stage } from './nominating'
import { forwardedPlan, renewedPlan } from './plans'
import { running } from './running-campaign'
import type { SampleFile } from './samples/sample-set'

const HOUR = 3_600_000
type Say = (text: string) => void

/** Whether a demo is whole: a killed load leaves a half one, which is worse than none. */
export const demoIsLoaded = async (services: Services): Promise<boolean> => (await services.db.row<{ loaded: boolean }>(`SELECT demo_loaded_at IS NOT NULL AS loaded FROM installation`))!.loaded

/** Empties a demo installation, and only such a one. */
export const clearDemo = async (services: Services): Promise<void> => {
  if (!services.isDemo) throw new Error('only a demo is ever emptied')
  // Where a server is up already, one of its loops may hold a table that this waits for.
  for (let attempt = 1; ; attempt++) {
    try {
      await services.db.rows(`TRUNCATE organisations, accounts, blobs, public_pages, ledger_heads, ledger_entries CASCADE`)
      break
    } catch (error) {
      if (!mayRetry(error) || attempt >= 5) throw error
    }
  }
  await services.db.rows(`UPDATE installation SET set_up_at = NULL, organisation_id = NULL, clock_offset_ms = 0, demo_loaded_at = NULL`)
}

/** Loads the demo; at the end product time is real time again. */
export const loadDemo = async (services: Services, samples: readonly SampleFile[], say: Say): Promise<void> => {
  const now = Date.now()
  const at = (n: number, hour: number) => startOfDay(addDays(dayOf(now), n)) + hour * HOUR
  const cast = await assemble(services, at(-80, 9))
  await campaigns({ services, cast, dossiers: new Dossiers(services, samples) }, now, at, say)
  await setClock(services, Date.now())
  await services.db.rows(`UPDATE installation SET clock_offset_ms = 0, demo_loaded_at = clock_timestamp()`)
  // People read what they were told in those weeks; of the last two days something is left to read, and nothing of the past is mailed.
  await services.db.rows(`UPDATE news SET mail = CASE mail WHEN 'open' THEN 'none' ELSE mail END, read_at = CASE WHEN at < product_time() - interval '2 days' THEN at + interval '2 hours' END`)
  await services.db.rows(`UPDATE public_pages SET stale_at = rendered_at`)
  closeInspectors()
}

const campaigns = async (stage: Stage, now: number, at: (day: number, hour: number) => number, say: Say): Promise<void> => {
  const templates = new Map((await act(stage.services, stage.cast.office, listTemplatesQuery, {})).templates.map((t) => [t.id, t.definition as ResolvedDefinition]))
  const day = (n: number) => addDays(dayOf(now), n)
  const year = dayOf(now).slice(0, 4)
  say('活动一：往年荣誉 · campaign 1: honours given')
  await past(stage, renewedPlan(templates, { zh: '云川最美医学科技工作者（示例）', en: 'Most Beautiful Medical Sci-Tech Worker of Yunchuan (sample)', number: `云医会字〔${year}〕3号（示例）`, places: 4 }, { opens: at(-70, 9), deadline: day(-50) }),
    { year: '2', opens: at(-70, 9), works: at(-52, 10), screens: at(-45, 10), votes: at(-40, 14), announces: at(-38, 9), gives: at(-28, 9) }, { first: 5, every: 8, count: 6 })
  say('活动二：公示进行中 · campaign 2: public notice running')
  await past(stage, forwardedPlan(templates, { zh: '云川基层科技之星（示例）', en: 'Grassroots Star of Science of Yunchuan (sample)', number: `云医会字〔${year}〕8号（示例）`, places: 5 }, { opens: at(-40, 9), deadline: day(-20) }),
    { year: '3', opens: at(-40, 9), works: at(-22, 10), screens: at(-15, 10), votes: at(-8, 14), announces: Math.max(at(-1, 9), now - 30 * HOUR), gives: null }, { first: 3, every: 8, count: 7 })
  say('活动三：评审进行中 · campaign 3: the jury at work')
  await juryAtWork(stage, renewedPlan(templates, { zh: '云川最美医务工作者（示例）', en: 'Most Beautiful Health Worker of Yunchuan (sample)', number: `云医会字〔${year}〕10号（示例）`, places: 4, scored: 6 }, { opens: at(-30, 9), deadline: day(-10) }),
    { year: '4', opens: at(-30, 9), works: at(-12, 10), screens: at(-5, 10), votes: at(-1, 9) }, { first: 1, every: 7, count: 8 })
  say('活动四：正在推荐 · campaign 4: nominations under way')
  await running(stage, forwardedPlan(templates, { zh: '云川最美科技工作者（示例）', en: 'Most Beautiful Sci-Tech Worker of Yunchuan (sample)', number: `云医会字〔${year}〕12号（示例）`, places: 8 }, { opens: at(-14, 9), deadline: day(3) }), at(-14, 9), now)
}
