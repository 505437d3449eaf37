/** Each check: a definition with the fault, and the same without it. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { StatedRule } from '../../rules/rule'
import type { Definition } from '../definition'
import { parseDefinition } from '../parse'
import { resolve } from '../resolve'
import { checks, contradictions } from './contradictions'
import type { Matter } from './matter'

const noHolidays = { holidays: [], workdays: [] }
const clause = (zh: string) => ({ number: '二、2', zh, en: 'in other words' })
/** A rule of an invented notice; what a test does not say it leaves out. */
const rule = (r: Record<string, unknown>): StatedRule => ({ strength: 'block', clause: clause('通知写明'), ...r }) as unknown as StatedRule
const named = (zh: string) => ({ zh, en: `(${zh.length})` })
const definitionOf = (rules: readonly StatedRule[], notice: Partial<Definition['notice']> = {}): Definition => ({
  format: 'xuanshu-definition/1', id: 'sample', year: 2026, level: 'society', name: named('示例活动'), award: named('示例荣誉'), parent: null,
  notice: { title: '示例通知', issuer: named('示例学会'), number: 'not stated', date: 'not stated', hosts: [named('示例学会')], basis: [], ...notice }, rules: [...rules],
})
const matter = (rules: readonly StatedRule[], more: Partial<Matter> & { notice?: Partial<Definition['notice']> } = {}): Matter => {
  const { notice, ...rest } = more
  return { definition: resolve([definitionOf(rules, notice)]), holidays: noHolidays, ...rest }
}
const codes = (check: keyof typeof checks, of: Matter) => checks[check](of).map((f) => [f.code.replace('contradiction.', ''), f.strength, f.at.field])

const deadline = (day: string, more: object = {}) => rule({ id: 'deadline', kind: 'deadline', day, time: null, dayIncluded: true, ...more })
const stage = (id: string, zh: string, from: string | null, to: string | null) => rule({ id, kind: 'stage', name: named(zh), from, to })
const quota = (more: object) => rule({ id: 'quota', kind: 'quota', max: 1, ...more })
const round = (id: string, more: object = {}) => rule({
  id, kind: 'round', name: named('终评'), method: 'approval', ballot: 'secret', quorum: { share: { numerator: 2, denominator: 3 }, inclusive: true },
  threshold: { share: { numerator: 1, denominator: 2 }, inclusive: false, base: 'present', recusedLeaveBase: true }, places: 5, maxApprovals: null, ...more,
})
const paper = (id: string, zh: string, file: object = {}) => rule({ id, kind: 'material', name: named(zh), group: 'text', min: 1, max: 1, naming: 'asGiven', paperCopies: 0, file: { type: 'document', formats: ['pdf'], stamped: true, maxBytes: 1000, ...file } })

describe('stages against the deadline', () => {
  // 2026-06-10 is a Wednesday.
  it('mobilisation that outlasts the deadline warns, naming both clauses', () => {
    const of = (to: string) => matter([stage('s', '广泛动员', '2026-05-21', to), deadline('2026-06-10')])
    expect(codes('collectingStage', of('2026-06-20'))).toEqual([['outlastsDeadline', 'warn', 'rule.s']])
    expect(codes('collectingStage', of('2026-06-10'))).toEqual([])
    const found = checks.collectingStage(of('2026-06-20'))[0]!
    expect(found.what.zh).toBe('“广泛动员”（示例学会 二、2）到2026年6月20日，晚于报送截止（示例学会 二、2）的2026年6月10日')
    expect([found.clause?.number, found.against?.clause?.number]).toEqual(['二、2', '二、2'])
  })
  it('nominating that ends before the deadline warns', () => {
    const of = (to: string) => matter([stage('s', '组织推荐', null, to), deadline('2026-06-10')])
    expect([codes('collectingStage', of('2026-06-08')), codes('collectingStage', of('2026-06-10'))]).toEqual([[['endsBeforeDeadline', 'warn', 'rule.s']], []])
  })
  it('nominating that begins after the deadline stops', () => {
    const of = (from: string) => matter([stage('s', '组织推荐', from, null), deadline('2026-06-10')])
    expect([codes('collectingStage', of('2026-06-11')), codes('collectingStage', of('2026-06-10'))]).toEqual([[['stageAfterDeadline', 'block', 'rule.s']], []])
  })
  it('a jury that begins while nominations come in warns; publicity may', () => {
    const of = (zh: string, from: string) => matter([stage('s', zh, from, null), deadline('2026-06-10')])
    expect([codes('collectingStage', of('遴选发布', '2026-06-10')), codes('collectingStage', of('遴选发布', '2026-06-11')), codes('collectingStage', of('集中宣传', '2026-06-01'))]).toEqual([[['chosenBeforeClose', 'warn', 'rule.s']], [], []])
  })
  it('a day not included ends the day before', () => {
    const of = (dayIncluded: boolean) => matter([stage('s', '广泛动员', null, '2026-06-10'), deadline('2026-06-10', { dayIncluded })])
    expect([codes('collectingStage', of(false)).length, codes('collectingStage', of(true)).length]).toEqual([1, 0])
  })
})

it('stages listed against their dates warn; overlapping ones do not', () => {
  const of = (from: string) => matter([stage('a', '遴选发布', '2026-06-15', '2026-07-01'), stage('b', '集中宣传', from, null)])
  expect([codes('stageOrder', of('2026-06-14')), codes('stageOrder', of('2026-06-16'))]).toEqual([[['stageOrder', 'warn', 'rule.b']], []])
})

describe('weekdays that a text states', () => {
  // 2026-05-23 is a Saturday.
  it.each([['5月23日（星期日）前', 1], ['5月23日（星期六）前', 0], ['5月22日至23日（周日）', 1], ['５月２３日 （礼拜天）', 1], ['5月23日周六', 0], ['2021年5月23日（星期日）', 0], ['5月32日（星期一）', 0]])('%s', (zh, n) => {
    expect(codes('statedWeekday', matter([deadline('2026-05-23', { clause: clause(zh) })])).length).toBe(n)
  })
  it('says where it stands and what the day is', () => expect(checks.statedWeekday(matter([deadline('2026-05-23', { clause: clause('5月23日（星期日）前报送') })]))[0]!.what.zh).toBe('报送截止（示例学会 二、2）写“5月23日（星期日）”，而2026年5月23日是周六'))
  it('are read in the notice too, and told once', () => {
    expect(codes('statedWeekday', matter([deadline('2026-05-23')], { text: '请于5月23日（星期日）前报送，过了5月23日（星期日）不收。' }))).toEqual([['weekday', 'warn', 'notice.text']])
    expect(codes('statedWeekday', matter([deadline('2026-05-23')], { text: '请于5月23日（星期六）前报送。' }))).toEqual([])
  })
})

describe('days off', () => {
  const on = (day: string, holidays = noHolidays as Matter['holidays']) => codes('dayOff', matter([deadline(day)], { holidays }))
  it('a Sunday warns, a Monday does not', () => expect([on('2026-05-24'), on('2026-05-25')]).toEqual([[['dayOff', 'warn', 'rule.deadline']], []]))
  it('a Sunday worked in exchange does not; an official holiday on a weekday does', () => expect([on('2026-05-24', { holidays: [], workdays: ['2026-05-24'] }), on('2026-05-25', { holidays: ['2026-05-25'], workdays: [] }).length]).toEqual([[], 1]))
  it('what else is due is looked at; the last day of a third of a month is nobody’s choice', () => {
    const due = (more: object) => codes('dayOff', matter([rule({ id: 'paper', kind: 'dueDate', what: named('纸质材料'), day: '2026-05-31', time: null, dayIncluded: true, ...more })]))
    expect([due({}), due({ third: 'late' })]).toEqual([[['dayOff', 'warn', 'rule.paper']], []])
  })
})

describe('time between issuing and deadline', () => {
  it('is told in working days, 调休 counted', () => {
    const said = (holidays: Matter['holidays']) => checks.leadTime(matter([deadline('2026-05-28')], { today: '2026-05-22', holidays }))[0]!
    // 22 May is a Friday: Monday to Thursday follow.
    expect([said(noHolidays).what.zh, said(noHolidays).strength]).toEqual(['从2026年5月22日发布到报送截止（示例学会 二、2），单位有 4 个工作日', 'note'])
    expect(said({ holidays: ['2026-05-25'], workdays: ['2026-05-23', '2026-05-24'] }).what.zh).toMatch(/单位有 5 个工作日$/)
  })
  it('none at all warns', () => {
    const of = (today: string) => codes('leadTime', matter([deadline('2026-05-25')], { today }))
    expect([of('2026-05-25'), of('2026-05-22')]).toEqual([[['noWorkingDay', 'warn', 'rule.deadline']], [['leadTime', 'note', 'rule.deadline']]])
  })
  it('a notice dated after its own deadline stops', () => {
    const of = (date: string) => codes('leadTime', matter([deadline('2026-05-28')], { notice: { date } }))
    expect([of('2026-05-29'), of('2026-05-22').map(([c]) => c)]).toEqual([[['datedAfterDeadline', 'block', 'rule.deadline']], ['leadTime']])
  })
  it('fewer days than a public notice inside the unit takes warn', () => {
    const of = (days: number) => codes('leadTime', matter([deadline('2026-05-28'), rule({ id: 'inside', kind: 'publicNotice', at: 'unit', days, count: 'working' })], { today: '2026-05-22' })).map(([c]) => c)
    expect([of(5), of(4)]).toEqual([['leadTooShort', 'leadTime'], ['leadTime']])
  })
  it('fewer days than the definition itself counts back warn', () => {
    const of = (count: number) => codes('leadTime', matter([deadline('2026-05-28'), rule({ id: 'inside', kind: 'dueDate', what: named('单位内公示'), day: null, time: null, dayIncluded: true, before: { count, days: 'working' } })], { today: '2026-05-22' })).map(([c]) => c)
    expect([of(6), of(4)]).toEqual([['dueBeforeIssuing', 'leadTooShort', 'leadTime'], ['leadTime']])
  })
})

it('“前” that nobody decided is noted; one decided is not', () => {
  const of = (more: object) => codes('undecidedDay', matter([deadline('2026-05-28', { clause: clause('5月28日前报送'), ...more })]))
  expect([of({}), of({ decided: [{ parameter: 'dayIncluded', reason: named('取宽的'), date: '2026-01-01' }] }), of({ clause: clause('截至5月28日') }), of({ time: '17:00' })]).toEqual([[['undecidedDay', 'note', 'rule.deadline']], [], [], []])
})

describe('a public notice by dates', () => {
  const notice = rule({ id: 'public-notice', kind: 'publicNotice', days: 5, count: 'working' })
  it('a stage that holds fewer working days warns, 调休 counted', () => {
    const of = (to: string, holidays = noHolidays as Matter['holidays']) => codes('noticePeriod', matter([notice, stage('s', '结果公示', '2026-08-26', to)], { holidays }))
    // 26 August 2026 is a Wednesday: the fifth working day is Tuesday, 1 September.
    expect([of('2026-08-31'), of('2026-09-01'), of('2026-08-31', { holidays: [], workdays: ['2026-08-30'] })]).toEqual([[['noticePeriod', 'warn', 'rule.s']], [], []])
  })
  it('so does a rule whose own days are too few; a notice at the unit is another one', () => {
    const of = (to: string) => codes('noticePeriod', matter([rule({ id: 'public-notice', kind: 'publicNotice', days: 5, count: 'working', from: '2026-08-26', to })]))
    expect([of('2026-08-31'), of('2026-09-01')]).toEqual([[['noticePeriod', 'warn', 'rule.public-notice']], []])
    expect(codes('noticePeriod', matter([rule({ id: 'inside', kind: 'publicNotice', at: 'unit', days: 5, count: 'working' }), stage('s', '结果公示', '2026-08-26', '2026-08-27')]))).toEqual([])
  })
  it('a sentence is held against its own number', () => {
    const of = (text: string) => codes('noticePeriod', matter([], { text: `关于示例的通知\n各单位：\n${text}\n` }))
    expect([of('拟表彰人选公示5个工作日，时间为2026年8月26日至8月31日。'), of('拟表彰人选公示5个工作日，时间为2026年8月26日至9月1日。')]).toEqual([[['noticePeriod', 'warn', 'notice.text']], []])
  })
})

describe('names of sheets', () => {
  const text = (attached: string) => `关于示例活动的通知\n各单位：\n一、报送材料：推荐表2份，学习宣传活动开展情况汇总表1份。\n附件：1. 推荐表\n2. ${attached}\n`
  it('one sheet under two names warns, naming both', () => {
    const found = checks.sheetNames(matter([], { text: text('学习宣传活动开展情况表') }))
    expect(found.map((f) => [f.strength, f.what.zh])).toEqual([['warn', '附件2叫“学习宣传活动开展情况表”，正文叫“学习宣传活动开展情况汇总表”']])
    expect(checks.sheetNames(matter([], { text: text('学习宣传活动开展情况汇总表') }))).toEqual([])
  })
  it('a material of the definition is looked for too', () => {
    const of = (zh: string) => codes('sheetNames', matter([paper('m', zh)], { text: text('学习宣传活动开展情况汇总表') }))
    expect([of('学习宣传活动开展统计汇总表'), of('学习宣传活动开展情况汇总表（盖章 PDF）')]).toEqual([[['sheetNames', 'warn', 'rule.m']], []])
  })
})

describe('asked twice', () => {
  it('the same paper by two rules warns; its Word file beside the stamped one does not', () => {
    const of = (zh: string, file = {}) => codes('askedTwice', matter([paper('a', '候选人汇总表（盖章 PDF）'), paper('b', zh, file)]))
    expect([of('推荐人选汇总表'), of('候选人汇总表（Word）', { formats: ['docx'], stamped: false }), of('廉政意见')]).toEqual([[['askedTwice', 'warn', 'rule.b']], [], []])
  })
  it('the same label on two fields warns', () => {
    const field = (id: string, zh: string) => rule({ id: `field-${id}`, kind: 'formField', field: id, section: 'work', label: named(zh), type: 'text', required: true })
    expect([codes('askedTwice', matter([field('post', '职务'), field('duty', '职务')])), codes('askedTwice', matter([field('post', '职务'), field('duty', '职称')]))]).toEqual([[['fieldTwice', 'warn', 'rule.field-duty']], []])
  })
})

describe('who receives it', () => {
  const units = [{ code: 'A1', type: '市级学会' }, { code: 'B1', type: '医院' }]
  it('a number for a type that no unit has warns', () => {
    const of = (type: string) => codes('unitTypes', matter([quota({ byType: [{ type, max: 2 }] })], { units }))
    expect([of('高校'), of('医院')]).toEqual([[['unknownType', 'warn', 'rule.quota']], []])
  })
  it('a unit named by a code that nobody has warns', () => {
    const of = (code: string) => codes('unitTypes', matter([quota({ named: [{ codes: [code], name: named('某院'), max: 2 }] })], { units }))
    expect([of('Z9'), of('B1')]).toEqual([[['unknownUnit', 'warn', 'rule.quota']], []])
  })
  it('types without a number warn, and stop when nobody has one', () => {
    const of = (type: string) => codes('unitTypes', matter([quota({ max: null, byType: [{ type, max: 2 }] })], { units }))
    expect([of('医院'), of('高校')]).toEqual([[['noNumber', 'warn', 'rule.quota']], [['unknownType', 'warn', 'rule.quota'], ['noNumber', 'block', 'rule.quota']]])
  })
})

describe('against the level above', () => {
  const parent = resolve([definitionOf([deadline('2026-06-10'), quota({ max: 2 })])])
  it('the same day leaves no time and warns; days between do not', () => {
    const of = (day: string) => codes('above', matter([deadline(day)], { parent }))
    expect([of('2026-06-10'), of('2026-06-05')]).toEqual([[['noTimeForAbove', 'warn', 'rule.deadline']], []])
  })
  it('its own public notice must fit in between', () => {
    const notice = rule({ id: 'public-notice', kind: 'publicNotice', days: 5, count: 'working' })
    const of = (day: string) => codes('above', matter([deadline(day), notice], { parent }))
    expect([of('2026-06-04'), of('2026-05-29')]).toEqual([[['noticeBeyondAbove', 'warn', 'rule.deadline']], []])
  })
  it('no more go up than are taken there', () => {
    const of = (max: number) => codes('above', matter([quota({ id: 'up', role: 'upward', max })], { parent }))
    expect([of(3), of(2)]).toEqual([[['moreThanAboveTakes', 'block', 'rule.up']], []])
  })
})

describe('what nobody can meet', () => {
  const academicians = { name: named('院士'), property: 'academician' }
  it('at least more than at most', () => {
    const byType = (min: number) => codes('emptyQuota', matter([quota({ max: 5, byType: [{ type: '医院', min, max: 2 }] })]))
    const part = (min: number) => codes('emptyQuota', matter([quota({ max: 3, within: [{ of: academicians, min }] })]))
    expect([byType(3), byType(2), part(4), part(3)]).toEqual([[['quotaNever', 'block', 'rule.quota']], [], [['quotaNever', 'block', 'rule.quota']], []])
  })
  it('a shortlist or a last round that does not fit the winners', () => {
    const of = (shortlist: number, places: number) => codes('emptyQuota', matter([quota({ id: 'won', role: 'winners', max: 5 }), quota({ id: 'short', role: 'shortlist', max: shortlist }), round('r', { places })]))
    expect([of(4, 5), of(5, 6), of(5, 5)]).toEqual([[['shortlistTooShort', 'block', 'rule.short']], [['roundBeyondWinners', 'block', 'rule.r']], []])
  })
  it('a least share above the most of the same people', () => {
    const share = (id: string, bound: string, percent: number) => rule({ id, kind: 'proportion', of: academicians, bound, percent, over: 'level' })
    const of = (percent: number) => codes('emptyQuota', matter([share('most', 'max', 20), share('least', 'min', percent)]))
    expect([of(30), of(20)]).toEqual([[['shareNever', 'block', 'rule.least']], []])
  })
  it('a share that comes to nobody on the lists the quota allows', () => {
    const of = (max: number) => codes('emptyQuota', matter([quota({ max }), rule({ id: 'share', kind: 'proportion', of: academicians, bound: 'max', percent: 20, over: 'unit' })]))
    expect([of(4), of(5)]).toEqual([[['shareOfFew', 'warn', 'rule.share']], []])
  })
  it('ages that exclude everybody, by one rule or by two', () => {
    const age = (id: string, more: object) => rule({ id, kind: 'age', on: '2026-01-01', ...more })
    const one = (max: number) => codes('emptyAges', matter([age('a', { min: 46, max })]))
    const two = (born: string) => codes('emptyAges', matter([age('a', { max: 45 }), age('b', { min: 40, bornOnOrAfter: born })]))
    expect([one(45), one(46), two('1986-01-02'), two('1986-01-01')]).toEqual([[['agesNever', 'block', 'rule.a']], [], [['agesNever', 'block', 'rule.b']], []])
    const women = (femaleMax: number) => checks.emptyAges(matter([age('a', { min: 46, max: 50, femaleMax })])).map((f) => f.what.zh)
    expect([women(45), women(46)]).toEqual([['年龄（示例学会 二、2）自相矛盾，排除了女性：须1980年1月2日及以后出生，又须1980年1月1日及以前出生'], []])
  })
  it('a threshold over its base, a quorum over the jury, places that grow', () => {
    const half = { share: { numerator: 1, denominator: 1 }, base: 'present', recusedLeaveBase: true }
    const threshold = (inclusive: boolean) => codes('emptyRound', matter([round('r', { threshold: { ...half, inclusive } })]))
    const quorum = (inclusive: boolean) => codes('emptyRound', matter([round('r', { quorum: { share: half.share, inclusive } })]))
    const places = (second: number, more = {}) => codes('emptyRound', matter([round('r1'), round('r2', { places: second, ...more })]))
    expect([threshold(false), threshold(true), quorum(false), quorum(true), places(6, { after: 'r1' }), places(6), places(5)]).toEqual([[['thresholdNever', 'block', 'rule.r']], [], [['quorumNever', 'block', 'rule.r']], [], [['placesGrow', 'block', 'rule.r2']], [['placesGrow', 'warn', 'rule.r2']], []])
  })
})

describe('the shipped definitions', () => {
  const read = (id: string): Definition => {
    const parsed = parseDefinition(readFileSync(new URL(`../../../../campaigns/${id}.yaml`, import.meta.url), 'utf8'), `${id}.yaml`)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors))
    return parsed.definition
  }
  const found = (ids: readonly string[], text?: string) => contradictions({ definition: resolve(ids.map(read)), holidays: noHolidays, ...(text === undefined ? {} : { text }) }).map((f) => [f.code, f.strength, f.at.field])
  const notice = (name: string) => readFileSync(new URL(`../../../../test/notices/${name}.txt`, import.meta.url), 'utf8')
  it('the association’s: the deadline is a Sunday, and the activity sheet has two names', () => expect(found(['national-2021', 'liaoning-2021', 'lnma-2021'], notice('restated-lnma-2021'))).toEqual([
    ['contradiction.dayOff', 'warn', 'rule.deadline'], ['contradiction.sheetNames', 'warn', 'notice.attachments'],
  ]))
  it('the society’s: mobilisation lasts beyond the deadline', () => expect(found(['national-2021', 'cis-2021'], notice('restated-cis-2021'))).toEqual([['contradiction.outlastsDeadline', 'warn', 'rule.stage-mobilise']]))
  it('the province’s and the nation’s say too little to contradict themselves', () => expect([found(['national-2021', 'liaoning-2021']), found(['national-2021'])]).toEqual([[], []]))
})
