/** What a quota's sentence leaves to its surroundings: the award its heading names, the unit its clause before names, the rows of a table. */
import type { Sentence } from '../../text/sentences'
import { trimWords, type Found, type Page } from './page'
import { whoEnds, type QuotaFact } from './quota-words'

const award = /^(?:“[^“”]{2,16}”|[一-鿿·]{0,12}(?:教师|主任|工作者|集体|个人|团队|[奖手匠]|标兵|模范|奖章|奖状|称号|员工?|项目|组织|单位|家庭|之星|医生|护士|党员|先锋号|者|分子|干部|能手|楷模|典型|班组长|岗|类))$/u
const noAward = /范围|对象|条件|名额|单位推荐|推荐单位|程序|方式|要求|评选类|等额|差额|类别|联系人|主办|承办|事项|工作(?:者)?单位/u
/** 优秀班主任 of （二）优秀班主任。各校2名: the heading a number stands under, where it is the name of an award. */
export const topicOf = (sentence: Sentence): string => {
  const own = trimWords((sentence.under.at(-1) ?? '').replace(/\([^()]*\)$/u, '')), above = sentence.under.slice(0, -1).join('/')
  const label = /^(?:\([一二三四五六七八九十\d]+\)|\d{1,2}[.、]|[一二三四五六七八九十]是)?([^,。;:\d]{2,16})[:。](?=.{4,})/u.exec(sentence.text)?.[1] ?? ''
  const found = [label, own].find((x) => award.test(x) && !noAward.test(x))
  return found !== undefined && (found === label || /名额|指标|数量|类别|奖项|项目|推荐|评选|表彰/u.test(above)) ? found.replace(/[“”]/gu, '') : ''
}

const unitPhrase = new RegExp(`^[一-鿿()“”、\\d-]{2,40}(?:${whoEnds})$`, 'u')
const told = /推荐|评选|表彰|负责|组织|审核|如有|没有|对|须|应|可|为|将|是|有(?!限公司)/u
/** 湖区面积居前的省份, 每省推荐…: the unit named in a clause of its own. */
export const unitBefore = (clause: string | undefined): string => {
  const words = trimWords(clause ?? '').replace(/^(?:其中|对于?|对)/u, '').replace(/(?:不[作做设](?:硬性|统一|具体|名额)*(?:要求|限制|规定)|(?:名额)?不限|自愿(?:推荐|申报|参加)?)$/u, '')
  return unitPhrase.test(words) && !told.test(words) && words.length >= 3 ? words : ''
}

/** 推荐“大工匠”的, 每家限1人: of which award the number is told. */
export const caseBefore = (clause: string | undefined): string => /^(?:凡|如|对)?((?:推荐|申报|评选|报送|申请)[^,;。]{2,20})的$/u.exec(trimWords(clause ?? ''))?.[1] ?? ''

const row = /^([一-鿿A-Za-z()、“”·]{2,30}?)[ :]+((?:各? ?\d{1,4} ?[名个人项支户]?|[-—–/] )(?: *(?:\d{1,4} ?[名个人项支户]?|[-—–/])(?= |$|[。;])){0,5})[。;]?$/u
/** The head of a column of those who nominate. */
const ofUnits = /^(?:序号 )?(?:推荐|申报|所在|各)?(?:单位|学院|部门|地区|学校|科室|党?支部|分会|工会|市州|市\(州\)|县区|县市区|乡镇|街道|社区|系列|学会)(?:名称)?(?:\([^()]{1,8}\))? /u
const total = /^(?:合计|总计|小计|共计|总数|备注|序号|电话|邮编|传真|联系|手机|QQ|房间)/u
/** 序号 奖项 名额 范围 over 1 国家奖 2个 全体: rows under a head that says which cell is the number. */
function headed(page: Page, found: Found<QuotaFact>[], used: Set<Sentence>): void {
  let name = -1, number = -1
  for (const s of page.sentences) {
    const cells = s.text.trim().split(/ +/u), at = cells.findIndex((x) => /^[一-鿿]{0,6}(?:名额|指标|限额|推荐数|数量)$/u.test(x))
    if (at >= 0 && cells.length > 2 && (at < cells.length - 1 || cells[0] === '序号') && !/[\d,。;]/u.test(s.text)) {
      number = at
      name = cells.findIndex((x, k) => k !== at && !/序号|年级|范围|备注|编号/u.test(x))
      used.add(s)
      continue
    }
    if (number < 0 || name < 0) continue
    if (cells.length < 2) { number = -1; continue }
    used.add(s)
    const who = trimWords(cells[name] ?? ''), max = Number(/^\d{1,4}(?=[名人个项]?(?:\(|$))/u.exec(cells[number] ?? '')?.[0] ?? 0)
    if (max > 0 && who.length >= 2 && !total.test(who)) found.push({ value: { who, max }, from: s.from, to: s.to })
  }
}

/** Rows of a table that was flattened to lines: 城东区总工会 16; with several columns each under its own head. */
export function tableRows(page: Page): { readonly found: Found<QuotaFact>[]; readonly used: ReadonlySet<Sentence> } {
  const found: Found<QuotaFact>[] = [], used = new Set<Sentence>()
  headed(page, found, used)
  for (let i = 0; i < page.sentences.length; i++) {
    let end = i
    while (end < page.sentences.length && !used.has(page.sentences[end]!) && row.test((page.sentences[end]?.text ?? '').replace(/^\d{1,2}(?:[.、]| )(?=[一-鿿])/u, ''))) end++
    if (end - i < 2) continue
    const head = page.sentences.slice(Math.max(0, i - 3), i), columns = (head.at(-1)?.text ?? '').trim().split(' ').slice(1).filter((x) => !/名额|指标|数量|人数/u.test(x) || x.length > 4)
    if (head.some((h) => /名额|指标|分配|限额|数量|推荐人?数/u.test(h.text)) || (columns.length > 0 && ofUnits.test(head.at(-1)?.text ?? '')) || /名额|指标|分配/u.test(page.sentences[i]?.under.join('/') ?? '')) for (const s of page.sentences.slice(i, end)) {
      const m = row.exec(s.text.replace(/^\d{1,2}(?:[.、]| )(?=[一-鿿])/u, ''))
      if (m === null) continue
      used.add(s)
      const who = trimWords(m[1] ?? ''), numbers = (m[2] ?? '').trim().split(/ +/u).map((x) => Number(/\d+/u.exec(x)?.[0] ?? 0))
      if (!total.test(who)) numbers.forEach((max, k) => { if (max > 0 && (numbers.length === 1 || columns[k] !== undefined)) found.push({ value: { who: numbers.length === 1 ? who : `${who}(${columns[k] ?? ''})`, max }, from: s.from, to: s.to }) })
    }
    i = end
  }
  return { found, used }
}
