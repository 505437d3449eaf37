/** The field a hand scanner types into, and the camera of a phone. */
import { useRef, useState } from 'react'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import '../../ui/paper.css'
import { TextField } from '../../ui/text-fields'

/** The long side a code is still read at, whatever a camera makes of it: a photograph of 12 MP is sent as a tenth of its bytes. */
const longSide = 2200

/** As a JPEG of bounded size, without place and device. */
const smaller = async (file: File): Promise<string> => {
  const bitmap = await createImageBitmap(file)
  const scale = Math.min(1, longSide / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return canvas.toDataURL('image/jpeg', 0.85).replace(/^.*?,/, '')
}

export const Find = ({ busy, onFind }: { busy: boolean; onFind: (body: { text: string } | { photo: string }) => void }) => {
  const t = useText()
  const [text, setText] = useState('')
  const camera = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined) => {
    // What no browser can open is sent as nothing: the answer says that no code was seen.
    if (file !== undefined) onFind({ photo: await smaller(file).catch(() => '') })
  }
  return (
    <form className="paper-find gap" onSubmit={(event) => { event.preventDefault(); if (text.trim() !== '') { onFind({ text: text.trim() }); setText('') } }}>
      <TextField label={t('paper.register.field')} hint={t('paper.register.fieldHint')} value={text} onChange={setText} />
      <Button type="submit" busy={busy}>{t('paper.register.find')}</Button>
      <Button onClick={() => camera.current?.click()}>{t('paper.register.camera')}</Button>
      <input ref={camera} type="file" accept="image/jpeg,image/png,image/webp" capture="environment" className="hidden-text" tabIndex={-1} aria-label={t('paper.register.photo')} onChange={(event) => {
        void take(event.target.files?.[0])
        event.target.value = ''
      }} />
    </form>
  )
}
