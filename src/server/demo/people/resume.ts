/** 学历、学位、职务、简历: dates that agree with the day of birth and with each other. */
import type { Chance } from '../samples/chance'
import type { Career } from './careers/career'

export interface Entry { readonly from: string; readonly to: string; readonly what: string }
export interface Schooling { readonly education: 'bachelor' | 'postgraduate'; readonly degree: 'bachelor' | 'master' | 'doctor'; readonly entries: Entry[]; readonly workFrom: number }

const medical = ['云川医科大学（示例）', '澜东医学院（示例）', '望海大学医学部（示例）', '北岭中医药大学（示例）'] as const
const technical = ['云川理工大学（示例）', '望海大学（示例）'] as const

/** School from eighteen on: five years, three for a master's, four for a doctor's; work follows in the same summer. */
export const schooling = (c: Chance, career: Career, birthYear: number): Schooling => {
  const degree = c.pick(career.degrees)
  const begin = birthYear + 18
  const schools = career.studied.includes('工程') ? technical : medical.filter((s) => s.includes('中医') === (career.studied === '中医学'))
  const step = (from: number, years: number, what: string): Entry => ({ from: `${from}-09`, to: `${from + years}-07`, what: `${c.pick(schools)}${career.studied}专业，${what}` })
  const entries = [step(begin, 5, '本科')]
  if (degree !== 'bachelor') entries.push(step(begin + 5, 3, '硕士研究生'))
  if (degree === 'doctor') entries.push(step(begin + 8, 4, '博士研究生'))
  return { education: degree === 'bachelor' ? 'bachelor' : 'postgraduate', degree, entries, workFrom: begin + (degree === 'bachelor' ? 5 : degree === 'master' ? 8 : 12) }
}

/** The head of a department is called after its kind; those new to the work hold no post. */
export const postIn = (c: Chance, department: string, years: number): string => {
  if (years < 11) return '无'
  const vice = c.next() < 0.4 ? '副' : ''
  if (department.endsWith('护理组')) return `${department.replace('护理组', '')}护士长`
  if (department.endsWith('所')) return `${department}${vice}所长`
  return department.endsWith('站') ? `${department}站长` : `${department}${vice}主任`
}

/** Two or three posts, the last still held: its end is empty. */
export const working = (c: Chance, from: number, now: number, place: string, career: Career, post: string, title: string): Entry[] => {
  const years = now - from
  const first = career.titles[0] ?? title
  if (years < 6) return [{ from: `${from}-07`, to: '', what: `${place}，${title}${post === '无' ? '' : `，${post}`}` }]
  const half = from + Math.max(3, Math.round(years * c.real(0.35, 0.6)))
  const middle = years > 14 ? half - c.int(2, 3) : null
  const entry = (a: number, b: number | null, what: string): Entry => ({ from: `${a}-${a === from ? '07' : '03'}`, to: b === null ? '' : `${b}-03`, what: `${place}，${what}` })
  return [
    entry(from, middle ?? half, `从事${career.discipline}工作，任${first}`),
    ...(middle === null ? [] : [entry(middle, half, `${career.titles[1] ?? first}${c.next() < 0.4 ? '，赴乡镇卫生院支援一年' : ''}`)]),
    entry(half, null, `${title}${post === '无' ? '' : `，${post}`}`),
  ]
}
