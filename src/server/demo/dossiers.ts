import { stat } from 'node:fs/promises'
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '#core/campaign/definition'
import type { Facts } from '#core/materials/facts'
import { lengthOf } from '#core/nomination/form'
import { dayOf } from '#core/kernel/instant'
import { attachMaterial } from '../commands/attach-material'
import { createNominationCommand, saveDraftCommand, sendToApproverCommand } from '../commands/edit-nomination'
import { submitNominationCommand } from '../commands/submit-nomination'
import { hashFile } from '../blobs/disk-blobs'
import { newId, opaqueId } from '../ids'
import { inspectFile } from '../inspection/inspect-file'
import { makePreview } from '../inspection/preview'
import type { Services } from '../services'
import { readNominationRow } from '../store/nominations'
import type { UploadRow } from '../store/uploads'
import { act, type DemoActor } from './actors'
import { deedFor } from './deeds'
import { pick, randomFrom } from './files/random'
import { impossibleId, personName } from './names'
import { stage, type SampleFile, type SampleSet } from './sample-set'
import { join } from 'node:path'

interface Kept { readonly facts: Facts; readonly stored: { sha256: string; bytes: number }; readonly preview: { sha256: string; bytes: number } | null }

/** Fills dossiers as clerks would. Each distinct file is inspected and stored once and shared by its content. */
export class Dossiers {
  readonly #kept = new Map<string, Promise<Kept>>()
  constructor(readonly services: Services, readonly samples: SampleSet) {}

  async begin(clerk: DemoActor, campaignId: string, seed: string): Promise<string> {
    return (await act(this.services, clerk, createNominationCommand, { params: { campaignId }, body: { candidateName: personName(`candidate ${seed}`) } })).nominationId
  }

  /** @param share how much is filled in: 1 is complete */
  async fill(clerk: DemoActor, nominationId: string, definition: ResolvedDefinition, seed: string, share = 1): Promise<void> {
    const row = (await readNominationRow(this.services.db, nominationId))!
    const all = fieldsFor(definition, row.candidateName, row.unitName, seed)
    const fields = Object.fromEntries(Object.entries(all).slice(0, Math.ceil(Object.keys(all).length * share)))
    await act(this.services, clerk, saveDraftCommand, { params: { nominationId }, body: { version: row.version, fields, ...(share === 1 ? { answers: answersFor(definition, seed) } : {}) } })
    const materials = rulesOf(definition, 'material')
    for (const rule of materials.slice(0, Math.ceil(materials.length * share))) for (let i = 0; i < Math.max(rule.min, share === 1 ? 1 : 0); i++) await this.#attach(clerk, nominationId, rule, seed, i)
  }

  async send(clerk: DemoActor, nominationId: string): Promise<void> {
    await act(this.services, clerk, sendToApproverCommand, { params: { nominationId }, body: { note: '' } })
  }

  async submit(approver: DemoActor, nominationId: string, definition: ResolvedDefinition): Promise<void> {
    const { version } = (await readNominationRow(this.services.db, nominationId))!
    const declarations = Object.fromEntries(rulesOf(definition, 'declaration').map((r) => [r.id, true]))
    await act(this.services, approver, submitNominationCommand, { params: { nominationId }, body: { version, warningsSeen: 0, declarations } })
  }

  async #attach(clerk: DemoActor, nominationId: string, rule: ResolvedRule<'material'>, seed: string, ordinal: number): Promise<void> {
    const sample = await this.#sampleFor(rule, seed, ordinal)
    const kept = await this.#keep(sample)
    const upload: UploadRow = { id: opaqueId(), nominationId, accountId: clerk.session.accountId, materialId: rule.id, name: sample.name, bytes: kept.stored.bytes, state: 'receiving', fileId: null, findings: [] }
    await this.services.db.rows(`INSERT INTO uploads (id, nomination_id, account_id, material_id, name, bytes, state) VALUES ($1, $2, $3, $4, $5, $6, 'inspecting')`, [upload.id, nominationId, upload.accountId, rule.id, upload.name, upload.bytes])
    await act(this.services, clerk, attachMaterial, { params: { nominationId }, body: { upload, facts: { ...kept.facts, name: sample.name }, stored: kept.stored, preview: kept.preview } })
  }

  async #sampleFor(rule: ResolvedRule<'material'>, seed: string, ordinal: number): Promise<SampleFile> {
    const { photos, portraits, videos } = this.samples
    const start = Math.floor(randomFrom(`files ${seed}`)() * 1000)
    if (rule.file.type === 'portrait') return portraits[start % portraits.length]!
    if (rule.file.type === 'photo') return photos[(start + ordinal * 5) % photos.length]!
    if (rule.file.type === 'video') return videos[start % videos.length]!
    return rule.file.stamped ? this.samples.pdf(rule.id) : this.samples.word(rule.id)
  }

  #keep(sample: SampleFile): Promise<Kept> {
    const known = this.#kept.get(sample.path)
    if (known !== undefined) return known
    const kept = this.#store(sample)
    this.#kept.set(sample.path, kept)
    return kept
  }

  async #store(sample: SampleFile): Promise<Kept> {
    const facts = await inspectFile(sample.path, sample.name, { border: true })
    const preview = await makePreview(sample.path, facts)
    const { sha256 } = await hashFile(sample.path)
    const there = await stat(this.services.blobs.path(sha256)).then((s) => ({ sha256, bytes: s.size }), () => null)
    const staged = join(this.services.stagingDir, newId())
    if (there === null) await stage(sample, staged)
    return { facts, stored: there ?? (await this.services.blobs.adopt(staged)), preview: preview === null ? null : await this.services.blobs.put(preview) }
  }
}

const fieldsFor = (definition: ResolvedDefinition, name: string, unit: string, seed: string): Record<string, string | { from: string; to: string; what: string }[]> => {
  const r = randomFrom(`person ${seed}`)
  const deed = deedFor(seed)
  const born = `${1962 + Math.floor(r() * 32)}-${String(1 + Math.floor(r() * 12)).padStart(2, '0')}-${String(1 + Math.floor(r() * 28)).padStart(2, '0')}`
  const bare = unit.replace(/（示例）$/, '')
  const employer = bare.endsWith('医学会') ? `${bare.replace(/医学会$/, '')}第二人民医院（示例）` : unit
  const n = Math.floor(r() * 400) * 2 + (r() < 0.5 ? 1 : 0)
  const values: Record<string, string | { from: string; to: string; what: string }[]> = {
    name, sex: n % 2 === 1 ? 'male' : 'female', birthDate: born, ethnicGroup: /·/.test(name) ? '维吾尔族' : pick(r, ['汉族', '汉族', '汉族', '回族', '满族']), politicalStatus: pick(r, ['partyMember', 'partyMember', 'masses', 'democraticParty']),
    education: pick(r, ['bachelor', 'postgraduate']), degree: pick(r, ['bachelor', 'master', 'doctor']), employer, department: deed.discipline, post: deed.post, title: deed.title, idNumber: impossibleId(born, n), phone: `10${String(Math.floor(r() * 1e9)).padStart(9, '0')}`,
    email: `sample${Math.floor(r() * 1e6)}@example.org`, discipline: deed.discipline, category: deed.category, honours: deed.honours, deeds: deed.text, unitOpinion: `经集体研究，同意推荐${name}同志（示例）。`,
    resume: [{ from: `${Number(born.slice(0, 4)) + 23}-07`, to: `${Number(born.slice(0, 4)) + 33}-06`, what: `${employer} ${deed.discipline}，从住院医师做起` }, { from: `${Number(born.slice(0, 4)) + 33}-07`, to: '', what: `${employer} ${deed.post}` }],
  }
  return Object.fromEntries(rulesOf(definition, 'formField').map((f) => [f.field, fitting(f, values[f.field] ?? `${f.label.zh}（示例）`)]))
}

const fitting = (f: ResolvedRule<'formField'>, value: string | { from: string; to: string; what: string }[]) => {
  if (typeof value !== 'string') return value
  if (f.choices !== undefined && !f.choices.some((c) => c.value === value)) return f.choices[0]!.value
  return f.maxLength !== undefined && lengthOf(value) > f.maxLength ? [...value].slice(0, f.maxLength).join('') : value
}

const answersFor = (definition: ResolvedDefinition, seed: string) => {
  const r = randomFrom(`steps ${seed}`)
  const at = dayOf(Date.now() - (20 + Math.floor(r() * 5)) * 86_400_000)
  return {
    exclusions: Object.fromEntries(rulesOf(definition, 'exclusion').map((x) => [x.id, { applies: false, reason: '' }])),
    declarations: Object.fromEntries(rulesOf(definition, 'declaration').filter((d) => d.by === 'clerk').map((d) => [d.id, true])),
    steps: Object.fromEntries(rulesOf(definition, 'procedureStep').map((s) => [s.id, { day: at, note: pick(r, ['单位会议研究，到会九人，同意九人。', '张榜五个工作日，无异议，记录存档。', '到工作单位座谈，逐项核对事迹和奖项，属实。']), attended: s.attendance.map((a) => a.id), absentReason: '' }])),
  }
}
