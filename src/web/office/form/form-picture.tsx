/** The form in outline: its tables as they stand, with what goes into each cell; a cell is pressed to change it. */
import { useText } from '../../text/use-text'
import { Chip } from '../../ui/state'
import { entriesAt, keysAt, placesIn, tablesOf, type Chosen, type FormPlaces, type FormSpot } from './places'

interface PictureProps { form: FormPlaces; mine: Chosen; nameOf: (key: string) => string; /** Null: to be looked at only. */ onChoose: ((id: string) => void) | null }

const Inside = ({ form, mine, nameOf, onChoose, spot }: PictureProps & { spot: FormSpot }) => {
  const t = useText()
  const text = spot.lines.map((l) => l.trim()).filter((l) => l !== '').join(' ')
  const ids = placesIn(form, spot)
  const entries = entriesAt(form, spot)
  if (entries !== null && !entries.first) return entries.pattern ? <Chip kind="ok">{entries.keys.map(nameOf).join(' + ')}</Chip> : null
  const tags = form.tags.filter((x) => x.spot === spot.id)
  // A cell with nothing in it, and nothing meant for it, may be chosen too.
  const room = ids.length > 0 ? ids : text === '' && tags.length === 0 ? [spot.id] : []
  const asked = (id: string) => form.unknown.some((u) => u.id === id) && mine[id] === undefined
  return (
    <>
      {text === '' ? null : <span className="form-words">{text}</span>}
      {room.map((id) => {
        const keys = keysAt(form, mine, id)
        const label = keys.length > 0 ? keys.map(nameOf).join(' + ') : t(asked(id) ? 'office.form.ask' : 'office.form.nothing')
        const chip = <Chip kind={mine[id] !== undefined ? 'half' : keys.length > 0 ? 'ok' : asked(id) ? 'warn' : 'none'} bare={keys.length === 0 && !asked(id)}>{label}</Chip>
        return onChoose === null ? <span key={id}>{chip}</span> : <button key={id} type="button" className="form-cell" onClick={() => onChoose(id)}>{chip}<span className="hidden-text">{t('office.form.change', { at: text !== '' || spot.cell === null ? text : t('office.form.at', { row: spot.cell.row + 1, column: spot.cell.column + 1 }) })}</span></button>
      })}
    </>
  )
}
export const FormPicture = (props: PictureProps) => {
  const t = useText()
  const spots = props.form.spots ?? []
  const lines = spots.filter((s) => s.cell === null)
  return (
    <div className="form-picture" role="region" aria-label={t('office.form.picture')} tabIndex={0}>
      {lines.map((s) => <p key={s.id} className="form-line"><Inside {...props} spot={s} /></p>)}
      {tablesOf(spots).map((rows, n) => (
        <table key={n} className="form-table"><caption className="hidden-text">{t('office.form.table', { n: n + 1 })}</caption><tbody>
          {rows.map((cells, r) => <tr key={r}>{cells.map((s) => <td key={s.id} colSpan={s.cell!.span} rowSpan={s.cell!.rows}><Inside {...props} spot={s} /></td>)}</tr>)}
        </tbody></table>
      ))}
    </div>
  )
}
