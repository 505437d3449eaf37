/** `/office/incoming`: files of other installations, and those installations themselves. */
import { Link } from 'react-router'
import { listArrivals } from '#contract/operations/arrivals'
import { useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Answer } from '../../ui/answer'
import { Empty } from '../../ui/empty'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { sayAt } from '../../ui/say-time'
import { Table, type Column } from '../../ui/table'
import { ArrivalState, type Arrival } from './arrival-state'
import { BringIn } from './bring-in'
import { OtherInstallations } from './other-installations'
import './upward.css'

export const IncomingPage = () => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const query = useRead(listArrivals, { params: {} })
  const columns: Column<Arrival>[] = [
    { key: 'name', head: t('upward.incoming.file'), names: true, cell: (v) => <>{v.kind === null ? v.name : t(`upward.kind.${v.kind}`)}<br /><span className="small muted">{v.campaign === null ? '' : words(v.campaign)}</span></> },
    { key: 'from', head: t('upward.incoming.of'), cell: (v) => v.from ?? '—' },
    { key: 'at', head: t('upward.madeAt'), cell: (v) => sayAt(v.madeAt ?? v.begunAt, language) },
    { key: 'state', head: t('upward.incoming.standing'), cell: (v) => <ArrivalState v={v} /> },
    { key: 'act', head: '', phone: 'bare', cell: (v) => <Link className="link" to={`/office/incoming/${v.id}`} aria-label={t('upward.incoming.openLabel', { name: v.name })}>{t('upward.incoming.open')}</Link> },
  ]
  return (
    <PageFrame>
      <h1 className="page-title">{t('upward.incoming.title')}</h1>
      <p className="detail muted">{t('upward.incoming.note')}</p>
      <BringIn />
      <Section title={t('upward.incoming.list')}>
        <Answer query={query}>{({ arrivals }) => <Table caption={t('upward.incoming.list')} captionHidden columns={columns} rows={arrivals} keyOf={(v) => v.id} empty={<Empty title={t('upward.incoming.none')}>{t('upward.incoming.noneFact')}</Empty>} />}</Answer>
      </Section>
      <OtherInstallations />
    </PageFrame>
  )
}
