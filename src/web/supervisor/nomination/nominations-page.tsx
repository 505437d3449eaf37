/** `/supervisor/c/:campaignId/nominations`: whose procedure is to be read, found by name, unit or pinyin. */
import { useDeferredValue, useState } from 'react'
import { Link, useParams } from 'react-router'
import { searchNominations } from '#contract/operations/search'
import { stateNames } from '#core/nomination/state'
import { useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Answer } from '../../ui/answer'
import { Empty } from '../../ui/empty'
import { sayAt } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { Table } from '../../ui/table'
import { TextField } from '../../ui/text-fields'
import { SupervisionFrame } from '../supervision-frame'
import './nomination.css'

const MOST = 100
export const SupervisedNominations = () => {
  const { campaignId = '' } = useParams()
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = useRead(searchNominations, { params: { campaignId }, query: { q, limit: MOST } })
  const total = found.data?.total ?? 0
  return (
    <SupervisionFrame campaignId={campaignId} title={t('supervision.one.list')} lead={t('supervision.one.listLead')}>
      <div className="one-find"><TextField label={t('supervision.one.find')} type="search" value={typed} onChange={setTyped} hint={t('supervision.one.findHint')} /></div>
      <div className="one-all"><Section title={t('supervision.one.found', { n: total })} {...(total > MOST && { note: t('supervision.one.more', { n: MOST }) })}>
        <Answer query={found} lines={6}>{({ rows }) => (
          <Table caption={t('supervision.one.list')} captionHidden rows={rows} keyOf={(r) => r.id} empty={<Empty title={t('supervision.one.none')}>{t('supervision.one.noneFact')}</Empty>}
            columns={[
              { key: 'name', head: t('supervision.one.name'), names: true, cell: (r) => <Link className="link" to={`/supervisor/c/${campaignId}/nominations/${r.id}`}>{r.candidateName}</Link> },
              { key: 'unit', head: t('supervision.one.unit'), cell: (r) => r.unitName },
              { key: 'state', head: t('supervision.one.state'), cell: (r) => words(stateNames[r.state]) },
              { key: 'returns', head: t('supervision.one.returns'), numeric: true, cell: (r) => r.returns },
              { key: 'at', head: t('supervision.one.changed'), cell: (r) => sayAt(r.changedAt, language) },
            ]} />
        )}</Answer>
      </Section></div>
    </SupervisionFrame>
  )
}
