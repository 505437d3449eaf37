/** 分配 of readings when not everybody reads everything: what is asked, what comes of it, and why it cannot be. */
import type { Words } from '../../kernel/finding'

export interface Reader { readonly id: string; readonly unit: string; readonly fields: readonly string[]; /** 至多、至少几份. */ readonly most: number; readonly least?: number }
export interface Read { readonly id: string; readonly fields: readonly string[] }
export interface AssignmentProblem {
  readonly candidates: readonly Read[]
  readonly jurors: readonly Reader[]
  /** Readers of every candidate: never fewer. */
  readonly readers: number
  /** Who must not read whom. */
  readonly conflicts: readonly { readonly juror: string; readonly candidate: string }[]
  /** Of one candidate's readers at most so many from one unit; absent: as many as there are. */
  readonly perUnit?: number
  /** What stands already: it is kept wherever it can be. */
  readonly before?: Readings
}
/** By candidate the readers, in the order of their ids. */
export type Readings = Readonly<Record<string, readonly string[]>>

/** These candidates can be read by these jurors only, but for what others may still take; together they need more than the jurors have (P. Hall 1935). */
export interface Bottleneck { readonly candidates: readonly string[]; readonly jurors: readonly string[]; readonly needed: number; readonly have: number }
export type Assignment =
  | { readonly ok: true; readonly readings: Readings; /** Readings that were taken from somebody who had them. */ readonly moved: number; /** Readings by a juror of the field, of all. */ readonly ofTheField: number; readonly all: number; /** Jurors below their least. */ readonly below: readonly string[] }
  | { readonly ok: false; readonly bottleneck: Bottleneck }

/** Whether a juror's fields and a candidate's meet. */
export const inField = (juror: Reader, candidate: Read): boolean => juror.fields.some((f) => candidate.fields.includes(f))

/** The bottleneck counted once more from the question alone, so that anybody can check it. */
export const checkBottleneck = (p: AssignmentProblem, b: Pick<Bottleneck, 'candidates' | 'jurors'>): Pick<Bottleneck, 'needed' | 'have'> => {
  const [inside, conflicts] = [new Set(b.jurors), new Set(p.conflicts.map((c) => JSON.stringify([c.juror, c.candidate])))]
  const needed = b.candidates.reduce((sum, candidate) => {
    const units = new Map<string, number>()
    for (const j of p.jurors) if (!inside.has(j.id) && !conflicts.has(JSON.stringify([j.id, candidate]))) units.set(j.unit, (units.get(j.unit) ?? 0) + 1)
    const others = [...units.values()].reduce((n, u) => n + Math.min(u, p.perUnit ?? u), 0)
    return sum + Math.max(0, p.readers - others)
  }, 0)
  return { needed, have: p.jurors.filter((j) => inside.has(j.id)).reduce((n, j) => n + j.most, 0) }
}

/** Why it cannot be, and what would help. @param nameOf what people read for an id @param everybody the whole jury is in it */
export const sayBottleneck = (b: Bottleneck, readers: number, nameOf: (id: string) => string, everybody = false): Words => {
  const some = (ids: readonly string[], of: 'zh' | 'en'): string => ids.slice(0, 5).map(nameOf).join(of === 'zh' ? '、' : ', ') + (ids.length > 5 ? (of === 'zh' ? '等' : ' …') : '')
  if (b.jurors.length === 0) return { zh: `${some(b.candidates, 'zh')}：回避以后可评的评委不足 ${readers} 名，还差 ${b.needed} 名。请加请评委`, en: `${some(b.candidates, 'en')}: with conflicts taken off fewer than ${readers} jurors are left, ${b.needed} short. Ask more jurors` }
  if (everybody) return {
    zh: `${b.candidates.length} 名人选每人要 ${readers} 名评委评，共 ${b.needed} 份；全部 ${b.jurors.length} 名评委至多能评 ${b.have} 份，差 ${b.needed - b.have} 份。请加请评委，或提高每人份数`,
    en: `${b.candidates.length} candidates with ${readers} readers each come to ${b.needed} readings; all ${b.jurors.length} jurors together have ${b.have}, ${b.needed - b.have} too few. Ask more jurors, or let each read more`,
  }
  return {
    zh: `${b.candidates.length} 名人选（${some(b.candidates, 'zh')}）除其他评委能评的以外，还要由 ${b.jurors.length} 名评委（${some(b.jurors, 'zh')}）评 ${b.needed} 份，而这些评委至多能评 ${b.have} 份，差 ${b.needed - b.have} 份。请加请评委，或提高每人份数`,
    en: `${b.candidates.length} candidates (${some(b.candidates, 'en')}) need ${b.needed} readings by ${b.jurors.length} jurors (${some(b.jurors, 'en')}) beyond what others can read; these have ${b.have}, ${b.needed - b.have} too few. Ask more jurors, or let each read more`,
  }
}
