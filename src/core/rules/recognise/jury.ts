/** Who judges, in words: how many, drawn or not, who stands back, what stays secret. One rule of the page. */
import { numberOf, numberPattern } from '../../text/numerals'
import type { Sentence } from '../../text/sentences'
import type { RuleDraft } from './draft'
import type { Found, Page } from './page'

type Draft = RuleDraft<'jury'>
type Part = Omit<Draft, 'kind' | 'id'>
type Relation = NonNullable<Draft['recusal']>['relations'][number]

const who = /评委|评审专家|评审委员会|评审组|评选委员会/u
const related: readonly (readonly [Relation, RegExp])[] = [
  ['self', /本人|自己|(?:是|为|系)(?:候选人|参评人|参评者)|参加评选的评委/u], ['relative', /亲属|近亲|利害关系/u], ['sameUnit', /同一?单位|本单位/u], ['referee', /推荐(?:人|专家)|提名人/u], ['sameProject', /同一?项目|共同完成/u], ['teacherStudent', /师生|导师|师徒/u],
]

const size = (text: string): Part => {
  const m = new RegExp(`(?:评委|评审专家|评审委员会|评审组|专家)(?:会)?(?:由|为|人数)?(不少于|不超过|至少|最多)? ?(${numberPattern}) ?(?:名|人|位)(以上)?`, 'u').exec(text) ?? new RegExp(`由(不少于|不超过|至少|最多)? ?(${numberPattern}) ?(?:名|人|位)(以上)?(?:的)?(?:评委|评审专家|专家)`, 'u').exec(text)
  const n = m === null ? undefined : numberOf(m[2] ?? '')
  if (n === undefined || /抽取/u.test(text)) return {}
  if (/不超过|最多/u.test(m?.[1] ?? '')) return { size: { max: n } }
  return /不少于|至少/u.test(m?.[1] ?? '') || m?.[3] !== undefined ? { size: { min: n } } : { size: { min: n, max: n } }
}
const draw = (text: string): Part => {
  if (!/(?:随机)?(?:抽取|抽选|抽签)/u.test(text)) return {}
  const pool = new RegExp(`(${numberPattern}) ?(?:名|人|位)?(?:以上)?(?:的)?(?:组成的)?(?:评委|专家)库`, 'u').exec(text)
  const drawn = new RegExp(`(?:抽取|抽选) ?(${numberPattern}) ?(?:名|人|位)`, 'u').exec(text)
  const [of, n] = [pool === null ? undefined : numberOf(pool[1] ?? ''), drawn === null ? undefined : numberOf(drawn[1] ?? '')]
  return { draw: { pool: of ?? n ?? 1, ...(/当场|即时|随即|立即/u.test(text) ? { toldAtOnce: true } : {}) }, ...(n === undefined ? {} : { size: { min: n, max: n } }) }
}
const recusal = (text: string): Part => {
  if (!/回避/u.test(text)) return {}
  const relations = related.filter(([, w]) => w.test(text)).map(([r]) => r)
  return { recusal: { relations: relations.length > 0 ? relations : ['self', 'relative'], leaveBase: /不计入|基数中?(?:扣除|减去)/u.test(text) } }
}
const rest = (text: string): Part => ({
  ...(/不得(?:泄露|泄漏|透露|公开)|严格保密|保守秘密|(?:名单|情况|结果|过程|意见)(?:应|须|予以|要)*(?:严格)?保密/u.test(text) ? { secret: true } : {}),
  ...(/不得(?:由他人|委托他人)?(?:代替|代为|委托|代投)|不得委托/u.test(text) ? { standIn: 'never' as const } : /经[^,。;]{2,14}(?:同意|批准)[^,。;]{0,8}(?:委托|代为|代替)/u.test(text) ? { standIn: 'byLeave' as const } : {}),
})

/** Of several sentences each adds its part; what is said first stands. */
export const recogniseJuries = (page: Page): Found<Draft>[] => {
  const told = page.sentences.flatMap((s): { s: Sentence; part: Part }[] => {
    if (!who.test(s.text) || /报告会|宣讲/u.test(s.text)) return []
    const part = { ...size(s.text), ...draw(s.text), ...recusal(s.text), ...rest(s.text) }
    return Object.keys(part).length === 0 ? [] : [{ s, part }]
  })
  const first = told[0]
  if (first === undefined) return []
  return [{ value: { kind: 'jury', id: 'jury', ...told.reduceRight<Part>((all, t) => ({ ...all, ...t.part }), {}) }, from: first.s.from, to: first.s.to }]
}
