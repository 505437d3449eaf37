/** What nearly every notice asks beside the nomination and says in its usual words: publicity, reports, paper beside the files, less burden, a jury of its own, the best upward, a spread over categories. In the product's words on the notice's own sentence. */
import type { Sentence } from '../../text/sentences'
import type { RuleDraft } from './draft'
import { asWritten } from './named'
import type { Found, Page } from './page'
import { channelsIn } from './publicity'

interface Usual<D> { readonly said: RegExp; readonly make: (s: Sentence, page: Page) => D; readonly usual?: Found<D>['usual'] }

/** Each once, where it is said first; a sentence that the kind's own recogniser has read already says no second thing. */
const each = <D>(page: Page, known: readonly Usual<D>[], read: readonly Found<D>[]): Found<D>[] => known.flatMap(({ said, make, usual }) => {
  for (const s of page.sentences) {
    const m = said.exec(s.text)
    if (m === null || read.some((f) => f.from < s.to && f.to > s.from)) continue
    return [{ value: make(s, page), from: s.from + m.index, to: s.from + m.index + m[0].length, ...(usual === undefined ? {} : { usual }) }]
  }
  return []
})

/** To the end of its paragraph: what is said of new media goes on to short videos in a second sentence. */
const paragraph = (s: Sentence, { prepared: { text } }: Page): string => {
  const end = text.indexOf('\n', s.from)
  return text.slice(s.from, end < s.to ? Math.max(s.to, end < 0 ? text.length : 0) : end)
}
const publicised = (id: string, said: RegExp, zh: string, en: string, within: (s: Sentence, page: Page) => string = (s) => s.text): Usual<RuleDraft<'publicity'>> => ({ said, make: (s, page) => ({ kind: 'publicity', id, strength: 'note', text: { zh, en }, channels: channelsIn(within(s, page)) }) })
const publicity: readonly Usual<RuleDraft<'publicity'>>[] = [
  publicised('publicity', /(?:在本(?:领域|地区|单位|系统)[^。;]{0,10}(?:发布|宣传)|广泛宣传(?:报道)?[^。;]{0,6}事迹)/u, '在本领域发布获评者，广泛宣传先进事迹', 'Announce the honoured in the field and publicise their deeds'),
  publicised('publicity-press', /(?:日报|广播电视|电视台|报社)[^。;]{0,16}(?:专栏|刊播|报道)/u, '报纸和广播电视设专栏，报道活动和先进事迹', 'Newspapers, radio and television report the campaign and the deeds in columns of their own'),
  publicised('publicity-screens', /(?:户外)?大屏|电子屏|宣传海报/u, '用户外大屏和公交、地铁、车站、商场等电子屏展示宣传海报', 'Posters are shown on outdoor, bus, metro, station and mall screens'),
  publicised('publicity-new-media', /学习强国|新媒体|短视频平台|客户端/u, '新媒体开设专栏，短视频平台播发先进事迹短视频', 'New media carry columns, and short-video platforms the deeds', paragraph),
]
export const usualPublicity = (page: Page, read: readonly Found<RuleDraft<'publicity'>>[]): Found<RuleDraft<'publicity'>>[] => each(page, publicity, read)

/** 报送推荐材料 to whom. */
const taker = (page: Page): RuleDraft<'dueDate'>['to'] => firstIn(page, /推荐材料(?:\([^)]*\))?(?:报送|报|送)(?:至|到|给)?([一-鿿]{2,20}?)(?=[;,。\n]|$)/u)
const told = (page: Page): RuleDraft<'reportBack'>['to'] => firstIn(page, /情况[一-鿿]{0,3}及时(?:报送|报告|报)(?:至|给)?([一-鿿]{3,16})/u)
const firstIn = (page: Page, said: RegExp) => {
  const found = page.sentences.map((s) => said.exec(s.text)?.[1]).find((x) => x !== undefined)
  return found === undefined ? undefined : asWritten(found)
}
const to = <T>(office: T | undefined): { to?: T } => (office === undefined ? {} : { to: office })

const reports: readonly Usual<RuleDraft<'reportBack'>>[] = [
  { said: /(?:推荐)?报送典型线索|典型线索/u, make: (_, page) => ({ kind: 'reportBack', id: 'report-leads', strength: 'note', what: { zh: '典型线索', en: 'leads to worthy persons' }, ...to(told(page)) }),
    usual: [{ parameter: 'to', reason: { zh: '线索报给谁没有写明，与有关情况报同一处', en: 'Whom leads go to is not said; they go where reports do' } }] },
  { said: /(?:有关)?情况[一-鿿]{0,3}及时(?:报送?|报告)[^,。;]{2,16}/u, make: (_, page) => ({ kind: 'reportBack', id: 'report-situation', strength: 'note', what: { zh: '有关情况', en: 'how things stand' }, ...to(told(page)) }) },
  { said: /(?:学习宣传)?活动开展情况(?:汇总|统计)?表(?=[^。]{0,4}\d ?份)/u, make: (_, page) => ({ kind: 'reportBack', id: 'report-activity', what: { zh: '学习宣传活动开展情况', en: 'how the campaign of study and publicity went' }, ...to(taker(page)), withNomination: true, material: 'activity-report' }) },
]
export const usualReports = (page: Page, read: readonly Found<RuleDraft<'reportBack'>>[]): Found<RuleDraft<'reportBack'>>[] => each(page, reports, read)

const paper = (zh: string, en: string, said: RegExp): Usual<RuleDraft<'dueDate'>> => ({ said, make: (_, page) => ({ kind: 'dueDate', id: 'due-paper', what: { zh, en }, ...to(taker(page)), day: null, before: { count: 0, days: 'calendar' }, dayIncluded: true }) })
/** Paper that goes in with the files is due until the same end; a day of its own has been read as a date. */
const papers: readonly Usual<RuleDraft<'dueDate'>>[] = [
  paper('盖章的纸质材料和所附光盘或U盘', 'The stamped paper with its disc or USB stick', /(?:光盘|U盘)[^。;]{0,12}随纸质材料/iu),
  paper('全部推荐材料的纸质版', 'The whole dossier on paper', /(?:提供|要有|报送|提交)[^。;]{0,10}纸质版?(?:和|与|、)电子版/u),
]
export const usualDueDates = (page: Page, read: readonly Found<RuleDraft<'dueDate'>>[]): Found<RuleDraft<'dueDate'>>[] => (read.some((f) => /纸质|原件/u.test(f.value.what?.zh ?? '')) ? [] : each(page, papers, read).slice(0, 1))

export const usualBurdens = (page: Page, read: readonly Found<RuleDraft<'burden'>>[]): Found<RuleDraft<'burden'>>[] => each<RuleDraft<'burden'>>(page, [{
  said: /力戒形式主义|减(?:轻|少)基层(?:工作)?负担/u, make: () => ({ kind: 'burden', id: 'burden', strength: 'note', text: { zh: '可与同期的推选工作统筹，力戒形式主义，减轻基层负担', en: 'Combine it with other selections of the time; no formalism, little burden on the grassroots' } }),
}], read)

export const usualJuries = (page: Page, read: readonly Found<RuleDraft<'jury'>>[]): Found<RuleDraft<'jury'>>[] => (read.length > 0 ? [] : each<RuleDraft<'jury'>>(page, [{
  said: /(?:成立|组成)[^。;]{0,10}(?:评选|评审)(?:机构|委员会|专家组)[^。;]{0,16}(?:多轮)?评/u, make: (s) => ({ kind: 'jury', id: 'jury', body: /多轮/u.test(s.text) ? { zh: '专门成立的评选机构（多轮）', en: 'a body formed for it, in several rounds' } : { zh: '专门成立的评选机构', en: 'a body formed for it' } }),
}], []))

export const usualPlacesUpward = (page: Page, read: readonly Found<RuleDraft<'quota'>>[]): Found<RuleDraft<'quota'>>[] => (read.some((f) => f.value.role === 'upward') ? [] : each<RuleDraft<'quota'>>(page, [{
  said: /择优推荐(?:至|到|参加)[^。;]{2,40}/u, make: (s) => ({ kind: 'quota', id: 'quota-upward', role: 'upward', max: null, ...to(asWrittenIn(s, /择优推荐(?:至|到)([^,。;]{4,40}?)(?:参加|$)/u)) }),
}], []))
const asWrittenIn = (s: Sentence, said: RegExp) => {
  const found = said.exec(s.text)?.[1]
  return found === undefined ? undefined : asWritten(found)
}

const spreads = [['category', /类别|领域|层次/u], ['age', /年龄/u], ['sex', /性别/u]] as const
export const usualSpreads = (page: Page): Found<RuleDraft<'preference'>>[] => each<RuleDraft<'preference'>>(page, [{
  said: /(?:兼顾|照顾到?|统筹考虑)[^。;]{0,10}不同(?:类别|年龄|领域|层次|性别)[^,。;]{0,20}/u,
  make: (s) => {
    const m = /不同[^。;]{2,24}/u.exec(s.text)?.[0] ?? ''
    return { kind: 'preference', id: 'preference', strength: 'note' as const, across: spreads.filter(([, w]) => w.test(m)).map(([k]) => k) }
  },
}], [])
