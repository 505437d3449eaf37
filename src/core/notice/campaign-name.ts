/** The campaign's name out of the title: what is left when the kind of text and the verbs of sending are taken off. */
import type { Found } from '../rules/recognise/page'
import type { Sentence } from '../text/sentences'
import { textKind } from './bodies-words'

const verbs = '(?:组织)?(?:进一步|参加|延长|延期|调整|变更|推迟|继续|开展|做好|启动|举办|组织实施|组织|推荐(?:申报|评选|上报)?|上报|评选表彰|评选|申报|提名|遴选|选树|征集|推选|印发|报送|公布|表彰|命名)'

/** 院士, 优秀人才: whom it is about; without the verb it names no campaign. */
const nobody = /^(?:优秀|先进|拔尖|高层次)?(?:院士|人才|专家|教师|学生|党员|职工|干部|个人|集体|人物|项目|成果|团队|候选人?)?$/u

const onlyYear = /^(?:\d{4}|[一二〇零九O○]{4})(?:-\d{4})?(?:学?年度?)?$/u
/** The name of the campaign in a title. */
export function campaignNameOf(title: string): string {
  const folded = title.trim()
  const inner = /[《<]([^《》]+)[》>]/u.exec(folded)
  const bareTitle = folded.replace(new RegExp(`(?<=${textKind})-+[一-鿿()]{4,30}$`, 'u'), '')
  let name = inner !== null && /转发|印发/u.test(folded.slice(0, inner.index)) ? inner[1] ?? folded : bareTitle
  name = name.replace(/[（(][^（()）]{1,20}[)）]$/u, '').trim()
  const about = name.indexOf('关于')
  if (about >= 0) name = name.slice(about + 2)
  // the society that gives it is no part of the name: 某学会首届“…”
  const giver = new RegExp(`^[一-鿿]{3,20}?(?:学会|协会|研究会|联合会|基金会|委员会|总会|集团|公司|大学)(?=第[一二三四五六七八九十百\\d]+[届次]|首届)|^[一-鿿]{3,20}?(?:学会|协会|研究会|基金会)(?=20\\d\\d年)`, 'u').exec(name)
  if (giver !== null && about < 0) name = name.slice(giver[0].length)
  // 对…进行评选: what stands between
  name = name.replace(/^(?:对|就)(.{4,40}?)(?:进行|开展|予以)(?=评|推|表彰|选|$)/u, '$1')
  const ruled = /(?:规则|规程|办法|细则)$/u.test(name)
  name = name.replace(/^转发/u, '').replace(new RegExp(`的?${textKind}$`, 'u'), '').replace(/的$/u, '').replace(/(?:评选表彰|评选|(?<!评优)表彰|推荐|推选)?(?:实施|工作)$/u, '')
  const started = /^[一-鿿]{2,4}(?=推荐第|推荐20)/u.exec(name)
  if (started !== null) name = name.slice(started[0].length)
  name = name.replace(new RegExp(`^(?:${verbs})+(?:我[省市校]|本[省市校])?(?=.{4,})`, 'u'), '')
  name = name.replace(/(?:评审|评选)(?:工作)?$/u, (x) => (ruled ? '' : x)).replace(/(?:启动|开始|结果|揭晓|初评|复评|终评|初审|入围|入选|(?<=推荐|申报|评选|提名|推选|遴选|评审)(?:程序|流程|步骤|须知|要求|安排))+$/u, '').replace(/(?:的)?(?:补充|更正|延期)$/u, '').replace(/开始(?=推荐|评选|申报)/u, '')
  name = name.replace(/(?:推荐|申报|评选|评审|评比)?(?:(?:工作)?(?:有关|相关)?(?:时间|日程|进度)(?:的)?|工作)安排$/u, '').replace(/(?<=[”"奖章号].{0,2})拟(?:表彰|推荐|命名|授予|入选)?(?:人选|对象|集体和个人|单位|个人|集体|项目)$/u, '')
  name = name.replace(/(?:的)?(?:申报|报名|推荐|提名|截止|报送|评选)*(?:时间|期限|日期|事宜|有关事项|相关事项)$/u, '')
  name = name.replace(/(?:推荐|申报)?(?:审批|申报|推荐)?表等(?:相关|有关)?材料$/u, '').replace(/(?<=奖|奖章|称号|[”"])(?:[一-鿿]{2,3})(?=候选人$)/u, '')
  const asked = /(候选人|人选)(?:推荐|提名|评选|申报)?(?:工作)?$/u
  const quoted = /(?:[”"]|奖|奖章|称号|模范|工程师)$/u
  const trimmed = name.replace(/(?:建议|正式|最终|拟表彰|拟推荐|候选|获奖|入选|推荐)(?:人选|对象|集体和个人)?名单$/u, '').replace(/(?:(?:实施|管理|评选)?办法)?(?:实施)?细则$/u, '').replace(/(?:实施|管理)?办法$/u, '').replace(/评选(?:办法|比例|会议|表彰)$/u, '').replace(/工作$/u, '')
  const base = trimmed.replace(asked, '')
  name = base !== trimmed && quoted.test(base) ? base : trimmed
  name = name.replace(/拟$/u, '')
  const verbless = name.replace(/(?:的)?(?:推荐|评选|评审|报审|评比|评定|申报|提名|推选|评选表彰|征集|征评|推荐评选|评选推荐|推荐提名|推荐申报)$/u, '')
  name = /社会化推荐$|候选人推荐|活动$/u.test(name) || verbless.length < 2 || onlyYear.test(verbless) || nobody.test(verbless) || verbless.endsWith('候选人') ? name : verbless
  // a motto such as 示例·2026 is a name without its quotes
  const whole = /^[“"]([^“”"]*·[^“”"]*)[”"]$/u.exec(name)
  const dated = /^[“"](\d{4}[^“”"]+)[”"]$/u.exec(name)
  return (whole?.[1] ?? dated?.[1] ?? name).trim()
}

const begins = /(?:开展|组织|部署|进行|举办|启动|做好|举行)(?:了)?([^,。;:]{4,40}?(?:推荐|申报|评选|表彰|选树|寻找|遴选|征集|评比|评奖))(?:的)?(?:工作|活动)?(?=$|[,。;:])/u
const hasBegun = /(?:^|[,;。])(?:眼下|目前|现)?,?([^,。;:]{4,36}?(?:活动|评选|评奖))(?:已经|现已|正式|即将|将)?(?:开始|启动|展开)/u
/** Of a text without a title: the campaign its opening says is begun. */
export function namedInText(sentences: readonly Sentence[]): Found<string> | undefined {
  for (const s of sentences.slice(0, 4)) {
    const said = begins.exec(s.text)?.[1] ?? hasBegun.exec(s.text)?.[1], name = said === undefined ? '' : campaignNameOf(said)
    if (name.length >= 4) return { value: name, from: s.from, to: s.to }
  }
  return undefined
}
