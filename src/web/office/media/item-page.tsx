/** `/office/c/:campaignId/media/items/:itemId`: where it stands, what it owes, and the one act that comes next first. */
import { useState, type ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import { mediaEvidenceFile, moveMediaItem, readMediaItem, readMediaPlan, recallMediaItem, removeMediaEvidence } from '#contract/operations/media'
import { lookAgainAtItem } from '#contract/operations/link-looks'
import { kindNames, levelNames, mediaLimits } from '#core/publicity/media-plan/channel'
import { isToRecall, statesAfter } from '#core/publicity/media-plan/item'
import { addressOf } from '../../api/call'
import { useAct, useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Answer, asFindings, Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Empty } from '../../ui/empty'
import { FindingCard, Findings } from '../../ui/finding-card'
import { LinkLines, linksEveryMs } from '../../ui/links/link-lines'
import { PageFrame } from '../../ui/page-frame'
import { sayAt, sayDay } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { TextArea } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import { useCampaign } from '../campaign-frame'
import { ItemForm } from './item-form'
import './media.css'
import { baseOf, renews, type Entry, type OneItem, type Plan } from './plan'
import { FilePick, PlaceForm, useSending } from './place-form'
import { Stand } from './views'

interface OneProps { campaignId: string; one: OneItem }

const Evidence = ({ campaignId, one }: OneProps) => {
  const t = useText()
  const drop = useAct(removeMediaEvidence, renews)
  const { send, sending, error } = useSending(campaignId, one.item.id)
  const take = (files: readonly File[]) => void send(files).then((lost) => say(lost > 0 ? t('media.fileFailed', { n: lost }) : t('media.fileKept')))
  const file = (id: string, width?: number) => addressOf(mediaEvidenceFile, { campaignId, itemId: one.item.id, evidenceId: id }, width === undefined ? {} : { width })
  return (
    <Section title={t('media.evidence')} note={t('media.fileNote', { n: mediaLimits.files })} action={one.mayChange ? <FilePick room={mediaLimits.files - one.evidence.length} busy={sending !== null} onTake={take} /> : null}>
      {one.evidence.length === 0 ? <p className="detail muted">{t('media.noEvidence')}</p> : (
        <ul className="media-evidence">{one.evidence.map((e) => (
          <li key={e.id}>
            {e.kind === 'picture' ? <a href={file(e.id, 1600)} target="_blank" rel="noreferrer"><img src={file(e.id, 480)} alt={t('media.fileOf', { name: e.name })} loading="lazy" /></a> : <a className="paper" href={file(e.id)}>{t('media.openPage')}<span className="hidden-text">：{e.name}</span></a>}
            <span>{e.name}</span>
            {one.mayChange ? <Button size="small" look="quiet" busy={drop.isPending} onClick={() => drop.mutate({ params: { campaignId, itemId: one.item.id, evidenceId: e.id } })}>{t('media.dropFile')}<span className="hidden-text">：{e.name}</span></Button> : null}
          </li>
        ))}</ul>
      )}
      <Refused error={error ?? drop.error} />
    </Section>
  )
}

const PlacedLink = ({ campaignId, one }: OneProps) => {
  const t = useText()
  const look = useAct(lookAgainAtItem, renews)
  return <><LinkLines links={one.links} busy={look.isPending} onAgain={one.mayChange ? (address) => look.mutate({ params: { campaignId, itemId: one.item.id }, body: { address } }, { onSuccess: () => say(t('links.asked')) }) : undefined} /><Refused error={look.error} /></>
}

const Facts = ({ campaignId, one }: OneProps) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const i = one.item
  const days = `${sayDay(i.from, language)}${i.to === i.from ? '' : `–${sayDay(i.to, language)}`}`
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('media.day'), days], [t('media.channel'), `${i.channelName}（${words(kindNames[i.kind])}，${words(levelNames[i.level])}）`], [t('media.material'), i.materialName || t('media.materialNone')], [t('media.owner'), i.ownerName || '—'],
    ...(i.link === '' ? [] : [[t('media.link'), one.links.length === 0 ? i.link : <PlacedLink key="l" campaignId={campaignId} one={one} />] as const]), ...(i.reach === null ? [] : [[t('media.reachField'), `${i.reach.toLocaleString('en-US')}（${i.reachFrom}）`] as const]),
  ]
  return <dl className="media-facts">{rows.map(([k, v]) => <div key={k} style={{ display: 'contents' }}><dt>{k}</dt><dd>{v}</dd></div>)}</dl>
}

const Recalling = ({ campaignId, one }: OneProps) => {
  const t = useText()
  const [note, setNote] = useState('')
  const recall = useAct(recallMediaItem, renews)
  return (
    <section className="media-recall" aria-labelledby="media-recall">
      <h2 id="media-recall">{t('media.recallSince')}</h2>
      <TextArea label={t('media.recallWho')} hint={t('media.recallHint')} rows={2} max={mediaLimits.why} value={note} onChange={setNote} />
      <Refused error={recall.error} />
      <div><Button look="primary" busy={recall.isPending} disabled={note.trim().length < 2} onClick={() => recall.mutate({ params: { campaignId, itemId: one.item.id }, body: { version: one.item.version, note } }, { onSuccess: () => say(t('media.recallDone')) })}>{t('media.recall')}</Button></div>
    </section>
  )
}

const Acts = ({ campaignId, item: i, onEdit }: { campaignId: string; item: Entry; onEdit: () => void }) => {
  const t = useText()
  const [cancelling, setCancelling] = useState(false)
  const [why, setWhy] = useState('')
  const move = useAct(moveMediaItem, renews)
  const to = (state: Entry['state'], reason = '') => move.mutate({ params: { campaignId, itemId: i.id }, body: { version: i.version, state, why: reason } }, { onSuccess: () => { setCancelling(false); say(t('media.moved')) } })
  const may = (state: Entry['state']) => i.recallSince === null && statesAfter(i.state).includes(state)
  return (
    <>
      <div className="media-acts">
        {may('ready') ? <Button busy={move.isPending} onClick={() => to('ready')}>{t(i.state === 'out' ? 'media.undoOut' : 'media.makeReady')}</Button> : null}
        {may('planned') ? <Button busy={move.isPending} onClick={() => to('planned')}>{t('media.toPlan')}</Button> : null}
        <Button onClick={onEdit}>{t('media.edit')}</Button>
        {may('cancelled') ? <Button look="block" onClick={() => setCancelling(true)}>{t('media.cancel')}</Button> : null}
      </div>
      {cancelling ? null : <Refused error={move.error} />}
      <Dialog open={cancelling} onClose={() => setCancelling(false)} title={t('media.cancel')} actions={<><Button onClick={() => setCancelling(false)}>{t('media.notCancel')}</Button><Button look="block" disabled={why.trim().length < 2} busy={move.isPending} onClick={() => to('cancelled', why)}>{t('media.cancel')}</Button></>}>
        <TextArea label={t('media.cancelWhy')} required rows={2} max={mediaLimits.why} value={why} onChange={setWhy} />
        <Refused error={move.error} />
      </Dialog>
    </>
  )
}

const Platforms = ({ one }: { one: OneItem }) => {
  const t = useText()
  const words = useWords()
  if (one.platforms.length === 0) return null
  return (
    <Section title={t('media.platforms')} note={t('media.platformsNote')}>
      <div className="media-platforms">{one.platforms.toSorted((a, b) => Number(b.own) - Number(a.own)).map((p) => (
        <div key={p.id}>
          <p><b>{words(p.name)}</b>{p.own ? ` · ${t('media.own')}` : ''} {p.findings.length === 0 ? <State kind="ok">{t('media.platformOk')}</State> : null}</p>
          {p.findings.length === 0 ? null : <Findings>{asFindings(p.findings).map((f) => <FindingCard key={f.code} finding={f} compact />)}</Findings>}
        </div>
      ))}</div>
    </Section>
  )
}

const One = ({ campaignId, one, plan }: OneProps & { plan: Plan }) => {
  const t = useText()
  const language = useLanguage()
  const [editing, setEditing] = useState(false)
  const i = one.item
  if (editing) return <><h1 className="page-title">{t('media.edit')}</h1><ItemForm campaignId={campaignId} plan={plan} item={i} onDone={() => setEditing(false)} onLeave={() => setEditing(false)} /></>
  const mayPlace = one.mayChange && i.recallSince === null && statesAfter(i.state).includes('out') && i.from <= plan.today && i.standing !== 'withdrawn'
  return (
    <>
      <h1 className="page-title">{i.title}</h1>
      <p><Stand item={i} today={plan.today} /> <span className="detail muted">{t('media.changedBy', { by: i.changedBy, at: sayAt(i.changedAt, language) })}</span></p>
      {i.why === '' ? null : <p className="detail gap">{t('media.whyWas', { why: i.why })}</p>}
      {isToRecall(i) && one.mayChange ? <div className="gap"><Recalling campaignId={campaignId} one={one} /></div> : null}
      {i.recalledAt === null ? null : <p className="gap">{t('media.recalledOn', { at: sayAt(i.recalledAt, language) })}。{t('media.recallSaid', { note: one.recalledNote })}</p>}
      <Facts campaignId={campaignId} one={one} />
      {one.findings.length === 0 ? null : <Findings>{asFindings(one.findings).map((f) => <FindingCard key={f.code} finding={f} compact />)}</Findings>}
      {mayPlace ? <Section title={t('media.place')} note={t('media.placeNote')}><PlaceForm key={i.version} campaignId={campaignId} item={i} /></Section> : null}
      {i.state === 'out' || one.evidence.length > 0 ? <Evidence campaignId={campaignId} one={one} /> : null}
      {one.mayChange ? <Acts campaignId={campaignId} item={i} onEdit={() => setEditing(true)} /> : null}
      <Platforms one={one} />
    </>
  )
}

export const MediaItemPage = () => {
  const t = useText()
  const { campaign } = useCampaign()
  const { itemId = '' } = useParams()
  const params = { campaignId: campaign.id }
  const [plan, item] = [useRead(readMediaPlan, { params }), useRead(readMediaItem, { params: { ...params, itemId } }, { refetchMs: (one) => linksEveryMs(one?.links) })]
  return (
    <PageFrame>
      <div className="media media-page">
        <p className="detail"><ButtonLink look="quiet" size="small" to={baseOf(campaign.id)}>← {t('media.back')}</ButtonLink></p>
        <Answer query={item}>{(one) => <Answer query={plan}>{(p) => <One key={itemId} campaignId={campaign.id} one={one} plan={p} />}</Answer>}</Answer>
      </div>
    </PageFrame>
  )
}

export const NewMediaItemPage = () => {
  const t = useText()
  const navigate = useNavigate()
  const { campaign } = useCampaign()
  const base = baseOf(campaign.id)
  const plan = useRead(readMediaPlan, { params: { campaignId: campaign.id } })
  return (
    <PageFrame>
      <div className="media media-page">
        <p className="detail"><ButtonLink look="quiet" size="small" to={base}>← {t('media.back')}</ButtonLink></p>
        <h1 className="page-title">{t('media.new')}</h1>
        <Answer query={plan}>{(p) => (p.channels.length === 0 ? <Empty title={t('media.noChannels')} action={<ButtonLink to={`${base}/channels`}>{t('media.channels')}</ButtonLink>}>{t('media.noChannelsFact')}</Empty> : <ItemForm campaignId={campaign.id} plan={p} item={null} onDone={(id) => void navigate(`${base}/items/${id}`)} />)}</Answer>
      </div>
    </PageFrame>
  )
}
