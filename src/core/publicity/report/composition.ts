/** 三、人选构成, from those submitted to those honoured. Small classes of persons who stand on no public list are not told. */
import { sayShare, type Dimension } from '../../composition/compose'
import type { StageId } from '../../composition/stages'
import type { PartLook } from './chart'
import type { ReportFacts } from './facts'
import { LEAST_TOLD, maskSmall } from './masked'
import { plain, type Cell, type Draft, type ReportTable } from './report'

const ofPersons: readonly Dimension['id'][] = ['age', 'sex', 'category']
/** Their names are public; of fewer than can be told at all, that is still no leave to tell their age. */
const isPublic = (stage: StageId): boolean => stage === 'announced' || stage === 'honoured'
const isTold = (stage: StageId): boolean => stage === 'submitted' || stage === 'accepted' || stage.startsWith('selected:') || isPublic(stage)

export const maskedCounts = (d: Pick<Dimension, 'id'>, at: Dimension['at'][number]): (number | null)[] =>
  !ofPersons.includes(d.id) ? [...at.counts] : isPublic(at.stage) ? (at.whole < LEAST_TOLD ? at.counts.map(() => null) : [...at.counts]) : maskSmall(at.counts)

const tableOf = (d: Dimension, f: ReportFacts): ReportTable | null => {
  const shown = d.at.filter((a) => isTold(a.stage) && a.whole > 0).map((a) => ({ ...a, name: f.figures.stages.find((s) => s.id === a.stage)!.name, told: maskedCounts(d, a) }))
  if (shown.length === 0) return null
  const kept = d.classes.map((c, i) => ({ c, i })).filter(({ i }) => shown.some((a) => a.told[i] !== 0))
  const hidden = shown.some((a) => a.told.includes(null))
  const look = (k: number, kind: string): PartLook => (kind !== 'stated' ? 'rest' : d.id === 'age' ? (`shade${Math.min(4, k)}` as PartLook) : k > 6 ? 'rest' : (`class${k}` as PartLook))
  return {
    id: d.id, title: d.name, columns: [{ name: d.name, numeric: false, width: 24 }, ...shown.map((a) => ({ name: { zh: `${a.name.zh} ${a.whole} 件`, en: `${a.name.en}, ${a.whole}` }, numeric: true, width: 20 }))],
    rows: kept.map(({ c, i }) => [c.name, ...shown.map((a): Cell => (a.told[i] === null ? null : plain(`${a.told[i]!}\u00a0(${sayShare(a.told[i]!, a.whole)})`)))]),
    from: ['region', 'unitType', 'level'].includes(d.id) ? { zh: '推荐单位的名册', en: 'register of units' } : { zh: '最近一次报送的推荐表', en: 'forms as last submitted' },
    note: d.note === null && !hidden ? null : { zh: [d.note?.zh ?? '', hidden ? `＊：人数少于 ${LEAST_TOLD}，连同可以推算出它的一类，不列` : ''].filter((t) => t !== '').join('；'), en: [d.note?.en ?? '', hidden ? `＊: fewer than ${LEAST_TOLD}, and a class it could be worked out from, are not told` : ''].filter((t) => t !== '').join('; ') },
    chart: { kind: 'parts', classes: kept.map(({ c }, k) => ({ name: c.name, look: look(k, c.kind) })), rows: shown.map((a) => ({ name: a.name, whole: a.whole, counts: kept.map(({ i }) => a.told[i]!) })) },
  }
}

export const composition = (f: ReportFacts): Draft => {
  const at = (stage: StageId): number => f.figures.dimensions[0]?.at.find((a) => a.stage === stage)?.whole ?? 0
  const figure = (key: string, zh: string, en: string, value: number) => ({ key, name: { zh, en }, value, from: { zh: '推荐件的状态、公示名单和荣誉名册', en: 'states of nominations, public list, register of honours' } })
  const tables = f.figures.dimensions.filter((d) => d.id !== 'level').map((d) => tableOf(d, f))
  return {
    id: 'composition', title: { zh: '人选构成', en: 'Composition' },
    figures: [figure('people.submitted', '在册推荐人选', 'Nominees on the list', at('submitted')), figure('people.announced', '公示人选', 'On public notice', at('announced')), figure('people.honoured', '获评人选', 'Honoured', at('honoured'))],
    says: [
      tables.every((t) => t === null) ? { zh: '还没有报送的人选，构成无从说起。', en: 'Nobody has been submitted yet: there is no composition to tell.' } : { zh: '在册推荐人选 {people.submitted} 名，公示 {people.announced} 名，获评 {people.honoured} 名。各环节的构成见下。', en: '{people.submitted} nominees are on the list, {people.announced} were put on public notice, {people.honoured} honoured. Their composition follows.' },
    ],
    tables,
  }
}
