/** 动员图: groups by their size, units by their colour, darker the further behind. Each group says its figures to a screen reader and filters the list below. */
import type { CSSProperties } from 'react'
import { placeName } from '#core/composition/regions'
import { standingNames, standings } from '#core/mobilisation/standing'
import { useText, useWords } from '../../text/use-text'
import { Icon } from '../../ui/icon'
import { cellName, isIn, MANY, type Group, type Mobilisation, type Unit } from './reading'
import { columnsFor, treemap, type Box } from './treemap-layout'
import './mobilisation.css'

const WIDTH = 1344
const HEAD = 24
/** A cell is a little wider than high: it holds words. Laid out in a frame so much flatter, it comes out so. */
const RATIO = 1.5

export const Legend = ({ counts }: Pick<Mobilisation, 'counts'>) => {
  const words = useWords()
  return <ul className="stand-legend">{standings.filter((s) => counts[s] > 0).map((s) => <li key={s}><i className={`stand ${s}`} aria-hidden="true" />{words(standingNames[s])} <b>{counts[s]}</b></li>)}</ul>
}

/** Shares of the frame, which the style sheet turns into lengths where there is room for a map. */
const placed = (box: Box): CSSProperties => ({ '--l': box.left, '--t': box.top, '--w': box.width, '--h': box.height } as CSSProperties)
const shares = (box: Box, width: number, height: number): Box => ({ left: box.left / width, top: box.top / height, width: box.width / width, height: box.height / height })

/** 未打开 3，填报中 2 */
const useFigures = () => {
  const words = useWords()
  const t = useText()
  return (units: readonly Unit[]) => standings.map((s) => ({ s, n: units.filter((u) => u.standing === s).length })).filter(({ n }) => n > 0).map(({ s, n }) => `${words(standingNames[s])} ${n}`).join(t('common.comma'))
}

const Cell = ({ unit, group, named, box }: { unit: Unit; group: string; named: boolean; box: Box | undefined }) => {
  const words = useWords()
  const t = useText()
  return <span className={`cell stand ${unit.standing}`} style={box && placed(box)} title={`${unit.name}${t('common.comma')}${words(standingNames[unit.standing])}`}>{named ? <span>{cellName(unit.name, group)}</span> : null}{named && isIn(unit.standing) ? <Icon name="tick" /> : null}</span>
}

interface MapProps { groups: readonly Group[]; chosen: string | null | undefined; onChoose: (id: string | null | undefined) => void }

export const UnitsMap = ({ groups, chosen, onChoose }: MapProps) => {
  const t = useText()
  const figures = useFigures()
  const total = groups.reduce((n, g) => n + g.units.length, 0)
  const height = Math.min(640, Math.max(220, 220 + total * 2.6))
  const boxes = treemap(groups.map((g) => Math.max(1, g.units.length)), { left: 0, top: 0, width: WIDTH, height })
  return (
    <ul className="treemap" style={{ '--map-height': `${height}px` } as CSSProperties} aria-label={t('office.mobilisation.map')}>
      {groups.map((g, i) => {
        const box = boxes[i]!
        const name = g.id === null ? g.name : placeName(g.name)
        const [width, inside] = [box.width / RATIO, box.height - HEAD]
        const cells = total > MANY ? [] : treemap(g.units.map(() => 1), { left: 0, top: 0, width, height: inside }).map((c) => shares(c, width, inside))
        const place = { ...placed(shares(box, WIDTH, height)), '--columns': columnsFor(g.units.length, box.width, inside, 1) } as CSSProperties
        return (
          <li key={g.id ?? ''} className="treemap-group" style={place}>
            <button type="button" className="treemap-head" aria-pressed={chosen === g.id} onClick={() => onChoose(chosen === g.id ? undefined : g.id)}>{name} <span>{g.in}/{g.units.length}</span><span className="hidden-text"> {t('office.mobilisation.group', { name: g.name, figures: figures(g.units) })}</span></button>
            <div className={total > MANY ? 'cells bare' : 'cells'} aria-hidden="true">{g.units.map((u, k) => <Cell key={u.unitId} unit={u} group={name} named={total <= MANY} box={cells[k]} />)}</div>
          </li>
        )
      })}
    </ul>
  )
}
