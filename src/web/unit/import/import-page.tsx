/** `/unit/c/:campaignId/import`: a summary sheet, looked at line by line, then taken as drafts. */
import { useState, type ChangeEvent } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { readCampaign } from '#contract/operations/campaigns'
import { importPeople, previewPeople } from '#contract/operations/people-sheet'
import { sheetFields } from '#core/nomination/sheet-columns'
import { base64Of } from '../../api/base64-of'
import { useAct, useRead } from '../../api/use-operation'
import { useSession } from '../../api/session'
import { useText, useWords } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { useBeginLate } from '../../ui/begin-late'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { ErrorBox } from '../../ui/error-box'
import { FindingCard } from '../../ui/finding-card'
import { Icon } from '../../ui/icon'
import { Loading } from '../../ui/loading'
import { NeverOnline } from '../../ui/never-online'
import { PageFrame } from '../../ui/page-frame'
import { say } from '../../ui/toast'
import { sayBytes } from '../../ui/upload-row'
import type { Campaign } from '../reading'
import { SheetPreview } from './sheet-preview'

const MOST_BYTES = 5 << 20

const Sheet = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const navigate = useNavigate()
  const [sheet, setSheet] = useState<{ fileName: string; base64: string } | null>(null)
  const [tooLarge, setTooLarge] = useState<string | null>(null)
  const preview = useAct(previewPeople, [])
  const write = useAct(importPeople)
  const counts = preview.data?.counts
  const drop = () => { setSheet(null); preview.reset(); write.reset() }
  const take = async (file: File) => {
    drop()
    setTooLarge(file.size > MOST_BYTES ? t('people.sheet.tooLarge', { size: sayBytes(file.size) }) : null)
    if (file.size > MOST_BYTES) return
    const next = { fileName: file.name, base64: await base64Of(file) }
    setSheet(next)
    preview.mutate({ params: { campaignId }, body: next })
  }
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    if (file) void take(file)
    target.value = ''
  }
  const act = () => sheet && counts && write.mutate({ params: { campaignId }, body: { ...sheet, createSeen: counts.create, refusedSeen: counts.refused } }, { onSuccess: ({ created }) => { say(t('people.sheet.done', { n: created })); void navigate(`/unit/c/${campaignId}`) } })
  const label = t(sheet ? 'people.sheet.other' : 'people.sheet.choose')
  return (
    <>
      <p className="row-of gap"><span className="file-pick"><span className={sheet ? 'button' : 'button primary'} aria-hidden="true"><Icon name="up" />{label}</span><input type="file" aria-label={label} accept=".xlsx,.csv,.txt" onChange={choose} /></span><span className="detail muted">{t('people.sheet.kinds')}</span></p>
      {tooLarge ? <ErrorBox title={tooLarge} lost={t('common.error.kept')} /> : null}
      {preview.isPending && sheet ? <Loading shape="rows" words={t('people.sheet.reading', { name: sheet.fileName })} /> : null}
      <Refused error={preview.error} />
      {sheet && preview.data ? (
        <>
          <SheetPreview key={sheet.base64.length} name={sheet.fileName} preview={preview.data} />
          {preview.data.findings.length > 0 ? null : <p className="row-of gap"><Button look="primary" disabled={counts?.create === 0} busy={write.isPending} onClick={act}>{counts?.create === 0 ? t('people.sheet.nothing') : counts?.refused ? t('people.sheet.actSome', { n: counts.create, m: counts.refused }) : t('people.sheet.act', { n: counts?.create ?? 0 })}</Button><Button onClick={drop}>{t('people.sheet.drop')}</Button></p>}
          <Refused error={write.error} />
        </>
      ) : null}
    </>
  )
}

const Taken = ({ campaign }: { campaign: Campaign }) => {
  const t = useText()
  const words = useWords()
  const late = useBeginLate(campaign)
  if (late) return <FindingCard finding={late} />
  return (
    <>
      <p className="detail muted">{t('people.sheet.note')} {t('people.sheet.takes', { headings: sheetFields(campaign.definition).map((f) => words(f.label)).join('、') })}</p>
      <NeverOnline />
      <Sheet campaignId={campaign.id} />
    </>
  )
}

export const ImportPage = () => {
  const t = useText()
  const { role } = useSession()
  const { campaignId = '' } = useParams()
  const campaign = useRead(readCampaign, { params: { campaignId } })
  return (
    <PageFrame>
      <p><Link className="link" to={`/unit/c/${campaignId}`}>{t('people.sheet.back')}</Link></p>
      <h1 className="page-title">{t('people.sheet.title')}</h1>
      <Answer query={campaign}>{(c) => (role !== 'unitClerk' || c.state !== 'open'
        ? <Empty title={t('people.sheet.closed')}>{t('people.sheet.closedFact')}</Empty>
        : <Taken campaign={c} />)}</Answer>
    </PageFrame>
  )
}
