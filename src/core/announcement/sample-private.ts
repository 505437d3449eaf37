/** Words of documents with one thing in each that must not go public, written in the ways people write it. Deterministic: the same on every machine. */
import type { PersonalKind } from './personal-data'

/** Deterministic chance (mulberry32): the same documents on every machine. */
export const chance = (seed: number) => {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return { int, one: <T>(all: readonly T[]): T => all[int(0, all.length - 1)]!, digits: (n: number): string => Array.from({ length: n }, () => int(0, 9)).join('') }
}
type Chance = ReturnType<typeof chance>
const two = (n: number): string => String(n).padStart(2, '0')
const wide = (s: string): string => s.replaceAll(/[\d@]/g, (c) => String.fromCodePoint(c.codePointAt(0)! + 0xfee0))
const written = (s: string): string => [...s].map((c) => '〇一二三四五六七八九'[Number(c)]!).join('')
const upToTen = (n: number): string => (n <= 10 ? ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'][n]! : n < 20 ? `十${upToTen(n - 10)}` : `${upToTen(Math.floor(n / 10))}十${n % 10 === 0 ? '' : upToTen(n % 10)}`)

const clean = ['凌云舟同志扎根基层医院二十三年，2018年3月12日获评先进工作者。', '主持国家自然科学基金项目81870123，经费58.5万元。', '发表论文36篇，DOI：10.1016/j.example.2019.01.001。', '授权发明专利ZL201810123456.7，成果应用于12个县。', '专著书号ISBN 978-7-115-13800-1，累计印数13 800册。', '单位地址：云川市青陵区人民路12号，咨询电话024-23891234。', '统一社会信用代码91210100MA0P1234XY。', '1984年3月参加工作，2003年9月任主任医师。', '临床试验注册号ChiCTR1800012345，入组1 280例。', '2021年5月18日生效的规范由其执笔。', '年服务群众1.38万人次，满意度99.6%。', '证书编号：2021-ZJ-001234，颁发单位青陵市医学会（示例）。', '会议地点：青陵大道99号行政中心会议厅。', '该线于1998年5月4日生产首批样机，至今运行26年。', '获奖编号20210312-07，排名第2。', '办公电话：（024）8765 4321转803。', '合同金额1,380,013,800元。', '他生于医生世家，1984年考入医学院。', '联合国编号UN1203，CAS 7732-18-5。', '每年3月12日植树节到石桥村义诊。']
type Way = (c: Chance) => string
const id = (c: Chance): string => `${c.one(['210102', '330106', '110108', '990000'])}${c.int(1950, 2004)}${two(c.int(1, 12))}${two(c.int(1, 28))}${c.digits(3)}${c.one(['X', 'x', '3', '8'])}`
const mobile = (c: Chance): string => `1${c.int(3, 9)}${c.digits(9)}`
const split = (s: string, at: readonly number[], by: string): string => at.reduceRight((out, i) => `${out.slice(0, i)}${by}${out.slice(i)}`, s)
const day = (c: Chance) => ({ y: c.int(1950, 2004), m: c.int(1, 12), d: c.int(1, 28) })
const place = (c: Chance): string => c.one(['云川市青陵区人民路', '青陵市临江大道', '白石县解放街', '青陵市中山北路', '朝阳街道和平巷'])
const luhn = (c: Chance, length: number): string => {
  const body = `62${c.digits(length - 3)}`
  for (let last = 0; ; last++) { const whole = body + last; if ([...whole].toReversed().map(Number).reduce((n, d, i) => n + (i % 2 === 0 ? d : d * 2 > 9 ? d * 2 - 9 : d * 2), 0) % 10 === 0) return whole }
}
const ways: Readonly<Record<PersonalKind, readonly Way[]>> = {
  idNumber: [id, (c) => `身份证${id(c)}`, (c) => wide(id(c)), (c) => split(id(c), [6, 14], ' '), (c) => split(id(c), [6, 14], '-'), (c) => split(id(c), [3, 6, 10, 14], ' '), (c) => `（${id(c)}）`, (c) => `姓名\t凌云舟\t${id(c)}\t男`, (c) => split(id(c), [10], '\n'), (c) => split(id(c), [9], '\u200b'), (c) => `公民身份号码：${split(id(c), [6, 14], '　')}`, (c) => `${c.one(['210102', '330106'])}${two(c.int(50, 99))}${two(c.int(1, 12))}${two(c.int(1, 28))}${c.digits(3)}`, (c) => `证号${id(c)}，`, (c) => `${id(c)}张三`],
  phone: [mobile, (c) => `手机${mobile(c)}（微信同号）`, (c) => split(mobile(c), [3, 7], '-'), (c) => split(mobile(c), [3, 7], ' '), (c) => split(mobile(c), [3, 7], '.'), (c) => `+86 ${mobile(c)}`, (c) => `（+86）${mobile(c)}`, (c) => `0086${mobile(c)}`, (c) => `86-${mobile(c)}`, (c) => wide(mobile(c)), (c) => written(mobile(c)), (c) => split(mobile(c), [5], '\u200d'), (c) => split(mobile(c), [7], '\n'), (c) => `Tel:${mobile(c)}`, (c) => `家庭电话：024-2${c.digits(7)}`, (c) => `宅电 0411 8${c.digits(3)} ${c.digits(4)}`, (c) => `本人电话（024）2${c.digits(7)}`, (c) => split(mobile(c), [3, 7], '　')],
  email: [(c) => `ling${c.digits(3)}@example.cn`, (c) => `邮箱：a.b-${c.digits(2)}@mail.example.com.cn`, (c) => wide(`ling${c.digits(2)}@`) + 'example.org', (c) => `ling_${c.digits(2)} @ example.cn`],
  birthDate: [(c) => { const { y, m, d } = day(c); return `${y}年${m}月${d}日出生` }, (c) => { const { y, m, d } = day(c); return `出生于${y}年${m}月${d}日` }, (c) => { const { y, m, d } = day(c); return `生于 ${y}-${two(m)}-${two(d)}` }, (c) => { const { y, m, d } = day(c); return `出生日期：${y}/${m}/${d}` }, (c) => { const { y, m, d } = day(c); return `出生年月日 ${y}.${two(m)}.${two(d)}` }, (c) => { const { y, m, d } = day(c); return `（${y}年${m}月${d}日生）` }, (c) => { const { y, m, d } = day(c); return `出生年月日：${y}${two(m)}${two(d)}` }, (c) => { const { y, m, d } = day(c); return `生日是${y}年${m}月${d}日` }, (c) => { const { y, m, d } = day(c); return wide(`${y}年${m}月${d}日`) + '出生' }, (c) => { const { y, m, d } = day(c); return `born on ${y}-${two(m)}-${two(d)}` }, (c) => { const { y, m, d } = day(c); return `${written(String(y))}年${upToTen(m)}月${upToTen(d)}日出生` }, (c) => { const { y, m, d } = day(c); return `出生年月\t${y} 年 ${m} 月 ${d} 日` }],
  address: [(c) => `家住${place(c)}${c.int(1, 300)}号${c.int(1, 20)}栋${c.int(1, 4)}单元${c.int(1, 30)}0${c.int(1, 4)}室`, (c) => `家庭住址：青陵市临江县北山镇石桥村三组${c.int(1, 90)}号`, (c) => `现住址 幸福小区${c.int(1, 30)}号楼${c.int(1, 6)}单元${c.int(1, 30)}02`, (c) => `地址：${place(c)}${c.int(1, 300)}号院${c.int(1, 20)}号楼${c.int(1, 30)}01室`, (c) => `户籍地址：云川省${place(c)}${c.int(1, 99)}号`, (c) => `${c.one(['红旗', '滨江', '学府'])}家园${c.int(1, 40)}栋${c.int(1, 4)}单元1201`, (c) => `住在${place(c)}${wide(String(c.int(1, 300)))}号`, (c) => `市第二医院家属院${c.int(1, 9)}号楼${c.int(1, 5)}门`, (c) => `户口所在地为白石县城关镇东风街${c.int(1, 99)}号`],
  bankCard: [(c) => luhn(c, 19), (c) => split(luhn(c, 16), [4, 8, 12], ' '), (c) => `卡号：${split(luhn(c, 19), [4, 8, 12, 16], '-')}`],
  passport: [(c) => `护照号E${c.digits(8)}`, (c) => `护照号码：EA${c.digits(7)}`, (c) => `港澳通行证 C${c.digits(8)}`],
}
const shares: readonly PersonalKind[] = ['idNumber', 'idNumber', 'idNumber', 'phone', 'phone', 'phone', 'birthDate', 'birthDate', 'address', 'address', 'email', 'bankCard', 'passport']

/** One thing of a person among ordinary words. */
export interface PrivateDocument { readonly text: string; readonly kind: PersonalKind; readonly secret: string }
/** Ordinary words, years and numbers. */
export const paragraphs = (c: Chance): string[] => Array.from({ length: c.int(3, 9) }, () => c.one(clean))
export const privateDocuments = (count: number): PrivateDocument[] => Array.from({ length: count }, (_, n) => {
  const c = chance(n + 1)
  const kind = shares[n % shares.length]!
  const secret = c.one(ways[kind])(c)
  const around = paragraphs(c)
  const at = c.int(0, around.length)
  return { kind, secret, text: [...around.slice(0, at), c.one([`凌云舟，男，${secret}，主任医师。`, `${secret}。`, `说明：${secret}；以上情况属实。`, `凌云舟 ${secret}\n`]), ...around.slice(at)].join(c.one(['\n', ''])) }
})
