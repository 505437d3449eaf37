/** What a material must be like: number, size, length, naming, seal, signature, paper, who issues it. Each sort is told once per material. */
import { numberOf, numberPattern } from '../../text/numerals'
import { boundWords } from '../../text/counts'
import { freeRequirement } from './constraint-words'

export interface Constraint { readonly sort: string; readonly said: string; readonly doubt?: readonly string[] }

const any = Object.values(boundWords)
const before = `(${any.map((w) => w.before).join('|')})?`, after = `(${any.map((w) => w.after).join('|')})?`
const measured = (unit: string): RegExp => new RegExp(`${before} ?(?:在|为)? ?(?:(${numberPattern})(?:${unit})? ?(?:-+|至|到) ?)?(${numberPattern}) ?(${unit}) ?${after}`, 'giu')

const sign = (words: string, tail: string): string => {
  const all = `${words}${tail}`
  if (/左右|上下|约/u.test(all)) return '约'
  if (new RegExp(`^(?:${boundWords.max.before})$`, 'u').test(words) || /^(?:以内|之内|以下|及以下|内)$/u.test(tail)) return '≤'
  if (new RegExp(`^(?:${boundWords.min.before})$`, 'u').test(words) || /^(?:以上|及以上|起)$/u.test(tail)) return '≥'
  return ''
}

interface Measure { readonly sort: string; readonly unit: string; readonly pattern: RegExp; readonly prefix?: RegExp; readonly lost?: boolean }
const measure = (sort: string, unit: string, more: Partial<Measure> = {}): Measure => ({ sort, unit, pattern: measured(unit), ...more })
const measures: readonly Measure[] = [
  measure('number', '张', { lost: true }), measure('pieces', '个|段|部|条(?!件)', {}),
  measure('size', 'MB?|兆|KB?|GB?|G'), measure('length', '分钟|秒钟?', { prefix: /单个|每个|每段|每部|单条|每条/u }),
  measure('words', '个?(?:汉)?字(?!体|号|迹|样)', {}), measure('dots', 'dpi|像素|万像素'), measure('pages', '页'), measure('resolution', 'P(?![A-Za-z])'), measure('items', '篇|幅(?!面)|件(?!号|套)'),
]

/** 35张 whose dash was lost: 3-5张. */
const lostDash = (digits: number): string | undefined => {
  const [a, b] = [Math.floor(digits / 10), digits % 10]
  return digits > 12 && digits < 100 && a >= 2 && b > a ? `${String(a)}-${String(b)}` : undefined
}

function measuresIn(text: string, video: boolean): Constraint[] {
  return measures.flatMap((m) => [...text.matchAll(m.pattern)].flatMap((x): Constraint[] => {
    const high = numberOf(x[3] ?? ''), low = x[2] === undefined ? undefined : numberOf(x[2])
    const unit = (x[4] ?? '').replace(/^M$/iu, 'MB').replace(/^兆$/u, 'MB').replace(/^K$/iu, 'KB').replace(/^mb$/iu, 'MB').replace(/^个?(?:汉)?字$/u, '字')
    if (high === undefined || (m.sort === 'pieces' && !video && !/视频|片|段/u.test(text) && sign(x[1] ?? '', x[5] ?? '') === '' && low === undefined)) return []
    const restored = m.lost === true && low === undefined ? lostDash(high) : undefined
    const number = restored ?? (low === undefined ? String(high) : `${String(low)}-${String(high)}`)
    const prefix = m.prefix?.test(text.slice(Math.max(0, x.index - 12), x.index)) === true ? '单个' : ''
    const said = `${prefix}${sign(x[1] ?? '', x[5] ?? '')}${number}${unit}`
    return [{ sort: m.sort, said, ...(restored === undefined ? {} : { doubt: [said, `${String(high)}${unit}`] }) }]
  }))
}

interface Phrase { readonly sort: string; readonly pattern: RegExp; readonly say?: (m: RegExpMatchArray) => string }

/** Phrases of a constraint, as data; without `say` the words themselves. */
const phrases: readonly Phrase[] = [
  { sort: 'naming', pattern: /(?:用|以|按照?|采用)“?([^,;。、()“”]{2,24}?)”?(?:的?(?:形式|格式|方式))?(?:进行|统一|来)?命名/u, say: (m) => `${m[1] ?? ''}命名` },
  { sort: 'naming', pattern: /(?:用|以|按照?|采用)“?([^,;。、()“”]{2,24}?)”?(?:来)?(?:作为|作|为)(?:照片|文件|视频|图片|压缩包|邮件)?的?(?:文件名|名称|名|主题|标题)/u, say: (m) => `${m[1] ?? ''}命名` },
  { sort: 'naming', pattern: /(?:命名|文件名|照片名|邮件主题)(?:格式|方式|规则|统一)?(?:为|是|:|统一为|用|写)(?:“([^“”]{2,30})”|([^,;。()“”]{2,30}))/u, say: (m) => `${m[1] ?? m[2] ?? ''}命名` },
  { sort: 'issuer', pattern: /(?:由|经)([^,;。、()]{2,30}?)(?:统一|负责)?(?:出具|提供|开具)(?!的)(?:并[^,;。、()]{0,12})?/u },
  { sort: 'crossSeal', pattern: /(?:加?盖)?骑缝处?(?:须|应)?(?:加?盖)?[^,;。、()]{0,6}?(?:公章|印章|章)/u },
  { sort: 'seal', pattern: /加盖[^,;。()]{0,18}?公章|加?盖[^,;。、()]{0,16}?(?:公章|印章|专用章|印|章)|(?:[一-鿿]{0,4}(?:单位|本人|负责人|法人|部门))?(?:签字盖章|签章|盖章)(?!扫描|后)/u },
  { sort: 'signature', pattern: /(?:须|需|由|经)?[^,;。、()须需由\s\d]{0,14}?(?:签字|签名|签署)(?!盖章)(?:确认|意见)?/u },
  { sort: 'background', pattern: /(红|白|蓝|浅蓝|纯色)色?(?:背景|底)(?:色)?|背景(?:为|是)?(红|白|蓝)色?/u, say: (m) => `${m[1] ?? m[2] ?? ''}底` },
  { sort: 'unlimited', pattern: /(?:数量|时长|大小|字数|篇幅)不限/u },
  { sort: 'paper', pattern: /(?:用|采用|使用|以)?A[34](?:规格)?(?:纸|型纸)?[^,;。、()]{0,12}/u, say: (m) => m[0].replace(/^(?:用|采用|使用|以)/u, '') },
  { sort: 'sides', pattern: /(?:正反面?|双面|单面)(?:打印|印刷|复印|印制)/u },
  { sort: 'bound', pattern: /(?:按[^,;。、()\s]{2,12}?(?:顺序|次序))?(?:[^,;。、()\s应须要]{0,4}?)(?:胶装|装订|简装|塑封)[^,;。、()]{0,8}/u },
  { sort: 'cover', pattern: /(?:不要|不加|无需|不需|勿加|不得使用)[^,;。、()]{0,6}封面/u },
  { sort: 'person', pattern: /第[一三]人称[^,;。、()]{0,4}/u },
  { sort: 'channel', pattern: /以?(光盘|U盘|移动硬盘)(?:(或|和|、)(光盘|U盘|移动硬盘))?(?:的)?(?:方式|形式)?(随纸质[^,;。]{0,4}?材料|一并|单独)?(?:一并|一同|一起)?(?:报送|提交|寄送|报|交)?/iu, say: (m) => `以${m[1] ?? ''}${m[3] === undefined ? '' : `${m[2] ?? ''}${m[3]}`}${m[4] ?? ''}报送` },
  { sort: 'post', pattern: /(?:EMS|挂号信|特快专递|邮政快递|机要)(?:(?:或|或者|、)(?:EMS|挂号信|特快专递|邮政快递|机要))*/u },
  { sort: 'orientation', pattern: /(?:横|竖)(?:版|屏)(?:拍摄)?(?![ \d]|[、或和]?[横竖])/u },
  { sort: 'dimensions', pattern: /(?:横版|竖版|横屏|竖屏)?\d{3,4} ?[*xX] ?\d{3,4}(?:(?:或|、|,)(?:横版|竖版|横屏|竖屏)?\d{3,4} ?[*xX] ?\d{3,4})?/u },
  { sort: 'online', pattern: /(?:经|通过|在|从|登录)[^,;。、()]{2,14}?(?:系统|平台|网站)(?:在线|统一|直接)?(?:上传|提交|填报|填写)/u, say: (m) => m[0].replace(/在线|统一|直接/u, '').replace(/^经/u, '通过') },
  { sort: 'agrees', pattern: /(?<=^|[,;。、( ])与([^,;。、()《》]{1,10}?)(?:内容|信息)?(?:须|应|要|必须)?(?:完全|保持|严格)?(?:一致|相符)/u },
  { sort: 'agrees', pattern: /与?([^,;。、()《》]{2,10}?)(?:内容)?(?:须|应|要|必须)?(?:与|和)([^,;。、()《》]{2,10}?)(?:内容|材料)?(?:须|应|要|必须)?(?:完全|保持|严格)?(?:一致|相符)/u },
  { sort: 'merged', pattern: /(?:合并|整合|汇总|制作|扫描|合成)(?:成|为|至)?(?:一|1) ?个?(?:PDF|Word|文件|文档)[^,;。、()]{0,6}/iu },
  { sort: 'source', pattern: /从[^,;。、()]{2,20}?(?:导出|下载|打印|截取|生成)/u },
  { sort: 'notes', pattern: /(?:背面|反面|封面|右上角|照片)?(?:须|应|请)?(?:注明|标注|标明|写明)[^,;。()]{2,24}/u },
  { sort: 'parts', pattern: /(?<=[(,])(?:包)?含(?![当本]|\d|电子|纸质)[^()]{2,30}(?=\))/u },
  { sort: 'original', pattern: /(?:须|需|为|均为|提交|提供)?原件(?:现场)?(?:备查|审核|查验|核验)/u },
  { sort: 'original', pattern: /(?<=\()原件(?=\))/u },
  { sort: 'original', pattern: /其中 ?(?:\d|[一二两]) ?份(?:须|应)?为?原件/u },
  { sort: 'source', pattern: /(?:申报|推荐|填报|管理|评审|网上|在线|报名|提名)?系统(?:自动)?(?:生成|导出)/u },
  { sort: 'inch', pattern: /(?<=^|[,( ])[小大]?[一二两\d]寸(?=$|[,;)。])/u },
  { sort: 'contents', pattern: /(?:编|附|加|有|制)(?:制)?目录(?:和?页码)?/u },
  { sort: 'time', pattern: /近[一二三四五六七八九十\d]+年(?:来|内)?/u },
]

/** The constraints a stretch of text states, each sort once. */
export function constraintsIn(text: string, video = false): Constraint[] {
  const out: Constraint[] = measuresIn(text, video)
  let rest = text
  for (const { sort, pattern, say } of phrases) {
    const m = pattern.exec(rest)
    if (m === null || out.some((c) => c.sort === sort)) continue
    if (sort === 'orientation' && /横[屏版]/u.test(text) && /竖[屏版]/u.test(text)) continue
    if (sort === 'agrees' && /《/u.test(m[0])) continue
    const said = (say?.(m) ?? m[0]).replace(/^(?:须|需|并|请|应|由|经|均)+/u, '').replace(/[“”]/gu, '')
    out.push({ sort, said })
    rest = rest.replace(m[0], ' ')
  }
  const signed = out.find((c) => c.sort === 'signature'), sealed = out.find((c) => c.sort === 'seal'), both = signed === undefined || sealed === undefined ? null : new RegExp(`${escaped(signed.said)}(?:并|且|后|,)?${escaped(sealed.said)}`, 'u').exec(text)
  return both === null ? out : [...out.filter((c) => c !== signed && c !== sealed), { sort: 'signature', said: both[0] }]
}
const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

/** 红底 of 红底2寸照片: the name itself says it. */
export const background = (name: string): Constraint[] => { const m = /(红|白|蓝|浅蓝)色?底/u.exec(name); return m === null ? [] : [{ sort: 'background', said: `${m[1] ?? ''}底` }] }
/** 进入终评时提交, 仅联名提名提供: when or by whom a thing is given at all. */
const whenGiven = /^(?:(?:仅|只|限)[^,;]{2,14}|[^,;]{2,14}(?:时|后|者|的))(?:提交|提供|报送|填写)$/u
/** What brackets behind a name say, part by part: (A4打印,仿宋三号). */
export const inBrackets = (text: string): Constraint[] => [...text.matchAll(/\(([^()]{2,60})\)/gu)].flatMap((m) => (m[1] ?? '').split(/[,;、]/u)).flatMap((part) => (constraintsIn(part).length > 0 || /电子|纸质|扫描|复印/u.test(part) ? [] : whenGiven.test(part) ? { sort: `free:${part}`, said: part } : freeConstraint(part) ?? []))

/** A clause that states a requirement in its own words: 避免逆光拍摄. */
export function freeConstraint(clause: string): Constraint | undefined {
  const text = clause.replace(/^(?:要求|请|需要?|应当?|须|必须|务必|并且?|且|同时|照片|视频|其中|内容)+/u, '').trim()
  return text.length >= 3 && text.length <= 26 && freeRequirement.test(clause) ? { sort: `free:${text}`, said: text } : undefined
}
