/** Duties in words alone: leading, study, co-operation, good conduct, in the product's usual words on the notice's own sentence. What has a kind of its own is read there. */
import type { RuleDraft } from './draft'
import { asWritten } from './named'
import type { Found, Page } from './page'

type Subject = NonNullable<RuleDraft<'duty'>['subject']>
interface Known { readonly id: string; readonly subject: Subject; readonly said: RegExp; readonly zh: string; readonly en: string }

const known: readonly Known[] = [
  { id: 'duty-mobilise', subject: 'mobilisation', said: /(?:动员|发动)[^。;]{0,24}参与|挖掘[^。;]{0,12}(?:感人事迹|典型)/u, zh: '动员广大科技工作者和干部群众参与，挖掘身边的感人事迹', en: 'Call on people to take part and look for moving deeds around them' },
  { id: 'duty-organise', subject: 'mobilisation', said: /加强(?:组织)?领导|周密部署|部署细致|精心(?:筹划|组织)/u, zh: '领导到位、部署细致，稳妥推进', en: 'Lead and prepare it with care' },
  { id: 'duty-interviews', subject: 'interview', said: /配合[^。;]{0,6}(?:采访|拍摄)/u, zh: '配合做好采访、拍摄', en: 'Co-operate in interviews and filming' },
  { id: 'duty-health', subject: 'principle', said: /疫情防控/u, zh: '活动遵守当地和本单位的疫情防控要求', en: 'The campaign keeps the local epidemic rules' },
  { id: 'duty-fairness', subject: 'principle', said: /公开、?(?:公正|公平)、?(?:公正|公平)/u, zh: '坚持公开、公正、公平、择优，保证推荐质量', en: 'Open, just, fair, best first' },
  { id: 'duty-study', subject: 'study', said: /(?:改进创新|创新)[^。;]{0,20}|学习典型、?争当先进/u, zh: '创新宣传和学习的内容、手段，使学习典型、争当先进成为风气', en: 'Find new ways of publicity and study, so that learning from them becomes a habit' },
]

/** Each once, where it is said first; they inform and never block. */
export const recogniseDuties = (page: Page): Found<RuleDraft<'duty'>>[] => known.flatMap(({ id, subject, said, zh, en }) => {
  for (const s of page.sentences) {
    const m = said.exec(s.text)
    if (m === null) continue
    // 坚持公开、公正、公平(报省科协): to whom it is owed
    const to = /\(报([一-鿿]{2,20})\)/u.exec(s.text)?.[1]
    return [{ value: { kind: 'duty', id, strength: 'note', subject, text: { zh, en }, ...(to === undefined ? {} : { owedTo: asWritten(to) }) }, from: s.from + m.index, to: s.from + m.index + m[0].length }]
  }
  return []
})
