/** Duties of publicity, study, reporting and good conduct: what a notice asks beside the nomination itself, in the product's usual words on the notice's own sentence. */
import type { RuleDraft } from './draft'
import type { Found, Page } from './page'

type Subject = NonNullable<RuleDraft<'duty'>['subject']>
interface Known { readonly id: string; readonly subject: Subject; readonly said: RegExp; readonly zh: string; readonly en: string; /** Whom it is owed to, where the sentence names somebody. */ readonly owed?: RegExp }

const known: readonly Known[] = [
  { id: 'duty-mobilise', subject: 'mobilisation', said: /(?:动员|发动)[^。;]{0,24}参与|挖掘[^。;]{0,12}(?:感人事迹|典型)/u, zh: '动员广大科技工作者和干部群众参与，挖掘身边的感人事迹', en: 'Call on people to take part and look for moving deeds around them' },
  { id: 'duty-balance', subject: 'selection', said: /(?:兼顾|照顾到?|统筹考虑)[^。;]{0,10}不同(?:类别|年龄|领域|层次)/u, zh: '推荐时照顾到各类别、各年龄段', en: 'Regard different categories and ages' },
  { id: 'duty-jury', subject: 'selection', said: /(?:成立|组成)[^。;]{0,10}(?:评选|评审)(?:机构|委员会|专家组)[^。;]{0,16}(?:多轮)?评/u, zh: '成立专门评选机构，多轮评选', en: 'A jury of its own selects in several rounds' },
  { id: 'duty-recommend-upwards', subject: 'selection', said: /择优推荐(?:至|到|参加)[^。;]{2,40}/u, zh: '从获评者中择优向上级推荐', en: 'The best of those honoured are recommended to the level above', owed: /择优推荐(?:至|到)([^,。;]{4,40}?)(?:参加|$)/u },
  { id: 'duty-publicity', subject: 'publicity', said: /(?:在本(?:领域|地区|单位|系统)[^。;]{0,10}(?:发布|宣传)|广泛宣传(?:报道)?[^。;]{0,6}事迹)/u, zh: '在本领域发布获评者，广泛宣传先进事迹', en: 'Announce the honoured in the field and publicise their deeds' },
  { id: 'duty-press', subject: 'publicity', said: /(?:日报|广播电视|电视台|报社)[^。;]{0,16}(?:专栏|刊播|报道)/u, zh: '报纸和广播电视设专栏，报道活动和先进事迹', en: 'Newspapers, radio and television report the campaign and the deeds in columns of their own' },
  { id: 'duty-screens', subject: 'publicity', said: /(?:户外)?大屏|电子屏|宣传海报/u, zh: '用户外大屏和公交、地铁、车站、商场等电子屏展示宣传海报', en: 'Posters are shown on outdoor, bus, metro, station and mall screens' },
  { id: 'duty-new-media', subject: 'publicity', said: /学习强国|新媒体|短视频平台|客户端/u, zh: '新媒体开设专栏，短视频平台播发先进事迹短视频', en: 'New media carry columns, and short-video platforms the deeds' },
  { id: 'duty-paper-and-disc', subject: 'report', said: /(?:光盘|U盘)/iu, zh: '照片和视频以光盘或U盘随纸质材料一并报送', en: 'Photos and videos go in on disc or USB stick with the paper' },
  { id: 'duty-paper', subject: 'report', said: /(?:提供|要有|报送|提交)[^。;]{0,10}纸质版?(?:和|与|、)电子版/u, zh: '推荐材料的纸质版与电子版一并报送', en: 'The dossier goes in on paper as well as electronically' },
  { id: 'duty-organise', subject: 'mobilisation', said: /加强(?:组织)?领导|周密部署|部署细致|精心(?:筹划|组织)/u, zh: '领导到位、部署细致，稳妥推进', en: 'Lead and prepare it with care' },
  { id: 'duty-leads', subject: 'report', said: /(?:推荐)?报送典型线索|典型线索/u, zh: '及时推荐报送典型线索', en: 'Report leads to worthy persons in time' },
  { id: 'duty-interviews', subject: 'interview', said: /配合[^。;]{0,6}(?:采访|拍摄)/u, zh: '配合做好采访、拍摄', en: 'Co-operate in interviews and filming' },
  { id: 'duty-situation', subject: 'report', said: /(?:有关)?情况[^。;]{0,4}(?:及时)(?:报送?|报告)[^,。;]{2,16}/u, zh: '有关情况及时报告', en: 'Report how things stand in time', owed: /(?:及时)(?:报送?|报告)([^,。;]{3,16})/u },
  { id: 'duty-health', subject: 'principle', said: /疫情防控/u, zh: '活动遵守当地和本单位的疫情防控要求', en: 'The campaign keeps the local epidemic rules' },
  { id: 'duty-fairness', subject: 'principle', said: /公开、?(?:公正|公平)、?(?:公正|公平)/u, zh: '坚持公开、公正、公平、择优，保证推荐质量', en: 'Open, just, fair, best first' },
  { id: 'duty-burden', subject: 'principle', said: /力戒形式主义|减(?:轻|少)基层(?:工作)?负担/u, zh: '可与同期的推选工作统筹，力戒形式主义，减轻基层负担', en: 'Combine it with other selections of the time; no formalism, little burden on the grassroots' },
  { id: 'duty-study', subject: 'study', said: /(?:改进创新|创新)[^。;]{0,20}|学习典型、?争当先进/u, zh: '创新宣传和学习的内容、手段，使学习典型、争当先进成为风气', en: 'Find new ways of publicity and study, so that learning from them becomes a habit' },
]

/** Each once, where it is said first; they inform and never block. */
export const recogniseDuties = (page: Page): Found<RuleDraft<'duty'>>[] => known.flatMap(({ id, subject, said, zh, en, owed }) => {
  for (const s of page.sentences) {
    const m = said.exec(s.text)
    if (m === null) continue
    const to = owed?.exec(s.text)?.[1]
    return [{ value: { kind: 'duty', id, strength: 'note', subject, text: { zh, en }, ...(to === undefined ? {} : { owedTo: { zh: to, en: 'the office the notice names' } }) }, from: s.from + m.index, to: s.from + m.index + m[0].length }]
  }
  return []
})
