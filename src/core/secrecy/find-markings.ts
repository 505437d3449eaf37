/** 密级标志 in a text: sure ones stop the file, doubtful ones are put to a person, ordinary words about secrets are left alone. */
import { plain, type Level, type Marking } from './marking'

type Hit = Omit<Marking, 'page'>

const level = '(绝 {0,6}密|机 {0,6}密|秘 {0,6}密)'
/** 10年, 6个月, 长期, 启封前, 公布前, 至2030年1月1日: how long, or until when. */
const term = '(?:(?:至 ?)?[0-9OoIl]{1,4} ?(?:年(?: ?\\d{1,2} ?月(?: ?\\d{1,2} ?日)?)?|个? ?月|日|天)|[一二三四五六七八九十廿卅百两]{1,4} ?(?:年|个 ?月|日|天)|长 ?期|永 ?久|启 ?封 ?(?:前|后)|(?:公 ?布|公 ?开|解 ?密|使 ?用|考 ?试|开 ?考)[^\\n ]{0,4}前)'
const around = '[(〔【\\[<《「『]'
const end = '[)〕】\\]>》」』]'
const label = '(?:密 ?级(?: ?标 ?[识志])?|涉 ?密 ?等 ?级|秘 ?密 ?等 ?级|定 ?密 ?级 ?别)'
const urgent = '(?:特 ?急|加 ?急|急 ?件|平 ?急|特 ?提)'

const re = {
  starred: new RegExp(`(绝[ \\n]{0,6}密|机[ \\n]{0,6}密|秘[ \\n]{0,6}密)(?:级|件|资料|文件)?[ \\n]{0,4}(★(?:[ \\n]{0,2}★)*)[ \\n]{0,4}(${term})?`, 'gu'),
  labelled: new RegExp(`${label} ?([:=为]|是)? ?${around}? ?${level} ?([^\\n]{0,24})`, 'gu'),
  alone: new RegExp(`^ ?(?:[0-9]{4,7} )?(${around})? ?${level} ?(?:级|件|文件|资料|材料|文档)? ?(${end})? ?[·•.\\-—:]? ?(?:[(〔]? ?(${term}) ?[)〕]?)? ?${urgent}? ?(?:(?:编号|份号|第|No\\.?)? ?[:]? ?[0-9]{1,7} ?(?:号|份)?)?[!。]? ?$`, 'u'),
  headed: new RegExp(`^ ?${around} ?${level} ?(?:级|件|文件|资料|材料)? ?${end}`, 'u'),
  bracketed: new RegExp(`[(〔【\\[] ?${level} ?(?:级|件|文件|资料|材料)? ?[)〕】\\]]`, 'gu'),
  claimed: /(?:本|该|此)(?:文件|文稿|材料|资料|报告|附件|项目|成果|图纸|件|文)(?:的?(?:全部|部分))?(?:内容)?(?:属于|属|系|为|涉及|含有|包含|列为|定为)(?:国家)?(绝密|机密|秘密)(?!性|审查|保护|等级)/gu,
  graded: /(?:承担|参与|主持|完成|负责|参加|获|立项|列为|定为)[^\n。;,]{0,12}?(绝密|机密|秘密)级/gu,
  state: /(?:^|\n) ?(?:含有?|内有|涉及)国家秘密[,，!。]? ?(?:严禁|不得|禁止|注意|请勿)/gu,
}

const levelOf = (written: string | undefined): Level => (written ?? '').replace(/\s/gu, '') as Level
const shut = (shown: string): string => shown.replace(/\s/gu, '')
const option = '(?:绝 ?密|机 ?密|秘 ?密|非 ?密|不涉密|公 ?开|内 ?部|普 ?通|无)'
const list = new RegExp(`${option}(?:级)?[ \\n、/|,;:()（）\\[\\]<>和或与及]*[□☐○〇◯☑☒■✓✔√●◉]?[ \\n、/|,;()\\[\\]和或与及]*(?<=[^密级开部通无])${option}`, 'u')
/** 绝密/机密/秘密/非密: several to choose from say that none was chosen yet. */
const isChoice = (text: string): boolean => list.test(text)

const tickSigns = '[☑☒■✓✔√●◉]', anyBox = '[□☐○〇◯☑☒■✓✔√●◉]'
const boxBefore = new RegExp(`^[^\\n]*?${anyBox}[^\\n]*?${level}`, 'u')
const [tickBefore, tickAfter] = [new RegExp(`${tickSigns} ?${level}`, 'u'), new RegExp(`${level}级? ?${tickSigns}`, 'u')]
/** ☑机密: one of several was chosen. Whether that is the file's own level, a person says. */
const ticked = (text: string): Hit[] => text.split('\n').flatMap((line): Hit[] => {
  if (!isChoice(line)) return []
  const firstLevel = line.search(new RegExp(level, 'u')), firstBox = line.search(new RegExp(anyBox, 'u'))
  if (firstBox < 0) return []
  const found = (firstBox < firstLevel && boxBefore.test(line) ? tickBefore : tickAfter).exec(line)
  return found === null ? [] : [{ level: levelOf(found[1]), shown: shut(found[0]), strength: 'warn' }]
})

/** 机密★10年. Secrets of business and of work have a star of their own and are no state secrets: a person is asked. Stars that grade a thing, and a list of what there is, mark nothing. */
const starred = (text: string): Hit[] => [...text.matchAll(re.starred)].flatMap((m): Hit[] => {
  const before = text.slice(startOf(text, m.index), m.index)
  const hit = { level: levelOf(m[1]), shown: shut(m[0]) }
  if (/(?:商业|商务|企业|工作|警务|技术|个人) ?$/u.test(before)) return [{ ...hit, strength: 'warn' }]
  const inProse = /\p{Script=Han}$/u.test(before.replace(/(?:密级|属|为|是|定|标注|标有)$/u, ''))
  if (m[3] !== undefined || !(inProse || shut(m[2] ?? '').length > 1 || isChoice(lineAt(text, m.index)))) return [{ ...hit, strength: 'block' }]
  return shut(m[2] ?? '').length > 1 || isChoice(lineAt(text, m.index)) ? [] : [{ ...hit, strength: 'warn' }]
})

/** 密级：机密. A box to be ticked, or the words of a rule that goes on, marks nothing. */
const labelled = (text: string): Hit[] => [...text.matchAll(re.labelled)].flatMap((m): Hit[] => {
  const isLevel = levelOf(m[2])
  if (isChoice(lineAt(text, m.index))) return []
  const [link, rest] = [m[1] ?? '', (m[3] ?? '').trim()]
  const ends = rest === '' || /^(?:级|件)?(?:$|[ ,;。)〕】\]★·•]|编|份)/u.test(rest)
  return ends || link === '为' || link === '是' ? [{ level: isLevel, shown: `密级:${isLevel}`, strength: ends && link !== '为' && link !== '是' ? 'block' : 'warn' }] : []
})

const startOf = (text: string, at: number): number => (at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1)
const lineAt = (text: string, at: number): string => { const to = text.indexOf('\n', at); return text.slice(startOf(text, at), to < 0 ? text.length : to) }

/** A marking stands at the head of its page, or at its foot; in between, a line of one word is put to a person. */
const HEAD_LINES = 5, FOOT_LINES = 3
/** As near as this, other levels make a list of it. */
const NEAR = 3

const alone = (text: string): Hit[] => {
  const lines = text.split('\n').filter((l) => l.trim() !== '')
  return lines.flatMap((line, i): Hit[] => {
    const own = re.alone.exec(line)
    const found = own !== null && (own[1] === undefined) === (own[3] === undefined) ? own[2] : re.headed.exec(line)?.[1]
    if (found === undefined) return []
    const near = lines.slice(Math.max(0, i - NEAR), i + NEAR + 1).filter((l) => l.length < 20).join('\n')
    if (isChoice(near)) return []
    const atEdge = i < HEAD_LINES || i >= lines.length - FOOT_LINES
    // With its term it is a marking wherever it stands.
    return [{ level: levelOf(found), shown: shut(own === null ? levelOf(found) : line).slice(0, 24), strength: atEdge || own?.[4] !== undefined ? 'block' : 'warn' }]
  })
}

const doubtful = (text: string): Hit[] => [
  ...[re.bracketed, re.claimed, re.graded].flatMap((pattern) => [...text.matchAll(pattern)].filter((m) => !isChoice(lineAt(text, m.index))).map((m): Hit => ({ level: levelOf(m[1]), shown: shut(m[0]).slice(0, 24), strength: 'warn' }))),
  ...[...text.matchAll(re.state)].map((): Hit => ({ level: null, shown: '国家秘密', strength: 'warn' })),
]

/** Sure ones first; of one level the surest and the most telling stands for the others of its page. */
const ofPage = (text: string): Hit[] => {
  const read = plain(text)
  const hits = [...starred(read), ...labelled(read), ...ticked(read), ...alone(read), ...doubtful(read)]
  const best = new Map<string, Hit>()
  for (const h of hits.toSorted((a, b) => Number(a.strength === 'warn') - Number(b.strength === 'warn') || b.shown.length - a.shown.length)) if (!best.has(String(h.level))) best.set(String(h.level), h)
  return [...best.values()]
}

/** Markings of a text, page by page. @param pages their texts; one without pages is one of them, and `numbered` is false */
export const findMarkings = (pages: readonly string[], numbered = true): Marking[] => pages.flatMap((text, i) => ofPage(text).map((h) => ({ ...h, page: numbered ? i + 1 : null })))

const nameParts = /[-_—–~+·.,;(（)）〔〕【】[\]{}<>《》「」、，；：:|/\\]+/u

/** 机密-某某.docx: a part of the name that is nothing but a level. 秘密 parted by blanks alone may be a title. */
export const markingsInName = (name: string): Marking[] => {
  const read = plain(name.replace(/\.[a-z0-9]{1,5}$/iu, ''))
  const star = starred(read)
  const parts = read.split(nameParts).map((p) => p.trim())
  const isLevel = /^(绝 ?密|机 ?密|秘 ?密)(?: ?(?:级|件|文件|材料|资料|文档|版))?(?: ?\d{0,4} ?年?)?$/u
  const whole = parts.flatMap((p) => isLevel.exec(p)?.[1] ?? [])
  if (isChoice(read) && star.length === 0) return whole.length > 0 ? [{ level: levelOf(whole[0]), shown: levelOf(whole[0]), page: null, strength: 'warn' }] : []
  const byBlanks = whole.length > 0 ? [] : read.split(' ').flatMap((p) => isLevel.exec(p)?.[1] ?? [])
  const said = /(?:^|[^不非无未])(涉密(?:材料|文件|资料|事迹|内容|附件|版))/u.exec(read)?.[1]
  const hits: Hit[] = [
    ...star, ...whole.map((l): Hit => ({ level: levelOf(l), shown: levelOf(l), strength: 'block' })),
    ...byBlanks.map((l): Hit => ({ level: levelOf(l), shown: levelOf(l), strength: levelOf(l) === '秘密' ? 'warn' : 'block' })),
    ...(said === undefined ? [] : [{ level: null, shown: said, strength: 'warn' as const }]),
  ]
  return hits.slice(0, 1).map((h) => ({ ...h, page: null }))
}

/** Whether any of them is sure. */
export const isMarked = (markings: readonly Marking[] | undefined): boolean => markings?.some((m) => m.strength === 'block') ?? false
