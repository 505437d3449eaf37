/** 保存中、已保存、没存上: of one card, and of the whole sheet in the bar. */
import { useText } from '../../text/use-text'
import { State } from '../../ui/state'
import type { KeptCard } from './kept-cards'

export const Standing = ({ kept }: { kept: KeptCard | null }) => {
  const t = useText()
  if (kept === null) return null
  const { standing } = kept
  return <span className="standing" role="status">{standing === 'saved' ? <State kind="ok">{t('rounds.saving.saved')}</State> : standing === 'lost' ? <State kind="warn">{t('rounds.saving.lost')}</State> : standing === 'refused' ? <State kind="block">{t('rounds.saving.refused')}</State> : <State kind="wait">{t('rounds.saving.saving')}</State>}</span>
}

export const SavedLine = ({ standing, n, of }: { standing: 'refused' | 'lost' | 'saving' | 'saved'; n: number; of: number }) => {
  const t = useText()
  return <>{t('rounds.sheet.done', { n, of })}{t('rounds.comma')}{t(`rounds.saving.${standing}`)}</>
}
