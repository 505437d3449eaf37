/** 监督报告: the draft, gathered from the ledger and from what was decided and found; and the document it becomes. */
import { sayAct } from '#core/ledger/say'
import { dayOf, sayDay, stamp } from '#core/kernel/instant'
import { objectionStateNames, outcomeNames } from '#core/objections/standing'
import { reportHeadings, type Report, type ReportLine, type ReportSection } from '#core/supervision/report'
import { sampledNames, verdictNames } from '#core/supervision/sample'
import type { Block, OfficialDocument } from '#documents/official/document'
import { namesFor } from './queries/ledger'
import type { Services } from './services'
import { definitionOfCampaign } from './store/campaigns'
import type { Queries } from './store/database'
import { readChain } from './store/ledger'
import { listObjectionRows } from './store/objections'
import { readSampledItems, readSampleNotes, readSampleRows } from './store/samples'

/** By number and outcome: who objected, and what was said, stays where it is sealed. */
const objections = async (q: Queries, campaignId: string): Promise<ReportSection> => ({
  title: '异议与更正', none: '没有收到异议。',
  lines: (await listObjectionRows(q, campaignId)).toSorted((a, b) => a.number - b.number).map((o) => ({ at: o.receivedAt, text: `${o.track === 'correction' ? '更正' : '异议'}第 ${o.number} 号：${o.outcome !== null && o.state === 'decided' ? outcomeNames[o.outcome].zh : objectionStateNames[o.state].zh}` })),
})

const samples = async (q: Queries, campaignId: string): Promise<ReportSection> => {
  const notes = await readSampleNotes(q, campaignId)
  const lines: ReportLine[] = []
  for (const s of await readSampleRows(q, campaignId)) {
    if (s.drawn === null) continue
    const own = notes.filter((n) => n.sampleId === s.id)
    const named = new Map((await readSampledItems(q, campaignId, s.what, s.drawn)).map((i) => [i.item, i]))
    const count = (v: 'true' | 'doubtful') => own.filter((n) => n.verdict === v).length
    lines.push({ at: s.drawnAt, text: `${sampledNames[s.what].zh} ${s.pool.length} 件中按种子抽 ${s.drawn.length} 件：${verdictNames.true.zh} ${count('true')} 件，${verdictNames.doubtful.zh} ${count('doubtful')} 件，没有记 ${s.drawn.length - own.length} 件` })
    for (const n of own.filter((x) => x.verdict === 'doubtful')) lines.push({ at: n.at, text: `${named.get(n.item)?.name ?? n.item}（${named.get(n.item)?.about ?? ''}）有疑问：${n.words}` })
  }
  return { title: '抽查', none: '没有抽查。', lines }
}

export const buildReport = async (q: Queries, services: Services, campaignId: string): Promise<Report> => {
  const definition = await definitionOfCampaign(q, services.definitions, campaignId)
  const entries = (await readChain(q, campaignId)).map((s) => s.entry)
  const told = entries.filter((e) => reportHeadings.some((h) => (h.acts as readonly string[]).includes(e.act)))
  const names = await namesFor(q, told)
  const lineOf = (e: (typeof entries)[number]): ReportLine => ({ at: e.at, text: `${sayAct(e).zh}（${[names.get(e.subject.id), names.get(e.actor.account), `台账第 ${e.position} 条`].filter((n) => n !== undefined && n !== '').join('；')}）` })
  const [steps, ...others] = reportHeadings.map((h): ReportSection => ({ title: h.title, none: h.none, lines: told.filter((e) => (h.acts as readonly string[]).includes(e.act)).map(lineOf) }))
  const [first, last] = [entries[0], entries.at(-1)]
  const period: ReportSection = { title: '监督的活动和时间', none: '', lines: [{ at: null, text: `${definition.name.zh}，${first === undefined || last === undefined ? '台账还没有记录' : `${sayDay(dayOf(first.at)).zh}至${sayDay(dayOf(last.at)).zh}，台账 ${entries.length} 条`}` }] }
  const replays = others.pop()!
  return { sections: [period, steps!, ...others, await objections(q, campaignId), await samples(q, campaignId), replays] }
}

/** @param sealed absent: a draft, with room for the supervisor's words */
export const reportDocument = (report: Report, about: { readonly campaign: string; readonly organisation: string; readonly day: string; readonly sealed?: { readonly words: string; readonly hash: string; readonly by: string; readonly at: number } }): OfficialDocument => {
  const say = (l: ReportLine): string => `${l.at === null ? '' : `${stamp(l.at).slice(0, 16)}　`}${l.text.replace(/[。；]$/, '')}。`
  const section = (s: ReportSection): Block[] => [{ kind: 'heading', level: 1, text: s.title }, ...(s.lines.length === 0 ? [s.none] : s.lines.map(say)).map((text): Block => ({ kind: 'paragraph', text }))]
  return {
    mark: { issuers: [about.organisation], suffix: null }, number: null, title: `${about.campaign}\n监督报告${about.sealed === undefined ? '（草稿）' : ''}`,
    body: [
      ...report.sections.flatMap(section), { kind: 'heading', level: 1, text: '监督意见' },
      ...(about.sealed === undefined ? ['（定稿时写入监督人员的意见。）'] : about.sealed.words.split(/\n+/).map((w) => w.trim()).filter((w) => w !== '')).map((text): Block => ({ kind: 'paragraph', text })),
      ...(about.sealed === undefined ? [] : [{ kind: 'paragraph' as const, text: `本报告由${about.sealed.by}于 ${stamp(about.sealed.at).slice(0, 16)} 定稿，校验值已记入台账：${about.sealed.hash}` }]),
    ],
    signature: [about.organisation], date: about.day, sealed: true,
  }
}
