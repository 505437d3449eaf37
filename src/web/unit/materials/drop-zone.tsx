/** Where everything may be dropped at once; the kind of each file is recognised. The whole page takes drops while one is carried over it. */
import { useEffect, useState, type ReactNode } from 'react'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'

export const DropZone = ({ onFiles, onChoose, children }: { onFiles: (files: readonly File[]) => void; onChoose: () => void; children?: ReactNode }) => {
  const t = useText()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const carries = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const onOver = (event: DragEvent) => {
      if (!carries(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const onDrop = (event: DragEvent) => {
      setOver(false)
      if (!carries(event) || event.defaultPrevented) return
      event.preventDefault()
      onFiles([...(event.dataTransfer?.files ?? [])])
    }
    document.addEventListener('dragover', onOver)
    document.addEventListener('dragleave', onLeave)
    document.addEventListener('drop', onDrop)
    return () => {
      document.removeEventListener('dragover', onOver)
      document.removeEventListener('dragleave', onLeave)
      document.removeEventListener('drop', onDrop)
    }
  }, [onFiles])
  return (
    <div className={over ? 'drop over' : 'drop'}>
      <Icon name="up" />
      <div><b>{t('unit.materials.drop')}</b><p>{t('unit.materials.dropWords')}</p></div>
      <span className="desk-only drop-ways">{children}<Button look="primary" onClick={onChoose}>{t('unit.materials.choose')}</Button></span>
    </div>
  )
}
