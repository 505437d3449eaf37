/** 已评 X / N, as words and a bar. */
import { useText } from '../../text/use-text'

export const SheetProgress = ({ done, of }: { done: number; of: number }) => {
  const t = useText()
  return (
    <div className="sheet-progress">
      <p role="status">{t('rounds.sheet.scored')} <b>{done}</b> / {of}</p>
      <span aria-hidden="true"><i style={{ width: `${of === 0 ? 0 : (done / of) * 100}%` }} /></span>
    </div>
  )
}
