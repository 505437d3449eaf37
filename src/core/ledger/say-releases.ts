/** Acts about the release of an outcome, in words; what it holds is told by the beginning of its hash. */
import type { Words } from '../kernel/finding'
import { sayDay } from '../kernel/instant'

type Say = (data: Readonly<Record<string, unknown>>) => Words
const content = (d: Readonly<Record<string, unknown>>): string => String(d['content']).slice(0, 8)
const day = (d: Readonly<Record<string, unknown>>): Words => sayDay(String(d['startsOn']))

export const sayReleases = {
  'release.prepared': (d) => ({ zh: `准备好待发布的结果（${content(d)}），请第二人确认`, en: `Prepared the release of the outcome (${content(d)}) for a second person` }),
  'release.withdrawn': (d) => ({ zh: `撤回待发布的结果（${content(d)}）`, en: `Took the prepared release back (${content(d)})` }),
  'release.released': (d) => ({ zh: `第二人确认，发布 ${d['nominations']} 件的结果（${content(d)}），寄出通知 ${d['letters']} 封，公示自${day(d).zh}起`, en: `Released the outcome of ${d['nominations']} (${content(d)}) as a second person, with ${d['letters']} letter(s); the public notice begins on ${day(d).en}` }),
  'release.lapsed': (d) => ({ zh: `情况有变化，公示没有按发布的在${day(d).zh}开始`, en: `Something changed: the public notice did not begin on ${day(d).en} as it was released` }),
} as const satisfies Readonly<Record<string, Say>>
