/** Office decisions that make a whole campaign of a shipped definition, as the page of a new campaign would send them. */
import type { BodyInOf } from '#contract/operation'
import type { createCampaign } from '#contract/operations/campaigns'
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { adoptRule } from '#core/campaign/overlay'
import { addDays, dayOf } from '#core/kernel/instant'
import { isAppraised } from '#core/rules/step-record'
import type { StatedRule } from '#core/rules/rule'

type Plan = BodyInOf<typeof createCampaign>
const reason = { zh: '通知没有规定，由活动办公室决定（示例）', en: 'Not stated by the notice; decided by the office (sample)' }

/** As notices were before an appraisal was more than a day and a few words: what is not about appraisals need not hold one. */
const plain = (r: StatedRule): StatedRule => {
  if (r.kind !== 'procedureStep' || !isAppraised(r)) return r
  const { record: _record, optionalEvidence: _evidence, decided: _decided, ...rest } = r
  return rest as StatedRule
}

/** @param appraisal with the appraisal as the seed prescribes it @param lnma where the materials and steps are taken over from, for what the provincial notice leaves open */
export const provincialPlan = (lnma: ResolvedDefinition, now: number, change: (rules: StatedRule[]) => StatedRule[] = (r) => r, appraisal = false): Plan => {
  const today = dayOf(now)
  const basis = { kind: 'office decision' as const, reason, date: today }
  const common = { strength: 'block' as const, basis }
  const adopted = [...rulesOf(lnma, 'material'), ...rulesOf(lnma, 'procedureStep')].map((r) => adoptRule(r, basis)).map((r) => (appraisal ? r : plain(r)))
  const own: StatedRule[] = [
    { ...common, id: 'quota', kind: 'quota', max: 1 },
    { ...common, id: 'deadline', kind: 'deadline', day: addDays(today, 3), time: null, dayIncluded: true },
    { ...common, id: 'round-1', kind: 'round', name: { zh: '第一轮 无记名投票', en: 'Round 1, secret ballot' }, method: 'approval', ballot: 'secret',
      quorum: { share: { numerator: 2, denominator: 3 }, inclusive: true }, threshold: { share: { numerator: 2, denominator: 3 }, inclusive: true, base: 'present', recusedLeaveBase: true }, places: 2, maxApprovals: null },
    { ...common, id: 'public-notice', kind: 'publicNotice', days: 5, count: 'working', summary: { maxLength: 45 } },
  ]
  return {
    templateId: 'liaoning-2021', mode: 'forward', year: Number(today.slice(0, 4)), name: { zh: '“云川最美科技工作者”选树和学习宣传活动（示例）', en: 'Most Beautiful Sci-Tech Workers of Yunchuan (sample)' },
    award: { zh: '云川最美科技工作者（示例）', en: 'Most Beautiful Sci-Tech Worker of Yunchuan (sample)' },
    notice: { title: '关于开展“云川最美科技工作者”选树和学习宣传活动的通知（示例）', number: '云医会字〔2026〕12号（示例）', date: today, hosts: [{ zh: '云川省医学会（示例）', en: 'Yunchuan Medical Association (sample)' }] },
    rules: change([...adopted, ...own]) as never, contact: { person: '郑一帆', phone: '0000-0000000', email: 'office@example.org', address: '云岭市示例路 1 号' },
  }
}

/** Two papers are enough where files are not the matter: reading films and photos is what a dossier costs a test most. */
export const twoPapers = (rules: StatedRule[]): StatedRule[] => rules.map((r) => (r.kind !== 'material' || ['nomination-form-stamped', 'integrity-opinion-stamped'].includes(r.id) ? r : { ...r, min: 0 }))
