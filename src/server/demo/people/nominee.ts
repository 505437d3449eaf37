/** 人选: one invented person with a value for every field of the form. The same seed and unit give the same person. */
import { chance, type Chance } from '../samples/chance'
import type { Career } from './careers/career'
import { grassrootsCareers } from './careers/grassroots'
import { hospitalCareers } from './careers/hospital'
import { researchCareers } from './careers/research'
import { habits } from './habits'
import { impossibleId, impossibleMail, impossiblePhone } from './impossible'
import { personName } from './names'
import { account, say, type Particulars } from './prose'
import { postIn, schooling, working, type Entry } from './resume'
import type { DemoUnit } from './units'

export interface DemoNominee {
  readonly name: string
  readonly sex: 'female' | 'male'
  readonly age: number
  /** What a public notice says: at most 45 characters. */
  readonly summary: string
  /** Values by field id, as the form keeps them. */
  readonly fields: Readonly<Record<string, string | Entry[]>>
}

/** The demo's campaigns run in this year; ages and years of service are counted to it. */
const thisYear = 2026
const careers: readonly Career[] = [...grassrootsCareers, ...hospitalCareers, ...researchCareers]
const fitting: Readonly<Record<DemoUnit['type'], readonly string[]>> = {
  office: [], cityAssociation: [], hospital: ['全科医学', '急诊医学', '康复医学', '精神卫生', '护理学', '儿科学', '妇产科学', '病理学', '临床药学', '医学影像学', '肿瘤学', '中医学'],
  cdc: ['地方病防治', '流行病学', '职业卫生'], society: [], university: ['肿瘤学', '医学影像学', '生物医学工程', '病理学', '临床药学'], institute: ['输血医学', '生物医学工程', '肿瘤学', '职业卫生', '流行病学'],
}
/** Societies and city associations nominate people who work elsewhere. */
const employers: Readonly<Record<Career['category'], readonly string[]>> = {
  grassroots: ['城东区人民医院', '城东区疾病预防控制中心', '第三人民医院', '中心卫生院'], economyAndHealth: ['第三人民医院', '妇幼保健院', '中心医院'], frontier: ['中心医院', '医学工程研究所', '第三人民医院'],
}

/** The seed whose nominees include the persons that guides speak of, and the names that try every page. */
export const firstYear = '1'
const known: Readonly<Record<string, { readonly name: string; readonly sex: 'female' | 'male'; readonly ethnicGroup: string }>> = {
  C0200: { name: '沈若川', sex: 'female', ethnicGroup: '汉族' },
  C0800: { name: '阿卜杜拉·买买提', sex: 'male', ethnicGroup: '维吾尔族' },
  C0802: { name: '阿依努尔·托合提江', sex: 'female', ethnicGroup: '维吾尔族' },
  C0801: { name: '阿不都热西提·阿不都热合曼·吐尔逊尼亚孜·买买提明江', sex: 'male', ethnicGroup: '维吾尔族' },
  C0900: { name: '卫𬭎', sex: 'male', ethnicGroup: '汉族' },
  C1000: { name: '沈㛃', sex: 'female', ethnicGroup: '汉族' },
  C1400: { name: '岚', sex: 'female', ethnicGroup: '蒙古族' },
}

/**
 * @param seed which year or campaign; the same seed and unit give the same person
 * @param n place in a list of many: spreads the lines of work evenly over it
 */
export const demoNominee = (seed: string, unit: DemoUnit, n = 0): DemoNominee => {
  const c = chance(`nominee ${seed} ${unit.code}`)
  const fixed = seed === firstYear ? known[unit.code] : undefined
  const sex = fixed?.sex ?? (c.next() < 0.48 ? 'female' : 'male')
  const { name, ethnicGroup } = fixed ?? personName(`nominee ${seed} ${unit.code}`, sex)
  const wanted = named(unit.name, fitting[unit.type])
  const possible = careers.filter((k) => wanted.length === 0 || wanted.includes(k.discipline))
  const career = n > 0 ? possible[(n * 5) % possible.length]! : c.pick(possible)
  const birthYear = thisYear - c.int(career.degrees.includes('doctor') ? 40 : 35, 58)
  const birthDate = `${birthYear}-${String(c.int(1, 12)).padStart(2, '0')}-${String(c.int(1, 28)).padStart(2, '0')}`
  const school = schooling(c, career, birthYear)
  const years = thisYear - school.workFrom
  const employer = employerOf(c, unit, career)
  const department = c.pick(career.departments)
  const title = career.titles[years > 18 ? 2 : years > 9 ? 1 : 0] ?? ''
  const post = postIn(c, department, years)
  const particulars: Particulars = { years, since: school.workFrom, unit: employer.replace('（示例）', ''), city: unit.city === '' ? '全省' : unit.city, she: sex === 'female' ? '她' : '他' }
  const summary = c.pick(career.summaries)
  return {
    name, sex, age: thisYear - birthYear, summary,
    fields: {
      name, sex, birthDate, ethnicGroup, politicalStatus: c.pick(['partyMember', 'partyMember', 'masses', 'democraticParty', 'nonParty']), education: school.education, degree: school.degree,
      idNumber: impossibleId(birthDate, sex, c.int(0, 499)), employer, department, post, title, discipline: career.discipline, phone: impossiblePhone(c.int(0, 9999)), email: impossibleMail(`n${n > 0 ? n : c.int(1000, 9999)}`), category: career.category,
      resume: [...school.entries, ...working(c, school.workFrom, thisYear, `${employer}${department}`, career, post, title)],
      honours: honoursOf(c, unit, school.workFrom), deeds: deedsOf(c, career, particulars), unitOpinion: opinionOf(c, name, unit),
    },
  }
}

/** A hospital of traditional medicine sends its own kind, a blood centre too. */
const named = (unit: string, usual: readonly string[]): readonly string[] =>
  unit.includes('中医') ? ['中医学', '康复医学'] : unit.includes('血') ? ['输血医学'] : unit.includes('妇幼') ? ['妇产科学', '儿科学'] : unit.includes('护理') ? ['护理学'] : unit.includes('康复') ? ['康复医学'] : unit.includes('工程') ? ['生物医学工程'] : unit.includes('职业健康') ? ['职业卫生'] : usual

const employerOf = (c: Chance, unit: DemoUnit, career: Career): string => {
  if (unit.type !== 'cityAssociation' && unit.type !== 'society') return unit.name
  const place = unit.city === '' ? '云川省' : unit.city
  if (career.discipline === '输血医学') return `${place}中心血站（示例）`
  if (career.discipline === '流行病学' || career.discipline === '地方病防治' || career.discipline === '职业卫生') return `${place}疾病预防控制中心（示例）`
  return `${place}${c.pick(employers[career.category])}（示例）`
}

/** Long enough to say something, and never over what a form takes. */
const deedsOf = (c: Chance, career: Career, p: Particulars): string => {
  const extra = c.shuffled(habits)
  for (let more = 0; ; more++) {
    const text = account(c, career, p, Math.min(career.middles.length, 4 + more), extra.slice(0, 1 + more))
    if ([...text].length >= 420 || more === 6) return text
  }
}

const honoursOf = (c: Chance, unit: DemoUnit, from: number): string => {
  const place = unit.city === '' ? '云川省' : unit.city
  const all = [`${place}先进科技工作者（示例）`, '云川省卫生健康系统优秀工作者（示例）', `${place}科技进步奖二等奖，第 ${c.int(1, 4)} 完成人（示例）`, '云川省优秀带教老师（示例）', `${place}科普讲解一等奖（示例）`, '云川省医学会优秀论文奖（示例）']
  const lines = c.shuffled(all).slice(0, c.int(0, 3)).map((what) => ({ year: c.int(Math.min(from + 5, thisYear - 1), thisYear - 1), what })).sort((a, b) => a.year - b.year)
  return lines.map((l) => `${l.year}年　${l.what}`).join('\n')
}

const opinionOf = (c: Chance, name: string, unit: DemoUnit): string =>
  say(c, c.pick([
    `经本单位[集体研究|民主推荐]，在单位内公示{5-7}个工作日，[未收到异议|收到询问一件，已答复]。${name}同志[事迹真实，群众公认|材料经逐项核对属实]，同意推荐。`,
    `${name}同志的事迹由本单位派人到所在单位核实，召开座谈会一次、个别谈话{3-8}人，[意见一致|未见不同意见]。所填内容和所附材料真实，同意推荐。`,
    `本单位按照通知要求组织推荐，[到会{9-17}人，全部同意|经学术部门和纪检部门分别审核]。${name}同志符合推荐条件，同意推荐。`,
  ]), { years: 0, since: 2000, unit: unit.name, city: unit.city, she: '她' })
