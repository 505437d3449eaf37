/** 裁成证件照: the frame has the shape the notice asks for; the picture is moved, enlarged and turned behind it, by finger, mouse or keys. */
import { useEffect, useState } from 'react'
import Cropper from 'react-easy-crop'
import 'react-easy-crop/react-easy-crop.css'
import { portraitCut } from '#core/materials/portrait-crop'
import type { PortraitFile } from '#core/rules/material-file'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { cutPortrait, type Piece } from './cut-portrait'
import './portrait-cropper.css'

const MOST_ZOOM = 8
const STEP = 4
interface CropperProps { file: File; rule: PortraitFile; onCut: (file: File) => void; onClose: () => void }

export const PortraitCropper = ({ file, rule, onCut, onClose }: CropperProps) => {
  const t = useText()
  const [url, setUrl] = useState('')
  const [crop, setCrop] = useState({ x: 0, y: 0 })
  const [zoom, setZoom] = useState(1)
  const [turns, setTurns] = useState(0)
  const [piece, setPiece] = useState<Piece | null>(null)
  const [state, setState] = useState<'open' | 'cutting' | 'failed'>('open')
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => { URL.revokeObjectURL(made) }
  }, [file])
  const { width, height } = rule.millimetres
  const cut = piece === null ? null : portraitCut(rule, piece.width)
  const take = async () => {
    if (piece === null) return
    setState('cutting')
    const portrait = await cutPortrait(file, rule, piece, turns)
    if (portrait === null) return setState('failed')
    onCut(portrait)
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title={t('unit.crop.title')} actions={<><Button onClick={onClose}>{t('unit.crop.cancel')}</Button><Button look="primary" busy={state === 'cutting'} disabled={piece === null} onClick={() => void take()}>{t('unit.crop.take')}</Button></>}>
      <p className="detail">{t('unit.crop.how', { width, height })}</p>
      <div className="crop-stage" role="group" aria-label={t('unit.crop.stage')}>
        {url === '' ? null : <Cropper image={url} aspect={width / height} crop={crop} zoom={zoom} rotation={turns * 90} maxZoom={MOST_ZOOM} keyboardStep={STEP} showGrid disableAutomaticStylesInjection restrictPosition
          onCropChange={setCrop} onZoomChange={setZoom} onCropComplete={(_, pixels) => { setPiece(pixels) }} cropperProps={{ role: 'application', 'aria-label': t('unit.crop.frame') }} mediaProps={{ alt: '', onError: () => { setState('failed') } }} />}
      </div>
      <div className="crop-tools">
        <label className="crop-zoom"><span>{t('unit.crop.zoom')}</span><input type="range" min={1} max={MOST_ZOOM} step={0.05} value={zoom} onChange={(event) => { setZoom(Number(event.target.value)) }} /></label>
        <Button size="small" onClick={() => { setTurns((turns + 1) % 4) }}>{t('unit.crop.turn')}</Button>
      </div>
      <p className={`detail crop-size ${cut?.coarse || state === 'failed' ? 'coarse' : 'muted'}`} role="status">{state === 'failed' ? t('unit.crop.failed') : cut === null ? t('unit.crop.reading') : t(cut.coarse ? 'unit.crop.coarse' : 'unit.crop.size', { width: cut.width, height: cut.height, dpi: cut.dpi })}</p>
    </Dialog>
  )
}
