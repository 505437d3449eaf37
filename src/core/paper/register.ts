/** 纸质材料登记: what is due on paper, disc or USB stick, what came in, what is missing and whether it is late. */
import { finding, type Finding, type Words } from '../kernel/finding'
import { dayOf, type Instant } from '../kernel/instant'
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'
import type { Person } from '../rules/case'
import { dueDateKind, endOfDue } from '../rules/due-date'
import { askedOf } from '../rules/material-terms'
import { isPrintedForm } from './agreement'
import { paperOfCode, type Printed } from './content'
import type { PageCode } from './page-code'

type Material = ResolvedRule<'material'>
type Rules = Pick<ResolvedDefinition, 'rules'>
export const carriers = ['paper', 'disc', 'usb'] as const
export type Carrier = (typeof carriers)[number]

/** One thing that came in and was not undone. */
export interface Arrived { readonly carrier: Carrier; readonly materialId: string | null; readonly copies: number; /** null: its version was told by nobody's code. */ readonly contentHash: string | null; readonly receivedAt: Instant }

export interface CopiesStanding { readonly material: Material; readonly due: number; readonly received: number; readonly missing: number; /** Copies of a version that no longer holds; they do not count. */ readonly stale: number }
export interface CarrierStanding { readonly materials: readonly Material[]; readonly ways: readonly ('disc' | 'usb')[]; readonly received: boolean }
export interface RegisterStanding {
  readonly papers: readonly CopiesStanding[]
  /** null: nothing goes in on disc or USB stick. */
  readonly carrier: CarrierStanding | null
  /** When it is due; null: no rule says. */
  readonly end: Instant | null
  readonly whole: boolean
  /** Nothing is due at all. */
  readonly nothingDue: boolean
  readonly findings: readonly Finding[]
}

/** As the paper is called: what stands in brackets tells one file of it from another. */
export const paperName = (name: Words): Words => ({ zh: name.zh.replace(/（[^（）]*）$/u, ''), en: name.en.replace(/\s*\([^()]*\)$/u, '') })

/** 纸质材料的时限, where the notice sets one. */
export const paperDueDate = (definition: Rules): ResolvedRule<'dueDate'> | undefined => rulesOf(definition, 'dueDate').find((r) => r.id === 'due-paper' || /纸质|光盘|U盘/u.test(r.what.zh))

const isWay = (by: string): by is 'disc' | 'usb' => by === 'disc' || by === 'usb'
const goesOnCarrier = (m: Material): boolean => m.paper?.by !== undefined && m.paper.by.every(isWay)

export interface RegisterCase { readonly definition: Rules; readonly person?: Person | undefined; readonly arrived: readonly Arrived[]; readonly printed: Printed; /** End of nominations, extensions included. */ readonly nominationsEnd: Instant; readonly now: Instant }

export const registerStanding = ({ definition, person, arrived, printed, nominationsEnd, now }: RegisterCase): RegisterStanding => {
  const asked = rulesOf(definition, 'material').filter((m) => askedOf(m, person) === true)
  const papers = asked.filter((m) => m.paperCopies > 0 && !goesOnCarrier(m)).map((m) => copiesOf(m, arrived, printed))
  const carrier = carrierOf(asked.filter(goesOnCarrier), arrived)
  const whole = papers.every((p) => p.missing === 0) && (carrier === null || carrier.received)
  const rule = paperDueDate(definition)
  const done = whole ? dayOf(Math.max(0, ...arrived.map((a) => a.receivedAt))) : null
  return {
    papers, carrier, whole, nothingDue: papers.length === 0 && carrier === null, end: rule === undefined ? null : endOfDue(rule, nominationsEnd) ?? null,
    findings: [...papers.flatMap(stale), ...(rule === undefined || (papers.length === 0 && carrier === null) ? [] : dueDateKind.judge?.(rule, { done: { [rule.id]: done }, end: nominationsEnd, now }) ?? [])],
  }
}

const copiesOf = (material: Material, arrived: readonly Arrived[], printed: Printed): CopiesStanding => {
  const own = arrived.filter((a) => a.materialId === material.id)
  const holds = (a: Arrived) => a.contentHash === null || paperOfCode({ formId: printed.formId, contentHash: a.contentHash }, printed) !== null
  const count = (list: readonly Arrived[]) => list.reduce((n, a) => n + a.copies, 0)
  const received = count(own.filter(holds))
  return { material, due: material.paperCopies, received, missing: Math.max(0, material.paperCopies - received), stale: count(own.filter((a) => !holds(a))) }
}

const carrierOf = (materials: readonly Material[], arrived: readonly Arrived[]): CarrierStanding | null => {
  if (materials.length === 0) return null
  const ways = (['disc', 'usb'] as const).filter((way) => materials.every((m) => m.paper?.by?.includes(way)))
  return { materials, ways: ways.length > 0 ? ways : ['disc', 'usb'], received: arrived.some((a) => isWay(a.carrier)) }
}

const stale = ({ material, stale: n }: CopiesStanding): Finding[] => (n === 0 ? [] : [finding({ code: 'paper.staleCopies', rule: material, strength: 'warn', at: { material: material.id },
  what: [`已收到的“${material.name.zh}”有 ${n} 份是旧版，收到之后填报内容改过`, `${n} of the copies received of “${material.name.en}” are of an old version: the form changed after they came in`],
  mend: ['请重新打印现在的版本，盖章后补交。', 'Print the version that holds now, have it sealed and send it in.'] })])

export interface ArrivalAsked {
  readonly definition: Rules
  readonly printed: Printed
  readonly items: readonly { readonly carrier: Carrier; readonly materialId: string | null; readonly copies: number }[]
  /** Read off the paper; null: the short number was typed. */
  readonly code: PageCode | null
  /** A person compared the version in the foot with the one shown. */
  readonly compared: boolean
}

/** Whether this may be entered as received. Paper of an old version is refused, whatever strength the rule has: it is not the paper of this form. */
export const decideArrival = ({ definition, printed, items, code, compared }: ArrivalAsked): Finding[] => items.flatMap((item): Finding[] => {
  if (item.carrier !== 'paper') return []
  const material = rulesOf(definition, 'material').find((m) => m.id === item.materialId)
  if (material === undefined) return [finding({ code: 'paper.noMaterial', rule: null, what: ['活动方案里没有这种材料', 'The definition knows no such material'], mend: ['请刷新页面再登记。', 'Reload the page and enter it again.'] })]
  if (!isPrintedForm(material)) return []
  if (code !== null && code.formId !== printed.formId) return [refused(material, 'paper.foreignPage', ['扫到的码不是这件推荐的', 'The code is of another nomination'], ['请核对手里的是谁的材料，再扫一次。', 'See whose paper it is and scan again.'])]
  if (code !== null && paperOfCode(code, printed) === null) return [refused(material, 'paper.oldVersion', [`这份纸质件是第 ${code.version} 版，电子版现在是第 ${printed.version} 版，内容已经改过，不能登记`, `This paper is version ${code.version}; the electronic form is now version ${printed.version} and its content has changed. It cannot be entered`],
    ['请退给单位，重新打印现在的版本，盖章后再交。', 'Give it back to the unit: print the version that holds now, have it sealed and send it again.'])]
  return code !== null || compared ? [] : [refused(material, 'paper.notCompared', ['没有扫码，也没有人核对过版本', 'No code was scanned and nobody compared the version'], ['请扫纸上的码；扫不出的，核对页脚的版本与校验码，再勾选“已核对”。', 'Scan the code on the paper; where that fails, compare the foot and tick “compared”.'])]
})

const refused = (material: Material, code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code, rule: material, strength: 'block', at: { material: material.id }, what, mend })
