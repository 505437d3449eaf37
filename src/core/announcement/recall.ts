/** What a revocation cannot reach by itself: what stands outside the product and has to be taken back by people. */
import { rulesOf, type ResolvedDefinition } from '../campaign/definition'
import type { Words } from '../kernel/finding'
import { sayRule } from '../rules/kinds'

/** In the order in which an office goes about it. */
export const recallOutside = (definition: Pick<ResolvedDefinition, 'rules'>): Words[] => [
  { zh: '收回证书原件；收不回的，书面说明已经作废', en: 'Take the certificate itself back; where that fails, state in writing that it is void' },
  ...rulesOf(definition, 'prize').map((r) => ({ zh: `收回随荣誉给的奖励：${sayRule(r).zh}`, en: `Take back what came with it: ${sayRule(r).en}` })),
  { zh: '书面告知本人、工作单位和推荐单位，履历和评审材料中不再使用', en: 'Tell the person, the employer and the nominating unit in writing: it is no longer used in any record' },
  { zh: '发过表彰文件的，另发文更正', en: 'Where a letter of commendation was issued, issue a correction' },
  ...rulesOf(definition, 'publicity').map((r) => ({ zh: `撤下或更正宣传：${sayRule(r).zh}`, en: `Withdraw or correct the publicity: ${sayRule(r).en}` })),
  { zh: '请转载的网站、公众号、媒体撤下或更正，海报、展板、电子屏撤下', en: 'Ask sites and media that carried it to withdraw or correct it; take down posters, boards and screens' },
  { zh: '已向上级推荐的，书面告知上级', en: 'If it was recommended upwards, tell the level above in writing' },
]
