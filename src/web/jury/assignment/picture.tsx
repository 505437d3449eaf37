/** 全图: every reading as one mark, candidates down and jurors across, jurors of one field side by side. */
import { useText } from '../../text/use-text'
import { Section } from '../../ui/section'
import type { Shared } from './assignment-answer'

const [WIDTH, TALLEST, CELL] = [1000, 560, 18] as const

export const Picture = ({ shared }: { shared: Shared }) => {
  const t = useText()
  const { jurors, candidates } = shared
  if (jurors.length === 0) return null
  // Jurors and candidates by field, so that fields lie as blocks.
  const columnOf = new Map(jurors.map((j, i) => ({ i, key: j.fieldOfWork })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.i - b.i)).map(({ i }, x) => [i, x]))
  const rows = [...candidates].sort((a, b) => (a.field < b.field ? -1 : a.field > b.field ? 1 : 0))
  const [w, h] = [Math.min(CELL * 2, WIDTH / jurors.length), Math.min(CELL, TALLEST / rows.length)]
  const gap = Math.min(1, h / 6)
  const box = (x: number, y: number): string => `M${(x * w + gap).toFixed(2)} ${(y * h + gap).toFixed(2)}h${(w - 2 * gap).toFixed(2)}v${(h - 2 * gap).toFixed(2)}h-${(w - 2 * gap).toFixed(2)}z`
  const marks = (field: boolean): string => rows.flatMap((c, y) => c.readers.filter((i) => c.ofTheField.includes(i) === field).map((i) => box(columnOf.get(i)!, y))).join('')
  const [all, of] = [candidates.reduce((n, c) => n + c.readers.length, 0), candidates.reduce((n, c) => n + c.ofTheField.length, 0)]
  return (
    <Section title={t('assignment.picture')} note={t('assignment.pictureNote')}>
      <svg className="assignment-picture" viewBox={`0 0 ${(w * jurors.length).toFixed(1)} ${(h * rows.length).toFixed(1)}`} style={{ maxWidth: Math.max(240, w * jurors.length) }} role="img" aria-label={t('assignment.pictureSay', { n: candidates.length, m: jurors.length, k: all, f: of })}>
        <rect width={w * jurors.length} height={h * rows.length} className="ground" /><path d={marks(false)} className="off" /><path d={marks(true)} className="of" />
      </svg>
    </Section>
  )
}
