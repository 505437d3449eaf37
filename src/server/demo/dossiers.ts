/** Dossiers of the demo, filled as clerks would: each distinct file is inspected and stored once and shared by its content. */
import { readFile, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '#core/campaign/definition'
import type { Facts } from '#core/materials/facts'
import { attachMaterial, type OwnUpload } from '../commands/attach-material'
import { beginUploadCommand } from '../commands/begin-upload'
import { createNominationCommand, saveDraftCommand, sendToApproverCommand } from '../commands/edit-nomination'
import { submitNominationCommand } from '../commands/submit-nomination'
import { textOf } from '#core/nomination/form'
import { isPrintedForm } from '#core/paper/agreement'
import { opaqueId } from '../ids'
import { inspectFile } from '../inspection/inspect-file'
import { makePreview } from '../inspection/preview'
import type { Services } from '../services'
import { notePut } from '../store/files-put'
import { readNominationRow } from '../store/nominations'
import { settleUpload } from '../uploads/settle'
import { act, type DemoActor } from './actors'
import { answersFor } from './answers'
import { confirmAbsences, holdAppraisal } from './appraisals'
import { Choice } from './choice'
import type { DemoNominee } from './people/nominee'
import type { SampleFile } from './samples/sample-set'
import { stampedForm, type Stamped } from './stamped-forms'

interface Kept { readonly facts: Facts; readonly stored: { sha256: string; bytes: number }; readonly preview: { sha256: string; bytes: number } | null }

export class Dossiers {
  readonly #kept = new Map<string, Promise<Kept>>()
  readonly #choice: Choice
  constructor(readonly services: Services, samples: readonly SampleFile[]) {
    this.#choice = new Choice(samples)
    // Read beside the filling-in, two at a time; who waits for one hears of its failure then.
    for (const sample of samples) this.#keep(sample).catch(() => undefined)
  }

  async begin(clerk: DemoActor, campaignId: string, person: DemoNominee): Promise<string> {
    return (await act(this.services, clerk, createNominationCommand, { params: { campaignId }, body: { candidateName: person.name } })).nominationId
  }

  /** @param share how much is filled in: 1 is complete @param but the material that is still to come */
  async fill(clerk: DemoActor, nominationId: string, definition: ResolvedDefinition, person: DemoNominee, share = 1, but?: string): Promise<void> {
    const { version, campaignId } = (await readNominationRow(this.services.db, nominationId))!
    const { at } = (await this.services.db.row<{ at: number }>(`SELECT product_time() AS at`))!
    const asked = rulesOf(definition, 'formField').map((f) => f.field)
    const fields = Object.fromEntries(asked.slice(0, Math.ceil(asked.length * share)).map((field) => [field, person.fields[field] ?? '']))
    await act(this.services, clerk, saveDraftCommand, { params: { nominationId }, body: { version, fields, ...(share === 1 ? { answers: answersFor(definition, person, at) } : {}) } })
    // Evidence of the procedure may come with it; the demo's units keep theirs at home.
    const evidence = new Set(rulesOf(definition, 'procedureStep').flatMap((s) => s.optionalEvidence ?? []))
    const materials = rulesOf(definition, 'material').filter((m) => !evidence.has(m.id))
    for (const rule of materials.slice(0, Math.ceil(materials.length * share)).filter((m) => m.id !== but))
      for (let i = 0; i < Math.max(rule.min, share === 1 ? 1 : 0); i++) await this.#attach(clerk, nominationId, rule, this.#choice.of(rule, campaignId, person, i))
    if (share === 1) await holdAppraisal(this.services, clerk, nominationId, definition, person, at)
  }

  async send(clerk: DemoActor, nominationId: string): Promise<void> {
    await act(this.services, clerk, sendToApproverCommand, { params: { nominationId }, body: { note: '' } })
  }

  async submit(approver: DemoActor, nominationId: string, definition: ResolvedDefinition): Promise<void> {
    await confirmAbsences(this.services, approver, nominationId)
    const { version } = (await readNominationRow(this.services.db, nominationId))!
    const declarations = Object.fromEntries(rulesOf(definition, 'declaration').map((r) => [r.id, true]))
    await act(this.services, approver, submitNominationCommand, { params: { nominationId }, body: { version, warningsSeen: 0, still: true, declarations } })
  }

  async #attach(clerk: DemoActor, nominationId: string, rule: ResolvedRule<'material'>, sample: SampleFile): Promise<void> {
    await this.#hand(clerk, nominationId, rule, sample.name, await this.#keep(sample))
  }

  /** 盖章后的推荐表, of what the form says now. */
  async stamp(clerk: DemoActor, nominationId: string, definition: ResolvedDefinition, unit: string, how: Stamped): Promise<void> {
    const rule = rulesOf(definition, 'material').find(isPrintedForm)!
    const path = await stampedForm(this.services, clerk, nominationId, unit, how)
    const facts = await inspectFile(path, '推荐表（盖章）.pdf')
    const preview = await makePreview(path, facts)
    await this.#hand(clerk, nominationId, rule, '推荐表（盖章）.pdf', { facts, stored: await this.services.blobs.adopt(path), preview: preview === null ? null : await this.services.blobs.put(preview) })
    await unlink(path)
  }

  /** A file as a browser sends it, to its end: one that bears a marking is set apart. */
  async sendFile(clerk: DemoActor, nominationId: string, materialId: string, name: string, bytes: Buffer): Promise<void> {
    const { uploadId } = await act(this.services, clerk, beginUploadCommand, { params: { nominationId }, body: { materialId, name, bytes: bytes.byteLength, toConvert: false } })
    await writeFile(join(this.services.stagingDir, uploadId), bytes)
    await settleUpload(this.services, uploadId)
  }

  /** One sentence of the unit's opinion is written anew. */
  async reword(clerk: DemoActor, nominationId: string, field: string, by: (text: string) => string): Promise<void> {
    const { version, fields } = (await readNominationRow(this.services.db, nominationId))!
    await act(this.services, clerk, saveDraftCommand, { params: { nominationId }, body: { version, fields: { [field]: by(textOf(fields, field)) } } })
  }

  async #hand(clerk: DemoActor, nominationId: string, rule: ResolvedRule<'material'>, name: string, kept: Kept): Promise<void> {
    const upload: OwnUpload = { id: opaqueId(), nominationId, accountId: clerk.session.accountId, requestId: null, passId: null, materialId: rule.id, name, bytes: kept.stored.bytes, toConvert: false, state: 'receiving', fileId: null, findings: [] }
    // Held, as a settling upload is: one that nobody holds is given up by whoever looks for such.
    await this.services.db.rows(`INSERT INTO uploads (id, nomination_id, account_id, material_id, name, bytes, state, settling_until) VALUES ($1, $2, $3, $4, $5, $6, 'inspecting', clock_timestamp() + interval '5 minutes')`, [upload.id, nominationId, upload.accountId, rule.id, upload.name, upload.bytes])
    await act(this.services, clerk, attachMaterial, { params: { nominationId }, body: { upload, facts: kept.facts, stored: kept.stored, preview: kept.preview } })
  }

  #keep(sample: SampleFile): Promise<Kept> {
    const known = this.#kept.get(sample.path)
    if (known !== undefined) return known
    const kept = this.#store(sample)
    this.#kept.set(sample.path, kept)
    return kept
  }

  async #store(sample: SampleFile): Promise<Kept> {
    const facts = await inspectFile(sample.path, sample.name, { border: true, faces: sample.kind === 'portrait' })
    const preview = await makePreview(sample.path, facts)
    // Left by a load that was cut off, it may be about to be cleared away.
    await notePut(this.services.db, sample.sha256)
    const there = await this.services.blobs.local(sample.sha256).then((path) => stat(path)).then((s) => ({ sha256: sample.sha256, bytes: s.size }), () => null)
    return { facts, stored: there ?? (await this.services.blobs.put(await readFile(sample.path))), preview: preview === null ? null : await this.services.blobs.put(preview) }
  }
}
