/** A material in words: how many, what the files must be, seals, paper, of whom it is asked and when. */
import type { Words } from '../kernel/finding'
import { sayDay } from '../kernel/instant'
import { sayCondition } from './condition'
import { sayFile } from './material-file'
import type { Material, Paper, Seal } from './material-terms'

export const sayCount = ({ min, max }: Pick<Material, 'min' | 'max'>): Words => {
  if (max === min) return { zh: `${min} 件`, en: String(min) }
  if (max === null) return min === 0 ? { zh: '可不交，数量不限', en: 'optional, any number' } : { zh: `至少 ${min} 件，数量不限`, en: `at least ${min}, any number` }
  return min === 0 ? { zh: `可不交，最多 ${max} 件`, en: `optional, at most ${max}` } : { zh: `${min}—${max} 件`, en: `${min}–${max}` }
}

const bindings = { glued: { zh: '胶装', en: 'glued' }, stapled: { zh: '简装', en: 'stapled' }, loose: { zh: '不装订', en: 'not bound' } } as const
const ways = { hand: { zh: '面交', en: 'by hand' }, post: { zh: '邮寄', en: 'by post' }, registeredPost: { zh: '挂号信', en: 'by registered post' }, ems: { zh: 'EMS', en: 'by EMS' }, disc: { zh: '光盘', en: 'on disc' }, usb: { zh: 'U盘', en: 'on a USB stick' } } as const

/** A4、双面、胶装… */
export const sayPaper = (p: Paper): Words[] => [
  ...(p.size === undefined ? [] : [{ zh: `${p.size} 纸`, en: p.size }]),
  ...(p.doubleSided === undefined ? [] : [p.doubleSided ? { zh: '双面打印', en: 'double-sided' } : { zh: '单面打印', en: 'single-sided' }]),
  ...(p.bound === undefined ? [] : [bindings[p.bound]]),
  ...(p.noCover === true ? [{ zh: '不加封面', en: 'no cover' }] : []),
  ...(p.contents === true ? [{ zh: '编目录', en: 'with a table of contents' }] : []),
  ...(p.originalsShown === true ? [{ zh: '原件备查', en: 'originals shown' }] : []),
  ...(p.by === undefined ? [] : [{ zh: `以${p.by.map((w) => ways[w].zh).join('或')}报送`, en: p.by.map((w) => ways[w].en).join(' or ') }]),
]

const paperCopies = ({ paperCopies: n, paper }: Material): Words[] => {
  const how = paper === undefined ? [] : sayPaper(paper)
  if (n === 0 && how.length === 0) return []
  const [zh, en] = [how.map((w) => w.zh).join('、'), how.map((w) => w.en).join(', ')]
  // Disc and stick are no paper, and go with it.
  if (n === 0) return [how.length === 1 && paper?.by !== undefined ? { zh: `另${zh}`, en: `also ${en}` } : { zh: `纸质件${zh}`, en: `paper ${en}` }]
  return [{ zh: `另交纸质 ${n} 份${zh === '' ? '' : `（${zh}）`}`, en: `${n} on paper${en === '' ? '' : ` (${en})`}` }]
}

const names = { nameAndOrdinal: { zh: '以姓名加序号命名', en: 'named by name and number' }, name: { zh: '以姓名命名', en: 'named by the candidate’s name' } } as const
/** 纪检部门或所在街道社区; null where it is the nominating unit's own. */
export const sayIssuer = (m: Pick<Material, 'issuedBy' | 'orIssuedBy'>): Words | null => {
  const all = [...(m.issuedBy === undefined ? [] : [m.issuedBy]), ...(m.orIssuedBy ?? [])]
  return all.length === 0 ? null : { zh: all.map((w) => w.zh).join('或'), en: all.map((w) => w.en).join(' or ') }
}
const issuers = (m: Material): Words[] => {
  const who = sayIssuer(m)
  // The one who issues it has always stood on the page beside the sentence; others are said in it.
  return m.orIssuedBy === undefined || who === null ? [] : [{ zh: `由${who.zh}出具`, en: `issued by ${who.en}` }]
}
const onPage = { firstPage: { zh: '首页', en: ' on the first page' }, lastPage: { zh: '末页', en: ' on the last page' } } as const
/** 在末页“推荐单位意见”处盖推荐单位公章. */
export const saySeal = ({ of, across, at }: Seal): Words => {
  if (across === true) return { zh: `盖${of.zh}骑缝章`, en: `seal of ${of.en} across the pages` }
  const page = at?.page === undefined ? { zh: '', en: '' } : onPage[at.page]
  return at === undefined ? { zh: `盖${of.zh}公章`, en: `seal of ${of.en}` } : { zh: `在${page.zh}“${at.words.zh}”处盖${of.zh}公章`, en: `seal of ${of.en} at “${at.words.en}”${page.en}` }
}
const marks = (m: Material): Words[] => [
  ...(m.seals ?? []).map(saySeal),
  ...(m.signatures === undefined ? [] : [{ zh: `${m.signatures.map((w) => w.zh).join('、')}签字`, en: `signed by ${m.signatures.map((w) => w.en).join(', ')}` }]),
]
const time = ({ window: w }: Material): Words[] => {
  if (w === undefined) return []
  const [from, to] = [sayDay(w.from), w.to === undefined ? null : sayDay(w.to)]
  return [to === null ? { zh: `只收${from.zh}以来的`, en: `of the time since ${from.en} only` } : { zh: `只收${from.zh}至${to.zh}的`, en: `of the time from ${from.en} to ${to.en} only` }]
}

/** Everything beside number, file and paper: who issues, seals and signs it, of what time it is. */
export const sayDemands = (m: Material): Words[] => [
  ...issuers(m), ...marks(m), ...(m.naming === 'name' ? [names.name] : []), ...time(m),
  ...(m.agreesWith === undefined ? [] : [{ zh: '与所附各表内容一致', en: 'it agrees with the sheets beside it' }]),
  ...(m.dueBy === undefined ? [] : [{ zh: '可晚于推荐表补传（期限另列）', en: 'it may come after the form, by a date of its own' }]),
  ...(m.keptBy === undefined ? [] : [{ zh: `由${m.keptBy.zh}留存`, en: `kept by ${m.keptBy.en}` }]),
]

export const sayMaterial = (m: Material): Words => {
  const [who, more] = [sayCondition(m.when), [...sayDemands(m), ...paperCopies(m)]]
  const later = m.package === 'chosen' ? { zh: '入选后报送：', en: 'once chosen: ' } : { zh: '', en: '' }
  return {
    zh: `${later.zh}${who.zh}${m.name.zh}：${[sayCount(m).zh, sayFile(m.file).zh, ...more.map((w) => w.zh)].join('，')}`,
    en: `${later.en}${who.en}${m.name.en}: ${[sayCount(m).en, sayFile(m.file).en, ...more.map((w) => w.en)].join('; ')}`,
  }
}
