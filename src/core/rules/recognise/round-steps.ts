/** Steps told in running text: a clause is a step where somebody does one of an open class of verbs to the candidates; said as subject and verb, without aim, manner and length. */
import { clausesOf, type Sentence } from '../../text/sentences'
import { howMany, procedureVerbs, stepless, stepVerbs, withoutLength } from './round-words'
import { trimWords } from './page'

export interface Step { readonly value: string; readonly at: number; readonly to: number }

/** Where one step ends and the next begins inside a clause. */
const joins = /(?<=[审评查示票议筛选荐决定论名商核见究意过辩准])(?:盖章)?(?:通过|同意|合格|无异议|期满)*后,?(?:再|由|方可|方能)?|(?<=[审评查示票议荐决定论名商核究])并(?=召开|在|经|报|由|以|进行|公示|征求|组织|提交|上报)/u
const leads = /^(?:[一二三四五六七八九十]是|第[一二三四五六七八九十]步|首先|其次|然后|最后|随后|之后|再|先|并|且|同时|在此基础上|原则上|其中|最终|届时|认真)+,?/u
/** 推荐人选须经, 名单由: of whom or what it is done. */
const about = /^(?:(?:其余的?|其他的?|上述|推荐|初步|建议|拟|被|正式|入围|有效|候选|表彰|申报|参评|所有|最终|评审|评选|评奖|投票|终评|初评|初审)*(?:人选|对象|候选人|名单|结果|材料|者|集体和个人|人)(?:名单)?(?:均|都|还|已)?(?:须|应当?|需|要|将|可)?)(?=经|由|在|提交|报|于|通过|进行|向|征)/u
const helpers = /^(?:(?:须|应当?|需|要|将|均|拟|可|统一)?(?:由|经过?|报经|须经|提交|报请|通过|召开|组织|采取|采用|按照|进行|实行|再|在[^,]{2,12}?(?:基础上|指导下|领导下)))+/u
const when = /^(?:[^,]{0,16}?(?:\d{1,2}[日号]|[上中下]旬|月[底初]|\d月(?=[一-鿿]))(?:\d{1,2}[:时]\d{0,2})?(?:前后|左右|以?前|之前|期间|开展|进行|底前)?(?=..))+/u
/** “公民道德宣传日”前后: a day told by its name. */
const namedDay = /^[“”]?[一-鿿]{2,12}[日节][“”](?:前后|期间|当天)?/u
/** 审核通过后，…: what has been told before. */
const goneBy = /^(?:资格|形式|材料|初步)?(?:审核|审查|评审|考察|公示|初审|审定|推荐|初评|复核)(?:通过|合格|同意|结束|期满|无异议)*后,?/u
const bare = /^(?:批准|遴选|评审|评选|审核|审查|评定|评议|推荐|提名|考察|审批)$/u
const inBetween = /(?:要|应|须)?在[^,]{2,14}?基础上|组成(?=评)|(?:进行|开展|(?<![党团])组织|采取|实行|以|予以|依次作?|分别|集中|逐一)(?=[一-鿿])/gu
const ofWhat = /对[^,;。]{1,24}?(?:进行|开展|予以|实施)|(?:按照?|根据|依据|围绕|结合)[^,;。]{2,16}?(?=[,]|(?:进行|开展|由|对|集体|研究|评))/gu
/** 评审小组, 投票结果: the same characters in a noun. */
const noun = '(?!小组|程序|流程|办法|细则|名额|指标|比例|委员|候选|专家|组|专家|团|机构|办|会(?![商议])|工作|结果|意见|条件|标准|对象|范围|期|费|人(?!选)|员|奖|名单)'
const at = (verbs: string): RegExp => new RegExp(`^(.{0,34}?)((?:${verbs})${noun}(?:[一-鿿]{0,3}?(?:${verbs})${noun})?)`, 'u')
const verbAt = at(stepVerbs), verbInProcedure = at(`${procedureVerbs}|${stepVerbs}`)
/** 提交校长办公会、党委常委会: whose meeting decides is the step. */
const before = /^(?:提交|提请|报请|上报|报)([一-鿿()、]{2,24}?(?:办公会|常委会|常务会|委员会|理事会|主席会|领导小组|会议|党[委组]会?|政府))$/u
/** 在村推选的基础上: what was done before is a step as well. */
const base = /^[^,]{0,14}?在(.{1,12}?(?:推选|推荐|提名|评选|初评|酝酿))的?基础上$/u
const outlet = /(?:在|于|通过|上)?((?:《[^《》]{2,14}》|(?![于在])[一-鿿]){1,14}?)(?:上)?(?:向社会|面向社会|对外)?(?:进行|予以|同时)?(?:再?次)?公示/u

/** One step out of a piece of a clause, or none. */
function stepIn(piece: string, inProcedure: boolean): string | undefined {
  let text = trimWords(piece.replace(/第[一二三四五六七八九十\d]{1,3}[届次](?=[一-鿿]{0,8}会)|^现予以?(?=公示)/gu, '').replace(/\([^()]*(?:[\d月][日月]|旬|以上|不少于)[^()]*\)/gu, '').replace(/^无异议(?:的|后|者)?,?/u, '')).replace(when, '').replace(namedDay, '').replace(leads, '').replace(ofWhat, '')
  for (let i = 0; i < 3; i++) text = trimWords(text.replace(about, '').replace(helpers, '').replace(/^(?:就|的)/u, ''))
  // 企业还须由税务部门出具意见: an opinion with whom it is about
  if (/[核评审彰批]前$/u.test(trimWords(piece))) return undefined
  const opinion = inProcedure ? /^(?:经|由)?(?:([一-鿿]{2,12}?)(?:还)?(?:须|应|要|需)(?:还)?由)?([^,]{2,36}出具[^,]{0,12}(?:证明|意见))$/u.exec(text) : null
  if (opinion !== null) return `${opinion[2] ?? ''}${opinion[1] === undefined ? '' : `(${opinion[1]})`}`
  if (howMany.test(text) || stepless.test(text)) return undefined
  // 学院内进行3个工作日公示
  text = text.replace(/(?:进行|开展)?(?:不少于|为期)?\d+个?(?:工作日|自然日|天|日)的?(?=公示)/u, '')
  // 由支部提名: somebody's step; 专家提名3人 and 提名奖 are none
  if (/提名/u.test(text) && !/(?:^|[先经])由.{2,16}提名(?:$|[,])/u.test(piece)) text = text.replace(/提名/gu, '推荐')
  text = text.replace(/^.*组成的(?=.{4})|^[^,]{2,}通过(?=[一-鿿]{4,}提出)|^.{2,16}组织[一-鿿]{2,8}?(?:开展|进行)(?=.{4})|^必要时(?:进行|开展|组织)?|^[一-鿿]{2,8}(?:将|拟)组织(?=[一-鿿]{4,})/u, '').replace(/^[一-鿿]{2,10}[日节](?=揭晓|公布)/u, '')
  const shown = /公示/u.test(text) && !/公示(?:期|材料|情况|无异议|后|证明|名单|结束)/u.test(text) ? outlet.exec(text) : null
  if (shown !== null) return `${trimWords((shown[1] ?? '').replace(/^[内上](?=$)/u, '').replace(/^.*(?:结果|名单|人选|对象)(?:在|于|须|应)?(?=.)|^.*(?:结果|名单|人选|情况|[选奖]者)(?:均|都|须|应|要|进行)*$/u, '').replace(/(?:进行|予以|须|应)+$/u, '').replace(/^[在于]|^.*(?=[一二三两四]级$)/gu, ''))}公示`
  const meeting = inProcedure ? before.exec(trimWords(trimWords(piece).replace(about, '').replace(/^(?:[一-鿿]{0,6}(?:名单|人选|结果))(?:须|应)?/u, '')))?.[1] : undefined
  if (meeting !== undefined) return `${meeting}审议`
  const based = base.exec(trimWords(piece))?.[1]
  if (inProcedure && based !== undefined) return based
  const m = (inProcedure ? verbInProcedure : verbAt).exec(text)
  if (m === null) return undefined
  const value = `${m[1] ?? ''}${m[2] ?? ''}`.replace(/将(?=评选)/u, '').replace(/(?<=会评选)出$/u, '').replace(inBetween, '').replace(/^(?:由|经)|^在(?=.*(?:投票|点赞)$)|^(?:所在|本)单位(?=.{6,}(?:会|会议))/gu, '')
  if (value.endsWith('答辩') && !/[评审]/u.test(value)) return /(?:陈述|现场|集中|线上|会议)?答辩$/u.exec(value)?.[0]
  if (/^(?:评|评选|选|推选)出$/u.test(value)) return undefined
  const open = (value.match(/\(/gu)?.length ?? 0) !== (value.match(/\)/gu)?.length ?? 0)
  return !open && value.length >= 2 && value.length <= 36 ? withoutLength(value) : undefined
}

/** 经批准, 遴选10人: alone these words tell a step only where the notice tells its procedure. */
export const tooBare = (step: string): boolean => bare.test(step)

/** 女职工委员会初评、院工会评审: two steps, where both are told with their verb. */
const eachOf = (piece: string): string[] => { const parts = piece.split(/(?<=[^、()]{4,})、(?![^()]*\))/u); return parts.length > 1 && parts.every((p) => bothTold.test(p)) ? parts.flatMap((p, i) => (i === 0 ? [p] : ['、', p])) : [piece] }
const bothTold = new RegExp(`[一-鿿]{2,}(?:${stepVerbs})$`, 'u')

/** Every step of a sentence in order. */
export function stepsIn(sentence: Sentence, inProcedure = false): Step[] {
  return clausesOf(sentence, /[,;。:→!]/u).flatMap((clause) => {
    let at = clause.from
    const back = goneBy.exec(trimWords(clause.text))?.[0] ?? ''
    return clause.text.replace(back, '').split(joins).flatMap(eachOf).flatMap((piece): Step[] => {
      const from = at
      at += piece.length
      const value = stepIn(piece, inProcedure)
      return value === undefined ? [] : [{ value, at: from, to: from + piece.length }]
    })
  })
}
