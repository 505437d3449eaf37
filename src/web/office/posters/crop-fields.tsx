/** 取景: by dragging the picture on the preview, or with the keys; what is changed is seen at once. */
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { dragged, mostZoom, zoomed, type Crop } from '#core/publicity/poster/crop'
import type { PosterShapes } from '#core/publicity/poster/shapes'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'

type PictureShape = Extract<PosterShapes['shapes'][number], { kind: 'picture' }>
export const pictureIn = (d: PosterShapes): PictureShape => d.shapes.find((s) => s.kind === 'picture') as PictureShape
/** What the design itself would show. */
export const cropOf = (d: PosterShapes, chosen: Crop | null): Crop => { const p = pictureIn(d); return chosen ?? { x: p.lean[0], y: p.lean[1], zoom: p.zoom ?? 1 } }

interface CropProps { drawing: PosterShapes; picture: { readonly width: number; readonly height: number }; crop: Crop; onChange: (c: Crop) => void }

/** Arrows move the picture, + and − enlarge it. */
const STEP = 24
const keyed = (key: string, { drawing, picture, crop }: CropProps): Crop | null => {
  const by = ({ ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] } as Readonly<Record<string, readonly [number, number]>>)[key]
  if (by !== undefined) return dragged(crop, { x: by[0], y: by[1] }, pictureIn(drawing), picture)
  return key === '+' || key === '=' ? zoomed(crop, 0.1) : key === '-' ? zoomed(crop, -0.1) : null
}

/** Around the drawing: what is dragged on it is its picture. */
export const CropStage = ({ children, ...p }: CropProps & { children: ReactNode }) => {
  const t = useText()
  const from = useRef<{ x: number; y: number; crop: Crop; units: number } | null>(null)
  const begin = (e: PointerEvent<HTMLDivElement>) => {
    const svg = e.currentTarget.querySelector('svg')
    if (svg === null || e.button !== 0) return
    e.currentTarget.setPointerCapture(e.pointerId)
    from.current = { x: e.clientX, y: e.clientY, crop: p.crop, units: p.drawing.w / svg.getBoundingClientRect().width }
  }
  const move = (e: PointerEvent<HTMLDivElement>) => { const f = from.current; if (f !== null) p.onChange(dragged(f.crop, { x: (e.clientX - f.x) * f.units, y: (e.clientY - f.y) * f.units }, pictureIn(p.drawing), p.picture)) }
  const keys = (e: KeyboardEvent<HTMLDivElement>) => { const next = keyed(e.key, p); if (next !== null) { e.preventDefault(); p.onChange(next) } }
  const end = () => { from.current = null }
  return <div className="poster-crop" role="group" tabIndex={0} aria-label={t('posters.crop.stage')} onPointerDown={begin} onPointerMove={move} onPointerUp={end} onPointerCancel={end} onKeyDown={keys}>{children}</div>
}

const Range = ({ label, value, most, least, onChange }: { label: string; value: number; least: number; most: number; onChange: (n: number) => void }) => (
  <Field label={label}>{(wiring) => <input {...wiring} className="poster-range" type="range" min={least} max={most} step="1" value={Math.round(value * 100)} onChange={(e) => onChange(Number(e.target.value) / 100)} />}</Field>
)
export const CropFields = ({ crop, chosen, onChange }: { crop: Crop; /** Somebody moved it. */ chosen: boolean; onChange: (c: Crop | null) => void }) => {
  const t = useText()
  return (
    <div className="poster-crop-fields" role="group" aria-label={t('posters.crop')}>
      <p className="detail muted">{t('posters.cropHint')}</p>
      <div className="poster-ranges">
        <Range label={t('posters.crop.x')} value={crop.x} least={0} most={100} onChange={(x) => onChange({ ...crop, x })} />
        <Range label={t('posters.crop.y')} value={crop.y} least={0} most={100} onChange={(y) => onChange({ ...crop, y })} />
        <Range label={t('posters.crop.zoom', { n: Math.round(crop.zoom * 100) })} value={crop.zoom} least={100} most={mostZoom * 100} onChange={(zoom) => onChange({ ...crop, zoom })} />
      </div>
      <Button size="small" disabled={!chosen} onClick={() => onChange(null)}>{t('posters.crop.reset')}</Button>
    </div>
  )
}
