/** What a notice asks of a person that no machine can check: each becomes a declaration in the product's usual words, on the notice's own sentence. */
import type { RuleDraft } from './draft'
import type { Found, Page } from './page'

interface Known { readonly id: string; readonly by: 'clerk' | 'approver'; readonly said: RegExp; readonly zh: string; readonly en: string; readonly paperMatches?: true; readonly secrecyReview?: true }

const known: readonly Known[] = [
  { id: 'declare-political', by: 'clerk', said: /(?:热爱|忠于)(?:社会主义)?祖国|拥护(?:中国)?(?:共产)?党|(?:思想)?政治(?:立场)?坚定|政治素质(?:好|过硬|高)/u, zh: '人选热爱祖国，政治坚定，自觉践行社会主义核心价值观', en: 'The candidate loves the country, is politically firm and lives by the core socialist values' },
  { id: 'declare-integrity', by: 'clerk', said: /作风(?:廉洁|正派|优良)|廉洁(?:守纪|自律|奉公)|遵纪守法|遵守(?:国家)?法律/u, zh: '人选作风廉洁，遵纪守法', en: 'The candidate is honest and keeps discipline and law' },
  { id: 'declare-ethics', by: 'clerk', said: /科学道德|学风(?:良好|优良|正派|严谨)|(?:树立|保持)良好学风|学术道德|师德(?:高尚|师风)/u, zh: '人选恪守科学道德，学风良好，淡泊名利', en: 'The candidate keeps scientific ethics and good academic conduct and does not seek fame' },
  { id: 'declare-deeds', by: 'clerk', said: /事迹(?:真实)?(?:感人|突出|过硬)|适合公开宣传/u, zh: '事迹真实感人，先进典型，适合公开宣传', en: 'The deeds are real, moving and exemplary, and fit to be published' },
  { id: 'declare-truthful', by: 'approver', said: /材料[^。;]{0,16}(?:客观|真实|准确|完整)[、,]?(?:客观|真实|准确|完整)|(?:确保|保证)[^。;]{0,12}(?:真实|准确)/u, zh: '推荐材料客观、准确、完整', en: 'The dossier is objective, accurate and complete' },
  { id: 'declare-paper-equals-electronic', by: 'approver', said: /(?:与|和)电子(?:版|文档|材料)(?:内容)?(?:完全)?(?:一致|相符)|纸质[^。;]{0,10}电子[^。;]{0,10}一致/u, zh: '纸质推荐表与电子版一致', en: 'The form on paper is the same as the electronic one', paperMatches: true },
  { id: 'declare-not-classified', by: 'approver', said: /国家秘密|涉密(?:内容|材料|信息)|不得涉密|保密(?:审查|规定)/u, zh: '所填内容和所传材料不涉及国家秘密', en: 'Nothing filled in or uploaded is a state secret', secrecyReview: true },
]

const more = (k: Known | undefined) => ({ ...(k?.paperMatches === true ? { paperMatches: true } : {}), ...(k?.secrecyReview === true ? { secrecyReview: true } : {}) })

/** 经办人确认:…: who confirms is named, and the words are the notice's own. */
const confirmed = /^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十\d]+[、.])? ?(经办人|填报人|审核人|审批人|负责人)(?:须|应)?(?:确认|承诺):(.{2,80}?)[。;]?$/u
const confirmations = (page: Page): Found<RuleDraft<'declaration'>>[] => page.sentences.flatMap((s) => {
  const m = confirmed.exec(s.text)
  if (m === null) return []
  const zh = page.prepared.say(s.from + m[0].lastIndexOf(m[2] ?? ''), s.from + m[0].lastIndexOf(m[2] ?? '') + (m[2] ?? '').length).trim()
  const usual = known.find((k) => k.said.test(m[2] ?? ''))
  return [{ value: { kind: 'declaration' as const, ...(usual === undefined ? {} : { id: usual.id }), by: /^[经填]/u.test(m[1] ?? '') ? 'clerk' as const : 'approver' as const, text: { zh, en: usual?.zh === zh ? usual.en : zh }, ...more(usual) }, from: s.from, to: s.to }]
})

/** What nobody is named to confirm: each once, where it is said first. */
export const recogniseDeclarations = (page: Page): Found<RuleDraft<'declaration'>>[] => {
  const own = confirmations(page)
  return [...own, ...usualDeclarations(page).filter((u) => !own.some((o) => o.value.id === u.value.id || (u.from >= o.from && u.to <= o.to)))]
}

const usualDeclarations = (page: Page): Found<RuleDraft<'declaration'>>[] => known.flatMap((k) => {
  const { id, by, said, zh, en } = k
  for (const s of page.sentences) {
    const m = said.exec(s.text)
    if (m !== null) return [{ value: { kind: 'declaration', id, by, text: { zh, en }, ...more(k) }, from: s.from + m.index, to: s.from + m.index + m[0].length }]
  }
  return []
})
