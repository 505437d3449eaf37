/** 总结报告初稿: facts in, everything page and Word file say out. One function, so that there is no second count. */
import { activitiesPart, publicityPart } from './publicity-part'
import { burdenPart } from './burden-part'
import { composition } from './composition'
import type { ReportFacts } from './facts'
import { participation } from './participation'
import { assemble, type Report } from './report'
import { selection } from './selection'
import { timeline } from './timeline'

export const reportOf = (f: ReportFacts): Report => assemble(
  { zh: `${f.campaign.zh}总结报告`, en: `Final report: ${f.campaign.en}` }, f.organisation, f.figures.at,
  [timeline(f), participation(f), composition(f), selection(f), publicityPart(f), activitiesPart(f), burdenPart(f)],
)
