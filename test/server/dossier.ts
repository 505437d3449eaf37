/** A complete dossier for any definition: values for every field, answers to every rule, a right file for every material. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BodyInOf } from '#contract/operation'
import { readCampaign } from '#contract/operations/campaigns'
import { createNomination, readNomination, saveDraft, sendToApprover, submitNomination } from '#contract/operations/nominations'
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '#core/campaign/definition'
import { asksOf } from '#core/nomination/asks'
import { checkDigit } from '#core/nomination/id-number'
import { excelDocument, wordDocument } from '#server/demo/samples/office-files'
import { photo } from '#server/demo/samples/photo'
import { portrait } from '#server/demo/samples/portrait'
import { stampedPdf } from '#server/demo/samples/scan'
import { video } from '#server/demo/samples/video'
import { appraisalSteps } from '#core/appraisal/steps'
import { holdAppraisal } from './appraisal-acts'
import { madeFolder } from './made-folder'
import type { Person } from './person'

const kept = new Map<string, Promise<Buffer>>()
/** Files are dear to make: once a run each, whichever worker wants it first. */
export const once = (key: string, make: () => Promise<Buffer>): Promise<Buffer> => {
  let file = kept.get(key)
  if (file === undefined) kept.set(key, (file = fromRun(key, make)))
  return file
}
const fromRun = async (key: string, make: () => Promise<Buffer>): Promise<Buffer> => {
  const folder = process.env[madeFolder]
  // A benchmark has no run: what it makes it keeps to itself.
  if (folder === undefined) return make()
  const path = join(folder, createHash('sha256').update(key).digest('hex'))
  const there = await readFile(path).catch(() => null)
  if (there !== null) return there
  const bytes = await make()
  const aside = `${path}.${process.pid}`
  await mkdir(folder, { recursive: true })
  await writeFile(aside, bytes)
  await rename(aside, path)
  return bytes
}

/** An area code that was never given out (99 begins no province), so that it can never be anybody's. */
export const idNumber = (birthDay: string, n: number): string => {
  const body = `990000${birthDay.replaceAll('-', '')}${String(n).padStart(3, '0')}`
  return body + checkDigit(body)
}

export const fieldsFor = (definition: ResolvedDefinition, name: string, n = 1): Record<string, string | { from: string; to: string; what: string }[]> => {
  const text = (f: ResolvedRule<'formField'>): string => {
    const base = `${f.label.zh}：云川省医学会（示例）的一项具体记录。`
    const wanted = Math.max(f.minLength ?? 0, 6)
    return base.repeat(Math.ceil(wanted / base.length) + 1).slice(0, Math.min(f.maxLength ?? 400, Math.max(wanted + 10, 12)))
  }
  const value = (f: ResolvedRule<'formField'>) => {
    if (f.field === 'name') return name
    if (f.type === 'choice') return f.choices![0]!.value
    if (f.type === 'category') return rulesOf(definition, 'category')[0]!.value
    if (f.type === 'day') return '1984-03-12'
    if (f.type === 'idNumber') return idNumber('1984-03-12', n)
    if (f.type === 'phone') return '10000000000'
    if (f.type === 'email') return 'candidate@example.org'
    if (f.type === 'entries') return [{ from: '2006-07', to: '', what: '青陵市第二人民医院（示例）急诊医学科' }]
    return text(f)
  }
  return Object.fromEntries(rulesOf(definition, 'formField').map((f) => [f.field, value(f)]))
}

export const answersFor = (definition: ResolvedDefinition): NonNullable<BodyInOf<typeof saveDraft>['answers']> => ({
  exclusions: Object.fromEntries(rulesOf(definition, 'exclusion').map((r) => [r.id, { applies: false, reason: '' }])),
  declarations: Object.fromEntries(rulesOf(definition, 'declaration').filter((r) => r.by === 'clerk').map((r) => [r.id, true])),
  reviews: Object.fromEntries(rulesOf(definition, 'declaration').filter((r) => r.secrecyReview === true).map((r) => [r.id, { name: '邢守默', post: '保密办公室主任（示例）', day: '2026-11-12' }])),
  steps: Object.fromEntries(rulesOf(definition, 'procedureStep').map((r) => [r.id, { day: '2026-11-10', ...(r.record?.meeting === undefined ? {} : { place: '单位会议室', entitled: '9', present: '9', inFavour: '9', against: '0', abstained: '0' }), ...(r.record?.notice === true ? { to: '2026-11-16', place: '公告栏', objected: 'no' as const } : {}), note: '在单位会议室进行，到会九人，一致同意，无异议。', attended: r.attendance.map((a) => a.id), absentReason: '' }])),
  // Put forward by the unit, and none of those whom rules ask about.
  properties: Object.fromEntries(asksOf(definition).filter((a) => a.type === 'yesNo').map((a) => [a.id, false])),
})

/** The right file for a material; `n` makes different ones. */
export const fileFor = (rule: ResolvedRule<'material'>, n = 1): Promise<{ name: string; bytes: Buffer }> => {
  const named = async (extension: string, key: string, make: () => Promise<Buffer>) => ({ name: `${rule.id}-${n}.${extension}`, bytes: await once(`${key} ${n}`, make) })
  if (rule.file.type === 'portrait') {
    const background = rule.file.background === 'any' ? 'red' : rule.file.background
    return named('jpg', `portrait ${background}`, () => portrait(`p${n}`, { background }))
  }
  if (rule.file.type === 'photo') return named('jpg', 'photo', () => photo(`t${n}`))
  if (rule.file.type === 'video') return named('mp4', 'video', () => video('t', { seconds: 2, frames: 2 }))
  if (rule.file.stamped) return named('pdf', `pdf ${rule.id} ${rule.name.zh}`, () => stampedPdf(rule.id, { title: rule.name.zh, lines: ['同意推荐。'], unit: '示例单位' }))
  return rule.file.formats.includes('docx') ? named('docx', `docx ${rule.id} ${rule.name.zh}`, () => wordDocument(rule.id, { title: rule.name.zh, rows: [['姓名', '示例']] })) : named('xlsx', `xlsx ${rule.id} ${rule.name.zh}`, () => excelDocument(rule.id, { title: rule.name.zh, header: ['姓名'], rows: [['示例']] }))
}

export const definitionFor = async (person: Person, campaignId: string): Promise<ResolvedDefinition> => (await person.ask(readCampaign, { params: { campaignId } })).definition

/** Fills, uploads and sends to the approver; returns the nomination's id. */
export const prepareNomination = async (clerk: Person, campaignId: string, name: string, n = 1): Promise<string> => {
  const { nominationId } = await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: name } })
  await fillNomination(clerk, campaignId, nominationId, name, n)
  return nominationId
}

/** Everything that is due in a draft, up to the approver. @param whole without it there is no appraisal, and it stays with the clerk */
export const fillNomination = async (clerk: Person, campaignId: string, nominationId: string, name: string, n = 1, whole = true): Promise<void> => {
  const definition = await definitionFor(clerk, campaignId)
  for (const rule of rulesOf(definition, 'material'))
    for (let i = 1; i <= rule.min; i++) {
      const file = await fileFor(rule, i)
      const { state, findings } = await clerk.upload(nominationId, rule.id, file.name, file.bytes)
      if (state !== 'kept') throw new Error(`${rule.id}: ${state} ${JSON.stringify(findings)}`)
    }
  const { version } = await clerk.ask(readNomination, { params: { nominationId } })
  await clerk.ask(saveDraft, { params: { nominationId }, body: { version, fields: fieldsFor(definition, name, n), answers: answersFor(definition) } })
  if (!whole) return
  if (appraisalSteps(definition).length > 0) await holdAppraisal(clerk, nominationId, definition)
  await clerk.ask(sendToApprover, { params: { nominationId }, body: {} })
}

export const approverDeclarations = (definition: ResolvedDefinition): Record<string, boolean> => Object.fromEntries(rulesOf(definition, 'declaration').filter((r) => r.by === 'approver').map((r) => [r.id, true]))

export const sealAndSubmit = async (approver: Person, campaignId: string, nominationId: string) => {
  const definition = await definitionFor(approver, campaignId)
  const { version } = await approver.ask(readNomination, { params: { nominationId } })
  return approver.ask(submitNomination, { params: { nominationId }, body: { version, warningsSeen: 0, still: true, declarations: approverDeclarations(definition) } })
}
