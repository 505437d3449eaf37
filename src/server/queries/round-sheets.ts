import { countSheet } from '#contract/operations/jury'
import { resultSheet } from '#contract/operations/rounds'
import type { Download } from '#contract/operation'
import { sayRule } from '#core/rules/kinds'
import { countSheetPdf } from '#documents/count-sheet'
import { resultSheetPdf } from '#documents/result-sheet'
import { absent, query, type QueryContext } from '../handler'
import { resultOf, type RoundResultShown } from '../round-result'
import { definitionOfCampaign } from '../store/campaigns'
import { readRecusals, readRoundJurors, readRoundRow } from '../store/rounds'

const pdf = (content: Uint8Array, fileName: string): Download => ({ content, mediaType: 'application/pdf', fileName, inline: true })
const figureNames = { approval: '赞成 / 分母', score: '得分', grades: '等第', borda: '波达得分', schulze: '逐对比较', instantRunoff: '最后票数', singleTransferable: '票数' } as const

/** 医疗组（名额 2 个，人选 5 人，入选 2 人）: above the first of a group. */
const headingOf = (result: RoundResultShown, group: string | null, before: string | null | undefined): string => {
  const g = group === before ? undefined : result.groups.find((x) => x.id === group)
  return g === undefined ? '' : `${g.name.zh}（名额 ${g.places} 个，人选 ${g.candidates} 人，入选 ${g.selected} 人）`
}

/** What both sheets begin with. Absent while the round is open. */
const closedRound = async ({ q, services, actor }: QueryContext, roundId: string) => {
  const round = await readRoundRow(q, roundId)
  const result = round === undefined ? null : await resultOf(q, round, actor.accountId)
  if (round === undefined || result === null || round.closedAt === null) throw absent()
  const definition = await definitionOfCampaign(q, services.definitions, round.campaignId)
  return { round, result, head: { campaign: definition.name.zh, round: round.rule.name.zh, rule: sayRule(round.rule).zh, closedAt: round.closedAt, hash: result.hash } }
}

export const countSheetQuery = query(countSheet, async ({ params }, c) => {
  const { round, result, head } = await closedRound(c, params.roundId)
  const [recusals, jurors] = [await readRecusals(c.q, round.id), await readRoundJurors(c.q, round.id)]
  const dropped = jurors.filter((j) => j.dropped !== null)
  const { entitled, present, issued, returned, valid, invalid } = result
  const content = await countSheetPdf({
    ...head, entitled, present, issued, returned, valid, invalid, figureName: figureNames[result.method], findings: result.findings.map((f) => f.what.zh),
    rows: result.rows.map((r, i) => ({ group: headingOf(result, r.group, result.rows[i - 1]?.group), rank: r.rank, rawRank: r.rawRank, name: r.candidateName, unit: r.unitName, figure: r.label.zh, say: result.method === 'approval' ? '' : r.say.zh, recused: recusals.filter((x) => x.candidate === r.nominationId).length, outcome: r.outcome, byJury: r.settledBy === 'jury' })),
    notes: [
      { title: '另选人', lines: result.writeIns.map((w) => `${w.name}　${w.votes} 票`) }, { title: '逐步计票', lines: result.stages.map((s) => s.zh) },
      { title: '评委会的决定', lines: result.decisions.map((d) => `${d.say.zh}（${d.reason}）　登记 ${d.proposedBy}，确认 ${d.confirmedBy}`) }, { title: '纸质选票', lines: result.paper === null ? [] : [`监票 ${result.paper.scrutineers}清点；${result.paper.counters.join('、')} 分别录入，${result.paper.settled === 0 ? '两遍一致' : `${result.paper.settled} 张不一致，对照原票定下`}`, ...result.paper.spoilt.map((s) => `废票 ${s.code}：${s.reason.zh}`)] }, { title: '作废的打分（回避）', lines: result.voided.map((v) => `${v.personName}对${v.candidateName}：原打 ${v.given}，${v.reason}；不计入，评分表其余部分照计`) }, { title: '退出本轮的评委', lines: dropped.map((j) => `${j.personName}：${j.dropped}`) },
    ].filter((n) => n.lines.length > 0),
  })
  return pdf(content, `计票单-${round.rule.name.zh}.pdf`)
})

export const resultSheetQuery = query(resultSheet, async ({ params }, c) => {
  const { round, result, head } = await closedRound(c, params.roundId)
  const content = await resultSheetPdf({
    ...head, places: round.rule.places, next: `${result.next.say.zh}。`, decisions: result.decisions.map((d) => `评委会的决定：${d.say.zh}（${d.reason}）`),
    counts: [{ name: '名额', value: round.rule.places }, { name: '应到', value: result.entitled }, { name: '实到', value: result.present }, { name: '有效票', value: result.valid }, { name: '入选', value: result.rows.filter((r) => r.outcome === 'selected').length }],
    selected: result.rows.filter((r) => r.outcome === 'selected').map((r, i, all) => ({ group: headingOf(result, r.group, all[i - 1]?.group), rank: r.rank, name: r.candidateName, unit: r.unitName, figure: r.label.zh, note: r.settledBy === 'jury' ? '并列，由评委会定' : '' })),
  })
  return pdf(content, `结果单-${round.rule.name.zh}.pdf`)
})
