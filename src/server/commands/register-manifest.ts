/** 封单: the clerk names by SHA-256 the files that are still on their way. The approver's submission fixes them; afterwards the same bytes may come, and no others. */
import { registerManifest } from '#contract/operations/uploads'
import { ruleOf } from '#core/campaign/definition'
import { finding } from '#core/kernel/finding'
import { judgeOneMore } from '#core/materials/count'
import { judgeSize } from '#core/materials/judge'
import { graceEnd } from '#core/nomination/late-files'
import { absent, command, done, refusedBy, stopsAt } from '../handler'
import { definitionOf } from '../store/campaigns'
import { lockNomination, readMaterials } from '../store/nominations'
import { registerSealed } from '../store/sealed-files'
import { inState } from './edit-nomination'

export const registerManifestCommand = command(registerManifest, async ({ params, body }, { tx, services, record, now }) => {
  const row = await lockNomination(tx, params.nominationId)
  inState(row, 'edit')
  const definition = await definitionOf(tx, services.definitions, row.campaignId, row.definitionHash)
  if (graceEnd(definition, row.end) === null) return refusedBy([finding({ code: 'manifest.none', rule: null, what: ['这次活动没有规定封单续传', 'This campaign gives sealed files no time to arrive'], mend: ['请在截止前把文件传完。', 'Finish the uploads before the deadline.'] })])
  const there = await readMaterials(tx, row.id)
  const rules = body.files.map((f) => ruleOf(definition, 'material', f.materialId))
  if (rules.some((r) => r === undefined)) throw absent()
  const coming = body.files.filter((f) => !there.some((m) => m.materialId === f.materialId && m.sha256 === f.sha256))
  const findings = coming.flatMap((f, i) => {
    const rule = ruleOf(definition, 'material', f.materialId)!
    const held = there.filter((m) => m.materialId === f.materialId).length + coming.slice(0, i).filter((o) => o.materialId === f.materialId).length
    // What stands in a single place is not displaced by bytes that nobody has seen.
    return [...judgeSize(rule, f), ...(rule.max === 1 && held > 0 ? [placeTaken(rule, f.name)] : judgeOneMore(rule, held, f.name))]
  })
  if (stopsAt(findings)) return refusedBy(findings)
  await registerSealed(tx, row.id, coming)
  await tx.rows(`UPDATE nominations SET version = version + 1, changed_at = to_timestamp($2 / 1000.0) WHERE id = $1`, [row.id, await now()])
  record({ chain: row.campaignId, act: 'manifest.registered', subject: { kind: 'nomination', id: row.id }, data: { files: coming.map((f) => f.sha256).sort() } })
  return done({ registered: coming.length })
})

const placeTaken = (rule: Parameters<typeof judgeOneMore>[0], name: string) => finding({ code: 'manifest.placeTaken', rule, strength: 'block', at: { material: rule.id, file: name }, what: [`“${rule.name.zh}”已经收下一份，“${name}”不能再封单`, `“${rule.name.en}” is there already; “${name}” cannot be sealed beside it`], mend: ['要换成这一份的，先移除已收下的。', 'To use this one, remove the other first.'] })
