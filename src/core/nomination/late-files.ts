/** Files that come when the form is no longer open: those with an end of their own (分开计时), and the very bytes that were sealed before they came (封单). Server and pages ask here and nowhere else. */
import { ruleOf, rulesOf, type ResolvedDefinition } from '../campaign/definition'
import { finding, type Finding } from '../kernel/finding'
import { sayEnd, stamp, type Instant } from '../kernel/instant'
import { mayArrive, type SealedFile } from '../materials/sealed-file'
import { endOfDue } from '../rules/due-date'
import type { MaterialRule } from '../rules/material-terms'
import { after, type NominationState, type Track } from './state'

type Definition = Pick<ResolvedDefinition, 'rules'>

/** Until when files of a material may come after the form; null: with the form. Never before the form's own end. @param end of nominations, extensions included */
export const laterEnd = (definition: Definition, material: Pick<MaterialRule, 'dueBy'>, end: Instant | null): Instant | null => {
  const due = material.dueBy === undefined ? undefined : ruleOf(definition, 'dueDate', material.dueBy)
  const own = due === undefined ? undefined : endOfDue(due, end ?? undefined)
  return own === undefined ? null : Math.max(own, end ?? own)
}

export const laterEnds = (definition: Definition, end: Instant | null): Record<string, Instant> => Object.fromEntries(
  rulesOf(definition, 'material').flatMap((m) => { const at = laterEnd(definition, m, end); return at === null ? [] : [[m.id, at] as const] }))

/** Until when sealed bytes may come; null: the definition gives no time for it. @param end of this nomination's time */
export const graceEnd = (definition: Definition, end: Instant): Instant | null => {
  const minutes = ruleOf(definition, 'deadline')?.uploadGraceMinutes
  return minutes === undefined ? null : end + minutes * 60_000
}

export interface Arrival {
  readonly definition: Definition
  readonly rule: MaterialRule
  readonly state: NominationState
  readonly track: Track
  /** End of nominations, extensions included. */
  readonly end: Instant
  /** Files of this material that are there. */
  readonly held: number
  /** The nomination's sealed files. */
  readonly sealed: readonly SealedFile[]
  /** sha256 null: the bytes are still to come. */
  readonly file: { readonly name: string; readonly bytes: number; readonly sha256: string | null }
  /** When its last byte was in, or now, where none has come. */
  readonly at: Instant
}
export type ArrivalDecision = { readonly ok: true; readonly as: 'edit' | 'later' | 'sealed' } | { readonly ok: false; readonly findings: readonly Finding[] }

/** Whether a file may take its place among the materials, and by which right. What was sealed is never replaced. */
export const decideArrival = (a: Arrival): ArrivalDecision => {
  if (after(a.state, 'edit', a.track) !== null) return { ok: true, as: 'edit' }
  if (after(a.state, 'supplement', a.track) === null) return no(movedOn)
  const waiting = a.sealed.filter((f) => f.materialId === a.rule.id && f.arrivedAt === null)
  const own = waiting.find((f) => f.bytes === a.file.bytes && (a.file.sha256 === null || f.sha256 === a.file.sha256))
  if (own !== undefined) return mayArrive(own, a.at) ? { ok: true, as: 'sealed' } : no(graceOver(a, own))
  // Before the approver has sealed, nothing comes in that the approver did not see.
  const later = a.state === 'atApproval' ? null : laterEnd(a.definition, a.rule, a.end)
  if (later === null) return no(waiting.length > 0 ? otherBytes(a) : movedOn)
  if (a.at >= later) return no(laterOver(a, later))
  return a.rule.max !== null && a.held + waiting.length >= a.rule.max ? no(sealedAlready(a)) : { ok: true, as: 'later' }
}

/** Materials of which files may come now though the form is closed: what a page offers. */
export const openLater = (definition: Definition, n: Pick<Arrival, 'state' | 'track' | 'end' | 'sealed' | 'at'>, held: (materialId: string) => number): MaterialRule[] => (after(n.state, 'edit', n.track) !== null ? [] : rulesOf(definition, 'material').filter((rule) => {
  const sealed = n.sealed.filter((f) => f.materialId === rule.id && f.arrivedAt === null)
  const file = sealed[0] ?? { name: '', bytes: -1, sha256: null }
  return decideArrival({ definition, rule, ...n, held: held(rule.id), file }).ok
}))

const no = (f: Finding): ArrivalDecision => ({ ok: false, findings: [f] })
const movedOn = finding({ code: 'material.late', rule: null, what: ['推荐已经送出，不能再加材料', 'The nomination has moved on; no file can be added'], mend: ['需要改动的，请审核人先退给经办人。', 'Ask the approver to hand it back first.'] })
const place = (a: Arrival) => ({ material: a.rule.id, file: a.file.name })
const otherBytes = (a: Arrival): Finding => finding({ code: 'manifest.otherBytes', rule: a.rule, strength: 'block', at: place(a),
  what: [`“${a.file.name}”和封单上登记的文件不是同一个：${a.file.sha256 === null ? '大小不同' : '校验值（SHA-256）不同'}`, `“${a.file.name}” is not the file that was sealed: its ${a.file.sha256 === null ? 'size' : 'SHA-256'} differs`],
  mend: ['请传登记时的那一个文件，一个字节也不能改；重新导出或另存过的不收。', 'Send the very file that was registered, not one byte changed; one exported or saved again is not taken.'] })
const graceOver = (a: Arrival, own: SealedFile): Finding => finding({ code: 'manifest.over', rule: a.rule, strength: 'block', at: place(a),
  what: [`封单的文件应在 ${sayEnd(own.until ?? 0).zh} 前传完，“${a.file.name}”在 ${stamp(a.at)} 才传到`, `Sealed files had until ${sayEnd(own.until ?? 0).en}; “${a.file.name}” was in at ${stamp(a.at)}`], mend: ['请与活动办公室联系；推荐表已按时报送，不受影响。', 'Speak to the office; the form itself was submitted in time.'] })
const laterOver = (a: Arrival, later: Instant): Finding => finding({ code: 'material.laterOver', rule: a.rule, strength: 'block', at: place(a),
  what: [`“${a.rule.name.zh}”的补传已于 ${sayEnd(later).zh} 截止，服务器收到的时间是 ${stamp(a.at)}`, `“${a.rule.name.en}” could come until ${sayEnd(later).en}; the server received it at ${stamp(a.at)}`], mend: ['请与活动办公室联系。', 'Speak to the office.'] })
const sealedAlready = (a: Arrival): Finding => finding({ code: 'material.sealedAlready', rule: a.rule, strength: 'block', at: place(a),
  what: [`“${a.rule.name.zh}”已经收齐并封存，不能再换`, `“${a.rule.name.en}” is complete and sealed; it cannot be replaced`], mend: ['确需更换的，请活动办公室退回补正。', 'Where it must be replaced, ask the office to return the nomination.'] })
