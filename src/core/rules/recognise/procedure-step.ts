/** What a unit does before it seals: democratic procedure, public notice inside the unit, symposium with its attendance, talks. */
import type { RuleDraft } from './draft'
import { shareIn } from './share-words'
import { trimWords, type Found, type Page } from './page'

interface Known { readonly id: string; readonly said: RegExp; readonly name: readonly [string, string]; readonly about: readonly [string, string] }
const known: readonly Known[] = [
  { id: 'step-democratic', said: /(?:按照?|经|履行|通过)民主(?:推荐|评议)?程序|民主(?:推荐|评议|测评)/u, name: ['民主程序', 'Democratic procedure'], about: ['按民主程序研究确定人选，记下会议日期、参加人员和结果', 'The candidate is settled by democratic procedure; day, people and result are recorded'] },
  { id: 'step-internal-notice', said: /在(?:一定|适当|本单位|单位内部?|所在单位)(?:的)?(?:范围)?内?(?:进行)?公示|(?:本单位|单位内部?|所在单位)公示/u, name: ['单位内公示', 'Public notice inside the unit'], about: ['在一定范围内公示，记下范围、起止和有无异议', 'Made known inside a suitable circle; circle, days and objections are recorded'] },
  { id: 'step-symposium', said: /召开座谈会|座谈会(?:参加)?人员/u, name: ['座谈会', 'Symposium'], about: ['到人选所在单位召开座谈会，全面了解人选，记下日期、地点和意见', 'Held at the candidate’s workplace to learn all about the candidate; day, place and opinions are recorded'] },
  { id: 'step-talks', said: /个别谈话/u, name: ['个别谈话和核实', 'Talks and verification'], about: ['个别谈话，逐项核实个人情况和事迹', 'Individual talks; each personal detail and each deed is verified'] },
]

interface Role { readonly id: string; readonly said: RegExp; readonly name: readonly [string, string] }
const roles: readonly Role[] = [
  { id: 'party-leader', said: /党组|党委|党支部|党组织/u, name: ['单位党组（党委）负责同志', 'leader of the unit’s Party group or committee'] },
  { id: 'discipline-head', said: /纪检|纪委|监察/u, name: ['单位纪检部门负责同志', 'head of the unit’s discipline department'] },
  { id: 'department-head', said: /部门负责|科室负责|所在部门/u, name: ['人选所在部门负责同志', 'head of the candidate’s department'] },
]
const counted = /([一二两三四五六\d])(?:名|位|个)?同事/u
const ordinals: readonly (readonly [string, string])[] = [['同事一', 'first colleague'], ['同事二', 'second colleague'], ['同事三', 'third colleague'], ['同事四', 'fourth colleague'], ['同事五', 'fifth colleague'], ['同事六', 'sixth colleague']]
const numbers: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6 }

type Attendance = NonNullable<RuleDraft<'procedureStep'>['attendance']>
const attendance = (page: Page): Attendance => {
  const list = page.sentences.map((s) => /座谈会(?:的)?(?:参加)?人员(?:应)?(?:包括|为|有|:)(.+)/u.exec(s.text)?.[1]).find((x) => x !== undefined)
  if (list === undefined) return []
  const parts = list.split(/[、,和及]|以及/u).map(trimWords)
  // 纪检部门 is no department of the candidate's: each part is one role.
  const met = new Set(parts.map((p) => roles.find((r) => r.said.test(p))))
  const named = roles.filter((r) => met.has(r)).map((r) => ({ id: r.id, name: { zh: r.name[0], en: r.name[1] } }))
  const n = counted.exec(list)?.[1]
  const colleagues = ordinals.slice(0, n === undefined ? 0 : numbers[n] ?? Number(n)).map(([zh, en], i) => ({ id: `colleague-${String(i + 1)}`, name: { zh, en } }))
  const self = /本人/u.test(list) ? [{ id: 'candidate', name: { zh: '人选本人', en: 'the candidate' } }] : []
  return [...named, ...colleagues, ...self]
}

/** 经职工代表大会过半数同意: against those present, unless all are named. */
const votesIn = (text: string): Pick<RuleDraft<'procedureStep'>, 'votes'> => {
  const clause = text.split(/[,;]/u).find((c) => /同意|赞成|通过|表决/u.test(c) && shareIn(c) !== undefined)
  const found = clause === undefined ? undefined : shareIn(clause)
  return found === undefined ? {} : { votes: { share: found.share, inclusive: found.inclusive, of: /全体|应到|总数/u.test(clause ?? '') ? 'entitled' : 'present' } }
}

type Recorded = NonNullable<RuleDraft<'procedureStep'>['record']>
interface Asked { readonly record: Recorded; readonly usual: NonNullable<Found<unknown>['usual']> }
const custom = (parameter: string, zh: string, en: string) => ({ parameter: `record.${parameter}`, reason: { zh, en } })
const verification = { unverified: 'block', differing: 'block', unknown: 'warn' } as const
const customs = {
  meeting: custom('meeting', '程序须有据可查，照会议记录写明日期、地点和人数', 'So that it can be shown: day, place and numbers of the meeting'), notice: custom('notice', '公示须有据可查，写明起止、地点和结果', 'So that it can be shown: days, place and result of the notice'),
  remote: custom('symposium.remote', '没有说必须到场，视频参加也算', 'It is not said that all come in person: by video counts too'), least: custom('talks.least', '没有写谈几人，至少一人', 'No number of talks is given; at least one'),
  unknown: custom('verification.unknown', '无法核实的由审核人斟酌，先提醒', 'What cannot be verified is left to the approver and warns'),
}
/** What is written down of a step, by what its own words ask; the rest as is usual. */
const asked = (id: string, text: string): Asked => {
  const least = /个别谈话(?:不少于|至少) ?(\d+) ?人/u.exec(text)?.[1]
  const inPerson = /须到场/u.test(text), remote = inPerson || /视频(?:方式)?参加/u.test(text)
  switch (id) {
    case 'step-democratic': return { record: { meeting: {} }, usual: [customs.meeting] }
    case 'step-internal-notice': return { record: { notice: true }, usual: [customs.notice] }
    case 'step-symposium': return { record: { ...(/(?:深入|到)[^。;]{0,12}单位|走访/u.test(text) ? { visit: true as const } : {}), symposium: { remote: !inPerson } }, usual: remote ? [] : [customs.remote] }
    case 'step-talks': return { record: { talks: { least: Number(least ?? 1) }, ...(/核实/u.test(text) ? { verification } : {}) }, usual: [...(least === undefined ? [customs.least] : []), ...(/核实/u.test(text) ? [customs.unknown] : [])] }
    default: return { record: {}, usual: [] }
  }
}
/** The product's own sentence says what is written down, part by part; one that says nothing asks for a day and words. */
const statedRecord = (text: string): Partial<Asked> => {
  const quorum = /到会人数[,，]到会([^;；]*)/u.exec(text)?.[1]
  const share = quorum === undefined ? undefined : shareIn(quorum)
  const least = /个别谈话不少于 ?(\d+) ?人/u.exec(text)?.[1]
  const record: Recorded = {
    ...(/写明会议日期/u.test(text) ? { meeting: share === undefined ? {} : { quorum: { share: share.share, inclusive: share.inclusive } } } : {}), ...(/写明公示起止/u.test(text) ? { notice: true as const } : {}), ...(/到人选单位走访/u.test(text) ? { visit: true as const } : {}),
    ...(/参加人员逐一登记/u.test(text) ? { symposium: { remote: !/须到场/u.test(text) } } : {}), ...(least === undefined ? {} : { talks: { least: Number(least) } }), ...(/推荐表和材料逐项核实/u.test(text) ? { verification } : {}),
  }
  return Object.keys(record).length === 0 ? {} : { record, usual: record.verification === undefined ? [] : [customs.unknown] }
}
const paragraphAt = ({ prepared: { text } }: Page, at: number): string => {
  const end = text.indexOf('\n', at)
  return text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end)
}

const named = /^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+、|\d+[.、])? ?([一-鿿]{2,12}):(?=[一-鿿])/u
/** 民主程序:…;参加:…;赞成票超过1/2: a step named before a colon, with all that its semicolons join. */
const namedStep = (page: Page, { id, name, said }: Known): Found<RuleDraft<'procedureStep'>> | undefined => {
  const at = page.sentences.findIndex((s) => { const own = named.exec(s.text)?.[1]; return own !== undefined && (own === name[0] || (said.test(own) && own.length <= 8)) && s.under.some((h) => /程序|流程|步骤/u.test(h)) })
  const first = page.sentences[at]
  if (first === undefined) return undefined
  let end = at
  while (page.sentences[end]?.text.endsWith(';') === true && page.sentences[end + 1] !== undefined) end++
  const own = page.sentences.slice(at, end + 1)
  const label = named.exec(first.text)!
  const from = first.from + label[0].length, to = first.from + first.text.replace(/[。;]$/u, '').length
  const list = own.map((s) => /^参加(?:人员)?:(.+?)[。;]?$/u.exec(s.text)?.[1]).find((x) => x !== undefined)
  const people = list === undefined ? [] : list.split('、').map((zh, i) => { const role = roles.find((r) => r.said.test(zh)); return { id: role?.id ?? `attendee-${String(i + 1)}`, name: { zh, en: role?.name[1] ?? zh } } })
  const zh = page.prepared.say(from, to)
  const { record, usual = [] } = statedRecord(own.map((s) => s.text).join(';'))
  return { value: { kind: 'procedureStep', id, ...(record === undefined ? {} : { record }), name: { zh: label[1] ?? '', en: label[1] === name[0] ? name[1] : label[1] ?? '' }, about: { zh, en: zh }, attendance: people, ...votesIn(own.map((s) => s.text.replace(/[。;]$/u, '')).join(';')) }, from: first.from, to: own.at(-1)?.to ?? first.to, ...(usual.length > 0 ? { usual } : {}) }
}

/** Each once, where it is said first. */
export const recogniseProcedureSteps = (page: Page): Found<RuleDraft<'procedureStep'>>[] => known.flatMap(({ id, said, name, about }) => {
  const own = namedStep(page, { id, said, name, about })
  if (own !== undefined) return [own]
  for (const s of page.sentences) {
    const m = said.exec(s.text)
    if (m === null) continue
    const { record, usual } = asked(id, paragraphAt(page, s.from))
    return [{ value: { kind: 'procedureStep', id, record, name: { zh: name[0], en: name[1] }, about: { zh: about[0], en: about[1] }, attendance: id === 'step-symposium' ? attendance(page) : [], ...(id === 'step-democratic' ? votesIn(s.text) : {}) }, from: s.from + m.index, to: s.from + m.index + m[0].length, ...(usual.length > 0 ? { usual } : {}) }]
  }
  return []
})
