/** When: the dates of a sentence with the small words around them that say what kind of time each is: until, from, between, moved to, on. */
import { isRange, type FoundDate } from '../../text/dates'
import type { Span } from '../../text/prepare'

/** `until` has 前 or 截止 and the like; `on` has nothing; `from` and `to` take those words in. */
export interface When extends Span { readonly date: FoundDate; readonly start?: FoundDate; readonly mark: 'until' | 'from' | 'between' | 'on'; /** 截止时间: names the time before it. */ readonly label: boolean; readonly after: string; /** What is said between the two times: 7月12日起开通网络投票，至7月21日. */ readonly middle?: string; /** 改为, 推迟至: another day for what was planned. */ readonly shifted?: true }

const until = /^ ?(?:[上下中]午)?(?:下班)?(?:之前|以前|前夕|前|止|为止|截止|截至|截稿|结束|关闭|以内|内)(?!(?:年|三|两|十|后))|^ ?为(?:[^,。;]{0,8}?截止|限)/u
const begins = /^ ?(?:起|开始|始|开通|开放|开启)(?!草|步|到|之日)/u
const postponed = '(?:延长|延期|延迟|延后|后延|顺延|延|推迟|推后|推延|提前|调整|更改|变更|修改|改期|改)'
const named = new RegExp(`(?:截止|截至|截止到|截至到|截稿|截止(?:时间|日期?|时限)?(?:为|是|于|:)?|时间截止到?|不迟于|不(?:得|能)?(?:晚于|超过)|最迟(?:于|在|为)?|最晚(?:于|在)?|至迟(?:于)?|${postponed}(?:至|到|为|成)|(?:之日|即日|现在|今日|日)起?,?(?:至|到)|即日起-|即日起,?截止到?) ?$`, 'u')
const moves = new RegExp(`^ ?(?:前|止)?[”]?(?:截止|召开|举行|进行|开展)?,?(?:的)?(?:[一-鿿]{0,14}?)?(?:日期|时间)?(?:统一|现|一律)?${postponed}(?:至|到|为|成|在|于) ?[“]?$`, 'u')
/** 原定3月下旬的学科组评审改为5月中旬: what is held at another time. */
const movedAct = new RegExp(`^ ?(?:召开|举行|进行|开展|截止)?的((?!截止)[一-鿿]{2,14}?)(?:日期|时间)?(?:统一|现|一律)?${postponed}`, 'u')
const shifts = new RegExp(postponed, 'u'), newDay = new RegExp(`${postponed}(?:至|到|为|成|在|于)[“]?$`, 'u')
const ended = /^ ?(?:结束|截止|止|为止|关闭|闭幕)/u
/** 起开通网络投票,至: a second time closes what the first opened. */
const opensUntil = /^ ?(?:零时)?(?:起|开始|正式)(?!草|步)([^。;\d]{0,24}?),?(?:并)?(?:持续到|截止到?|截至|直至|至|到) ?$/u
const started = /^ ?(?:上午|早上)?(?:起|开始|始|启动|开通|开放|开启),?$/u

/** Every time of a sentence in order. */
export function whensOf(text: string, all: readonly FoundDate[]): When[] {
  const out: When[] = []
  let moved: number | undefined, ofMoved: string | undefined
  for (let i = 0; i < all.length; i++) {
    const date = all[i]!, next = all[i + 1]
    const between = next === undefined ? '' : text.slice(date.to, next.from)
    // what is itself another day for something is no day that is moved
    if (next !== undefined && moves.test(between) && !newDay.test(text.slice(Math.max(0, date.from - 6), date.from))) { moved ??= date.from; ofMoved ??= movedAct.exec(between)?.[1]; continue }
    const opened = next === undefined ? undefined : opensUntil.exec(between)?.[1]
    if (next !== undefined && opened !== undefined && opened.length > 1) {
      const tail = ended.exec(text.slice(next.to))?.[0] ?? ''
      out.push({ from: date.from, to: next.to + tail.length, date: next, start: date, mark: 'between', label: false, after: tail, middle: opened })
      i++
      continue
    }
    if (next !== undefined && (isRange(text, date, next) || (started.test(between) && ended.test(text.slice(next.to))))) {
      const tail = /^ ?(?:止|为止|结束|截止|期间|之间|内)/u.exec(text.slice(next.to, next.to + 4))?.[0] ?? ''
      out.push({ from: date.from, to: next.to + (tail === '期间' ? 0 : tail.length), date: next, start: date, mark: 'between', label: false, after: tail })
      i++
      continue
    }
    const due = until.exec(text.slice(date.to, date.to + 16)), head = named.exec(text.slice(Math.max(0, date.from - 14), date.from))
    if (due !== null || head !== null) { out.push({ from: moved ?? date.from - (head?.[0].length ?? 0), to: date.to + (due?.[0].length ?? 0), date, mark: 'until', label: head !== null, after: due?.[0] ?? '', ...(ofMoved === undefined ? {} : { middle: ofMoved }), ...(head !== null && shifts.test(head[0]) ? { shifted: true } : {}) }); moved = undefined; ofMoved = undefined; continue }
    const from = begins.exec(text.slice(date.to, date.to + 4))
    out.push({ from: date.from, to: date.to + (from?.[0].length ?? 0), date, mark: from === null ? 'on' : 'from', label: false, after: from?.[0] ?? '' })
  }
  return out
}
