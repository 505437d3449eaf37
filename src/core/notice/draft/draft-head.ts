/** The head of a campaign as its notice states it: what a definition carries beside its rules. */
import { datesOf } from '../../text/dates'
import type { Place } from '../../text/prepare'
import type { CalendarDay } from '../../kernel/instant'
import type { NoticeReading } from '../facts'
import type { Layer } from '../text-layers'

/** Empty where the text does not say. */
export interface DraftHead {
  readonly title: string
  readonly issuer: string
  readonly number: string
  readonly date: CalendarDay | ''
  readonly year: number | null
  readonly name: string
  readonly award: string
  readonly hosts: readonly string[]
  readonly basis: readonly string[]
}
export type HeadPlaces = Readonly<Partial<Record<keyof DraftHead, Place>>>

/** @param nearest the layer that governs: its signature dates the notice */
export const draftHead = ({ facts, places }: NoticeReading, nearest: Layer | undefined): { readonly head: DraftHead; readonly places: HeadPlaces } => {
  const signed = nearest === undefined ? undefined : signedDay(nearest)
  const name = facts.campaignName ?? ''
  const at = (path: string): Place | undefined => places[path]
  const found: { readonly [K in keyof DraftHead]?: Place | undefined } = {
    title: at('title'), issuer: at('issuer'), number: at('docNumber'), name: at('campaignName'), award: at('campaignName'), hosts: at('hosts[0]'), basis: at('basis[0]'), date: signed?.place, year: signed?.place,
  }
  return {
    head: {
      title: facts.title ?? '', issuer: facts.issuer ?? '', number: facts.docNumber ?? '', date: signed?.day ?? '', year: signed === undefined ? nearest?.page.year?.value ?? null : Number(signed.day.slice(0, 4)),
      name, award: awardOf(name), hosts: facts.hosts.length > 0 ? facts.hosts : facts.issuer === null ? [] : [facts.issuer], basis: facts.basis,
    },
    places: Object.fromEntries(Object.entries(found).filter(([, place]) => place !== undefined)),
  }
}

/** The day of signing or of the page, where it is given to the day. */
const signedDay = ({ page }: Layer): { readonly day: CalendarDay; readonly place: Place } | undefined => {
  for (const span of page.notDeadlines) {
    const [date] = datesOf(page.prepared.text.slice(span.from, span.to))
    const reading = date?.readings[0]
    if (date === undefined || reading?.year === undefined || reading.day === undefined) continue
    const two = (n: number): string => String(n).padStart(2, '0')
    return { day: `${String(reading.year)}-${two(reading.month)}-${two(reading.day)}`, place: page.prepared.place({ from: span.from + date.from, to: span.from + date.to }) }
  }
  return undefined
}

/** 2021年“云川最美科技工作者”学习宣传活动 → 云川最美科技工作者: the title in quotes, which is what people are honoured with. */
const awardOf = (name: string): string => {
  const quoted = /[“"「『]([^”"」』]+)[”"」』]/u.exec(name)?.[1]
  return quoted ?? name.replace(/^(?:19|20)\d\d年度?/u, '').replace(/(?:选树|学习|宣传|推荐|评选|表彰)+(?:和|与)?(?:学习|宣传)*(?:活动|工作)?$/u, '')
}
