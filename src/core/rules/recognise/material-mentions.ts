/** Where a notice names a thing it asks for: the name, what is said right after it, and what later clauses of the sentence add. */
import { datesOf } from '../../text/dates'
import { numberOf, numberPattern } from '../../text/numerals'
import { withoutItemNumber } from '../../text/item-number'
import type { Sentence } from '../../text/sentences'
import { background, constraintsIn, freeConstraint, inBrackets, type Constraint } from './material-constraints'
import { askingHeadings, asks, headPattern, kindOfName, lastHead, leadWords, namesThing, otherHeadings, type MaterialKind } from './material-words'
import type { Page } from './page'

export interface Mention { kind: MaterialKind; name: string; copies?: number; text: string; constraints: Constraint[]; sentence: Sentence; /** Only named again, not asked for. */ reference: boolean }

interface Item { readonly text: string; readonly from: number; readonly stop: string }

const inOne = '\u0001'
const folded = /(?:(?!表|(?<!证)书[、等]|事迹|照片?[、等]|视频|函)[一-鿿]){2,10}(?:、(?:(?!表|(?<!证)书[、等]|事迹|照片?[、等]|视频|函)[一-鿿]){2,10}){1,5}等(?:有关|相关|的)?(?:佐证|证明|支撑|旁证|附件|证书|复印件|扫描件)/gu
/** 推荐材料(推荐表3份、附件材料1套): what is in the bundle is what is asked for. */
const bundle = /(?:推荐|申报|报名|提名|参评|以下|上述|全套)材料\([^()]*(?:[表书函照片件]|材料)[^()]*[\d一二三四五][份套张][^()]*\)/gu
/** A sentence in items: cut at 、,;: outside brackets and where 及 or 和 joins two things. */
function itemsOf(words: string): Item[] {
  // 荣誉证书、技术成果等佐证复印件: one thing with its examples
  const text = words.replace(folded, (m) => m.replaceAll('、', inOne)).replace(bundle, (m) => `${m.slice(0, m.indexOf('('))}:${m.slice(m.indexOf('(') + 1, -1)},`)
  const out: Item[] = []
  let depth = 0, from = 0
  const push = (to: number, stop: string): void => {
    const pieces = to > from ? joined(text.slice(from, to)) : []
    pieces.forEach((piece, i) => out.push({ text: piece, from, stop: i === pieces.length - 1 ? stop : '、' }))
    from = to + 1
  }
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i)
    if (c === '(' || c === '《' || c === '“') depth++
    else if (c === ')' || c === '》' || c === '”') depth = Math.max(0, depth - 1)
    else if (depth === 0 && /[、,;:。]/u.test(c) && !(c === ':' && /\d/u.test(text.charAt(i - 1)) && /\d/u.test(text.charAt(i + 1)))) push(i, c)
  }
  push(text.length, '')
  return out
}

/** 照片和视频, 情况表及工作报告: one item each when both sides name a thing. */
function joined(text: string): string[] {
  const m = /(?<=[)表书函照片频料告件明章介历案单证稿)》份张])(?:以及|及其|及|和|与|或|附(?!件))(?=[^,]*)/u.exec(text)
  const side = /(?<=[表书函]》)(?=《)/u.exec(text)
  if (side !== null) return [text.slice(0, side.index), ...joined(text.slice(side.index))]
  if (m === null) return [text]
  // 生活照或集体照2张: either of them, one thing
  if (m[0] === '或' && /(?:照片?|图片)$/u.test(text.slice(0, m.index)) && /照片?|图片/u.test(text)) return [text]
  const left = text.slice(0, m.index), right = text.slice(m.index + m[0].length)
  return namesThing(left) && namesThing(right) && !/^(?:电子|纸质)/u.test(right) ? [left, ...joined(right)] : [text]
}

const copiesPattern = new RegExp(`(?:一式)?(${numberPattern}) ?(?:份|套)`, 'u')
const copiesOf = (text: string): number | undefined => {
  const m = copiesPattern.exec(text.replace(/版各?[一1]?[份套]|各?一套/gu, ''))
  return m === null ? undefined : numberOf(m[1] ?? '')
}

/** The last head before numbers and brackets begin; inside 《》 the whole title. */
function nameIn(item: string): { name: string; from: number; to: number } | undefined {
  const titled = /《([^《》]{2,60})》/u.exec(item)
  if (titled !== null) {
    const name = (titled[1] ?? '').replace(/\([^()]*\)$/u, '')
    if (kindOfName(name) !== undefined) return { name: titled[1] ?? '', from: titled.index, to: titled.index + titled[0].length }
  }
  const found = [...item.matchAll(headPattern)].filter((m) => !insideBracket(item, m.index))
  const first = found[0]
  if (first === undefined) return undefined
  let last = first
  for (const m of found.slice(1)) if (!/[\d(份张]|一式|附(?!件)|须|需|应|中|随|与|同/u.test(item.slice(last.index + last[0].length, m.index).replace(/\([一-鿿、]{1,6}\)/gu, '')) && kindOfName(item.slice(0, m.index + m[0].length)) !== undefined) last = m
  const to = last.index + last[0].length
  return { name: item.slice(0, to), from: 0, to }
}

const insideBracket = (text: string, at: number): boolean => {
  const head = text.slice(0, at)
  return head.lastIndexOf('(') > head.lastIndexOf(')')
}

const countedFirst = new RegExp(`^((?:不超过|不少于|约)?(?:${numberPattern}(?:-+|至))?${numberPattern})(张|份|段|个|篇|字|分钟|秒钟?|MB?|KB?|兆)(?:左右|以内|之内|以上|以下)?的?(?!以)`, 'u')

/** The name without verbs, dates, numbers and the one who issues it; what was cut says something too. */
function cleaned(raw: string): { name: string; said: string } {
  let name = withoutItemNumber(raw), said = ''
  const issued = /^(.{2,36}?)(?:提供|出具|开具)(?:的)?(?=.{2,})/u.exec(name)
  if (issued !== null && issued[0].endsWith('的') && !/^(?:请|需|须|并|同时|必须|应|还需|还须|另|另须|每人|个人)+$/u.test(issued[1] ?? '')) { said = `${issued[0].replace(/的$/u, '')}`; name = name.slice(issued[0].length) }
  const given = said === '' ? /^(?:.{0,24}?(?:须|应|需)?)(?:由|经).{2,20}?(?:出具|提供|开具)(?=[一-鿿]{3,})/u.exec(name) : null
  if (given !== null) { said = given[0]; name = name.slice(given[0].length) }
  const date = datesOf(name).at(-1)
  if (date !== undefined) name = name.slice(date.to).replace(/^ ?(?:下班)?(?:之前|以前|前)?(?:将|把)?/u, '')
  const length = /^[^,;]{0,10}?\d{2,5}字(?:以内|左右|以上|以下)?的(?=.{2})/u.exec(name)
  if (length !== null) { said = `${said} ${length[0]}`; name = name.slice(length[0].length) }
  // 候选人须附2000字事迹材料, 科技团队附立项书: whose it is is no part of its name
  name = name.replace(/^[一-鿿]{2,12}?(?:(?:须|需|应)(?:另)?附|(?<=团队|集体|个人|者|单位)附)(?!件)(?:上|送|有)?/u, '')
  // 各院系将汇总表: whose duty it is
  name = name.replace(/^(?:各|由)?[一-鿿]{1,8}[将把](?=[一-鿿]{4,})/u, '')
  name = name.replace(/^.*(?:附件|附表) ?\d{1,2}[:.]?/u, '').replace(/^.*(?:包括|填写|填报|提交|报送|撰写|提供|上传|递交|补充最新|写出|准备好|上报)/u, '')
  for (let i = 0; i < 3; i++) name = withoutItemNumber(name.trim().replace(leadWords, ''))
  const counted = countedFirst.exec(name)
  if (counted !== null) { said = `${said} ${counted[0]}`; name = name.slice(counted[0].length) }
  return { name: name.replace(/^(?:的|《)/u, '').trim(), said }
}

/** 被推荐人所在单位纪检部门提供: who issues a paper. */
const issuer = (said: string): Constraint[] => (/提供|出具|开具/u.test(said) ? [{ sort: 'issuer', said: said.trim().replace(/^(?:由|须|需|请|报送|提交|附|上报|提供)+(?=.{4})/u, '') }] : [])

function asksHere(sentence: Sentence, item: Item, goesOn: boolean): boolean {
  if (goesOn) return true
  // A heading that is itself the name of a sheet says nothing of where one stands.
  const headings = sentence.under.filter((h) => !namesThing(h))
  const under = headings.join('/')
  if (/\d ?[份张]|[一两二三四五] ?[份张]|一式|\(?附件 ?\d/u.test(item.text)) return true
  if (/刊播|播发|展播|海报|宣传报道|开设专栏|推送|新闻媒体|展示/u.test(sentence.text)) return false
  if (otherHeadings.test(under) && !askingHeadings.test(headings.at(-1) ?? '')) return /提交|报送|填写|提供|材料[:包]/u.test(sentence.text)
  return asks.test(sentence.text) || /材料/u.test(under)
}

/** 各2份: also for the things right before, as far as the list goes. */
function shareEach(run: readonly Mention[], item: string, copies: number): void {
  if (!/各(?:一式)?[一二三四五六七八九十两\d]+ ?份/u.test(item)) return
  for (const m of run) if (!m.constraints.some((c) => /^(?:number|pieces|length)$/u.test(c.sort))) m.copies ??= copies
  const seal = constraintsIn(item).filter((c) => c.sort === 'seal')
  for (const m of run) for (const c of seal) if (!m.constraints.some((x) => x.sort === 'seal')) m.constraints.push(c)
}

/** A clause that speaks of a thing only to compare or to say where: 与推荐表内容一致. */
const beside = /^(?:须|应|要)?(?:与|按|随|同(?!时)|在|依照|对照|以).*(?:一致(?!的)|相符(?!的)|合订|为准|上签|中填|格式|(?:顺序|次序)[^,。;]{0,6}$)|^(?:复印件|原件|扫描件)(?!\d|一份|各)/u

/** 随推荐函, 见汇总表: a thing that is only pointed at. */
const named = (words: string): boolean => /(?:随|(?<!意)见|凭|参照|对照)(?:附件 ?\d{0,2})?[《“]?(?:[一-鿿]{0,6})$/u.test(words.slice(0, words.search(lastHead))) 

function mentionIn(item: Item, sentence: Sentence, goesOn: boolean): Mention | undefined {
  if (beside.test(item.text)) return undefined
  if (/^(?:照片|文件|图片|视频)?(?:请|统一)?(?:用|以|按照?|采用)[^,]*(?:命名|(?:作|作为|为)(?:照片|文件|图片|视频)?(?:的?(?:名|名称|文件名))$)/u.test(item.text)) return undefined
  const found = nameIn(item.text)
  if (found === undefined) return undefined
  const { name, said } = found.from > 0 ? { name: found.name, said: item.text.slice(0, found.from) } : cleaned(found.name)
  const clean = name.replace(/[《》]/gu, '').replaceAll(inOne, '、')
  // 征求意见表复印件: the kind of the thing that is copied
  const copied = /^(.{2,})(复印件|原件|扫描件)$/u.exec(clean), ofCopied = copied === null ? undefined : kindOfName(copied[1] ?? '')
  const asCopy = ofCopied !== undefined && ofCopied !== 'evidence' ? [{ sort: 'original', said: copied?.[2] ?? '' }] : []
  const kind = asCopy.length > 0 ? ofCopied : kindOfName(clean.replace(/\([^()]*\)$/u, '')) ?? kindOfName(found.name)
  const asked = sentence.text.slice(0, sentence.text.indexOf(item.text) + item.text.length).replace(/^.*[,;。:]/u, '')
  if (kind === 'integrityOpinion' && /征求/u.test(asked) && clean.endsWith('意见')) return undefined
  if (kind === 'integrityOpinion' && /步骤|程序|流程/u.test(sentence.under.join('/')) && /[出提]|开具/u.test(asked) && !/\d|份|附|报送|提交|填写/u.test(item.text) && /研究|审定|审核|公示|征求|征得/u.test(sentence.text)) return undefined
  if (kind === 'integrityOpinion' && clean.endsWith('情况') && /征求|听取/u.test(sentence.text)) return undefined
  if (/^(?:收回|追回|颁发|授予|发放|撤销|补发)|(?:颁发|发放|授予|发给)[一-鿿]{0,6}(?:证书|奖牌)$/u.test(clean)) return undefined
  if (kind === undefined || clean.length < 2 || clean.length > 60 || /不予|不得|如有|若|是否|获得|提出|听取|征求$/u.test(clean)) return undefined
  // 研究确定候选人名单: a list that comes about is no paper to hand in
  if (clean.endsWith('名单') && /(?:决定|确定|产生|表决|研究|审定|讨论|公布|形成)[一-鿿]{0,6}$|确认/u.test(clean.slice(0, -2))) return undefined
  if (/^(?:推荐|申报|提交|报送|有关)?(?:材料|资料)?清单$/u.test(clean) || named(item.text.slice(0, found.to))) return undefined
  if (/^(?:复印件|扫描件|原件)$/u.test(clean)) return undefined
  const rest = item.text.slice(found.to)
  // 以正式公函的方式, 在公函中, 按照材料清单: how something else is done
  if ((/(?:^|[要须应请])(?:以|在)[^,]{0,8}$/u.test(clean) && /^(?:的)?(?:方式|形式|[中内里])/u.test(rest)) || (/以[^,]{0,4}$/u.test(clean) && /^(?:形式|方式)/u.test(rest)) || /(?:按照|根据|依据)[^,]{0,20}$/u.test(clean)) return undefined
  // the plan that is sent with the notice is not handed in
  if (clean.endsWith('方案') && /印发给|现印发/u.test(sentence.text)) return undefined
  if (/^(?:奖|占比|比例|信息|核对|发放|颁发|领取|制作)/u.test(rest) || (clean.endsWith('名单') && /^(?:须|应|需)?(?:经|由|在|进行|公示)/u.test(rest))) return undefined
  const agrees = /与电子版(?:完全)?一致/u.test(said) ? [{ sort: 'agrees', said: '纸质与电子版一致' }] : []
  const copies = copiesOf(said) ?? copiesOf(rest)
  // 处级干部廉政意见: whose opinion it is asks it of nobody else
  const whose = kind === 'integrityOpinion' ? /^([一-鿿]{0,6}(?:负责人|干部|公职人员|党员|公务员))(?=征求|廉|纪检|鉴定)/u.exec(clean)?.[1] : undefined
  const only = whose === undefined ? [] : [{ sort: 'only', said: `仅${whose}` }]
  return { kind, name: clean, text: `${said} ${rest}`, constraints: [...only, ...asCopy, ...(kind === 'photoPortrait' ? background(clean) : []), ...issuer(said), ...agrees, ...inBrackets(rest), ...constraintsIn(`${said.replace(/^.*(?:提供|出具|开具)/u, '')} ${rest}`, kind === 'video').filter((c) => agrees.length === 0 || c.sort !== 'agrees')], sentence, reference: !asksHere(sentence, item, goesOn), ...(copies === undefined ? {} : { copies }) }
}

/** 附件：查新报告、检测报告等: one thing with its examples. */
const partsLabel = /^(?:附件|附件材料|佐证材料|证明材料|支撑材料|其他材料|相关材料|相关证明)$/u
const ofPictures = /^(?:以上|所有)?(?:照片|图片)(?:大小|均|分辨率|像素)/u
const onlyPart = /^(?:仅|只)(?:需|须)?(?:提交|提供|附|报送)[^,;。]{2,20}$/u

function inSentence(sentence: Sentence, carried: Mention | undefined, goesOn: boolean): { mentions: Mention[]; last: Mention | undefined } {
  const mentions: Mention[] = []
  let last = carried, run: Mention[] = [], group: Mention[] = []
  let inParts = false
  for (const item of itemsOf(sentence.text)) {
    // 附件材料1套:包含论文、证书等: what is inside is no paper of its own
    if (mentions.length > 0 && last?.kind === 'evidence' && /^(?:主要|具体)?(?:包含|包括|含|如)(?=.{2})/u.test(item.text)) inParts = true
    if (inParts) { if (item.stop !== '、' || item.text.endsWith('等')) inParts = false; continue }
    const labelled = partsLabel.exec(withoutItemNumber(item.text.trim()))
    if (labelled !== null && item.stop === ':' && /等/u.test(sentence.text)) {
      const own: Mention = { kind: 'evidence', name: labelled[0], text: '', constraints: [], sentence, reference: false }
      mentions.push(own); run.push(own); group.push(own); last = own; inParts = true
      continue
    }
    // 仅提交目录和首页复印件: how much of the thing before
    if (last !== undefined && mentions.length > 0 && onlyPart.test(item.text)) { if (!last.constraints.some((c) => c.sort === 'only')) last.constraints.push({ sort: 'only', said: item.text }); continue }
    // 图片大小1MB以上: of every picture of the list
    const pictures = ofPictures.test(item.text) ? mentions.filter((p) => p.kind.startsWith('photo')) : []
    if (pictures.length > 0) { for (const p of pictures) for (const c of constraintsIn(item.text)) if (!p.constraints.some((x) => x.sort === c.sort)) p.constraints.push(c); continue }
    const m = mentionIn(item, sentence, goesOn)
    if (m === undefined) {
      if (last === undefined || last.sentence !== sentence && mentions.length === 0 && !/^(?:照片|视频|要求|须|需|每|单)/u.test(item.text)) continue
      const more = [...constraintsIn(item.text), ...inBrackets(item.text)], free = more.length === 0 ? freeConstraint(item.text) : undefined
      // 压缩包以姓名命名: said of all that is sent, told with the first
      const whole = /^(?:压缩包|文件夹|邮件|以上|上述|所有|全部)/u.test(item.text) ? mentions[0] ?? last : last
      // 个人3000字、集体2000字以内: one length for each kind
      const length = last.constraints.find((c) => c.sort === 'words'), another = more.find((c) => c.sort === 'words')
      if (length !== undefined && another !== undefined && /^(?:个人|集体|团队|单位|项目|作品)/u.test(item.text)) last.constraints[last.constraints.indexOf(length)] = { sort: 'words', said: `${length.said}、${item.text.slice(0, 2)}${another.said}` }
      for (const c of free === undefined ? more : [free]) if (!whole.constraints.some((x) => x.sort === c.sort)) whole.constraints.push(c)
      last.text += ` ${item.text}`
      const copies = copiesOf(item.text)
      if (copies !== undefined && last.copies === undefined) { last.copies = copies; shareEach(run, item.text, copies) }
      if (item.stop === ';' || item.stop === '。') { run = []; group = [] }
      continue
    }
    // 工作照、生活照共4张: one thing with one number
    const twin = mentions.at(-1)
    if (twin !== undefined && m.kind === 'photoLife' && twin.kind === m.kind && twin.constraints.length === 0 && twin.copies === undefined && !twin.reference && twin === last && twin.text.trim() === '' && m.constraints.some((c) => c.sort === 'number')) { mentions.pop(); run.pop(); group.pop(); m.name = `${twin.name}、${m.name.replace(/共$/u, '')}` }
    // 职称证书、获奖证书复印件: the copy is of both
    if (twin !== undefined && twin === last && m.kind === 'evidence' && twin.kind === 'evidence' && twin.name.endsWith('证书') && /证书(?:的)?复印件$/u.test(m.name) && twin.text.trim() === '' && twin.copies === undefined && !twin.reference) { mentions.pop(); run.pop(); group.pop(); m.name = `${twin.name}、${m.name}` }
    mentions.push(m)
    run.push(m); group.push(m)
    last = m
    if (m.copies !== undefined) { shareEach(run, item.text, m.copies); run = [] }
    if (group.length > 1 && /^(?:[^,]{0,12}?)(?:照片|视频|材料|表)/u.test(item.text) && /方式|光盘|U盘/u.test(item.text)) for (const g of group) for (const c of m.constraints) if (c.sort === 'channel' && !g.constraints.some((x) => x.sort === 'channel')) g.constraints.push(c)
    if (item.stop === ';') { run = []; group = [] }
  }
  for (const [i, one] of mentions.entries()) {
    const next = mentions[i + 1]
    // 《甲表》或《乙表》一式4份, 《甲表》《乙表》(各2份): what is said behind holds for both
    if (next?.kind !== one.kind || !new RegExp(`${one.name}》(?:或|、)?《${next.name}`, 'u').test(sentence.text)) continue
    one.copies ??= next.copies as number
    for (const c of next.constraints) if (!one.constraints.some((x) => x.sort === c.sort)) one.constraints.push(c)
  }
  return { mentions, last: mentions.at(-1) ?? undefined }
}

/** In a short notice a thing that is named is asked for, outside publicity and standards. */
const plain = (page: Page, sentence: Sentence): boolean => page.span.to - page.span.from < 1200 && !otherHeadings.test(sentence.under.join('/')) && !/评审|举报|异议|刊播|播发|海报|宣传|拍摄|审查|审核|报告会|汇报/u.test(sentence.text)

const family = (kind: MaterialKind): string => (kind.startsWith('photo') ? 'photo' : kind)
const isHeading = (s: Sentence): boolean => {
  const words = s.text.replace(/[。:]$/u, ''), own = s.under.at(-1)
  return own !== undefined && words.endsWith(own) && words.length - own.length > 1 && own.length <= 12 && !/\d|[一二两三四五六七八九十][份张]/u.test(own)
}

const ofAll = /^(?:所有|以上|上述|全部)?(?:电子版|纸质材料|纸质版|电子材料|电子资料|电子文档|电子文件|材料|文件|资料|申报材料|推荐材料)/u

/** 论文 and the like, which a selection may be about. */
const works = /论文|著作|代表作/u, work = /(?:论文|著作|代表作)$/u
/** Every mention of the page in order. */
export function mentionsOf(page: Page): Mention[] {
  const out: Mention[] = []
  let carried: Mention | undefined, goesOn = false, opening: Mention[] = []
  for (const sentence of page.sentences) {
    const read = inSentence(sentence, carried, goesOn || plain(page, sentence)), { last } = read
    // 优秀论文评选: what is judged is named in every sentence and handed in where its copy is told
    const mentions = read.mentions.filter((m) => !(work.test(m.name.replace(/\([^()]*\)$/u, '')) && works.test(page.title.replace(/\([^()]*\)/gu, '')) && m.copies === undefined && !/全文|电子|纸质|终稿|复印件|样本/u.test(m.text)))
    // 电子文件名按“单位+姓名”命名: said of all, told with the first
    const first = out.find((m) => !m.reference)
    if (mentions.length === 0 && first !== undefined && ofAll.test(sentence.text)) for (const c of constraintsIn(sentence.text)) if (/^(?:naming|agrees)$/u.test(c.sort) && !first.constraints.some((x) => x.sort === c.sort)) first.constraints.push(c)
    // a list of materials runs on after a semicolon
    goesOn = sentence.text.endsWith(';') && (goesOn || mentions.some((m) => !m.reference))
    // a heading that names a thing only opens the item that asks for it: (一)照片。近期免冠照片1张
    if (opening.length > 0 && mentions.some((m) => opening.some((o) => family(o.kind) === family(m.kind)))) for (const o of opening) out.splice(out.indexOf(o), 1)
    opening = isHeading(sentence) ? mentions : []
    out.push(...mentions)
    carried = last
  }
  return out
}
