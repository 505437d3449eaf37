/** A 线下件 as everybody reads it: its number, how it goes, who answers for it, and what came in. */
import type { AnswerOf } from '#contract/operation'
import type { readNomination } from '#contract/operations/nominations'
import { carriageNames, offlineName } from '#core/secrecy/offline-track'
import { useLanguage, useText, useWords } from '../text/use-text'
import { KeyValue } from './key-value'
import { sayDay } from './say-time'
import { State } from './state'

export type Offline = NonNullable<AnswerOf<typeof readNomination>['offline']>

export const OfflineReading = ({ offline: o }: { offline: Offline }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const came = o.received
  return (
    <KeyValue nameWidth={108} pairs={[
      { name: t('secrecy.offline.number'), value: <b>{offlineName(o.number)}</b> },
      { name: t('secrecy.offline.carriedBy'), value: words(carriageNames[o.carriedBy]) },
      { name: t('secrecy.offline.officer'), value: t('secrecy.offline.officerIs', { name: o.officerName, post: o.officerPost }) },
      { name: t('secrecy.offline.volumes'), value: t('secrecy.offline.volumesIs', { n: o.volumes }) },
      { name: t('secrecy.offline.received'), value: came === null ? <State kind="wait">{t('secrecy.offline.notReceived')}</State> : <State kind={came.volumes === o.volumes ? 'ok' : 'warn'}>{t('secrecy.offline.receivedIs', { n: came.volumes, day: sayDay(came.on, language), by: came.by })}</State> },
    ]} />
  )
}
