/** `/office/c/:campaignId/stories/:nominationId/press-kits`: picked from the published story, behind a link that expires. */
import { useState } from 'react'
import { useParams } from 'react-router'
import { makeKit, readKits } from '#contract/operations/press-kits'
import { judgeChoice, kitDays } from '#core/publicity/kit/kit'
import { composed } from '#core/publicity/kit/sentences'
import { useAct, useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer, asFindings, Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { RadioField } from '../../ui/choice-fields'
import { FieldRow } from '../../ui/field'
import { FindingCard, Findings } from '../../ui/finding-card'
import { ActionBar, PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { TextField } from '../../ui/text-fields'
import { useCampaign } from '../campaign-frame'
import { KitList } from './kit-list'
import { KitParts, type Kits } from './kit-parts'
import './kits.css'
import { MadeLink } from './made-link'
import { SentencePicks } from './sentence-picks'

const Maker = ({ nominationId, about, hash }: { nominationId: string; about: Kits; hash: string }) => {
  const t = useText()
  const { campaign } = useCampaign()
  const [short, setShort] = useState<readonly number[]>(about.proposed.short)
  const [middle, setMiddle] = useState<readonly number[]>(about.proposed.middle)
  const [media, setMedia] = useState<readonly string[]>(about.media.filter((m) => m.findings.length === 0).map((m) => m.id))
  const [posters, setPosters] = useState<readonly string[]>(about.posters.map((p) => p.id))
  const [contact, setContact] = useState(about.contact)
  const [days, setDays] = useState<(typeof kitDays)[number]>(30)
  const [made, setMade] = useState<{ path: string; until: number } | null>(null)
  const make = useAct(makeKit)
  const findings = judgeChoice(about.name, composed(about.sentences, short), composed(about.sentences, middle), contact)
  const blocks = findings.some((f) => f.strength === 'block') || about.media.some((m) => media.includes(m.id) && m.findings.length > 0)
  const go = () => make.mutate({ params: { nominationId }, body: { hash, short: [...short], middle: [...middle], media: [...media], posters: [...posters], contact, days } }, { onSuccess: ({ path, until }) => setMade({ path, until }) })
  const bar = <ActionBar say={make.isPending ? t('pressKits.making') : t('pressKits.note')}><Button look="primary" disabled={blocks} busy={make.isPending} onClick={go}>{t('pressKits.make')}</Button></ActionBar>
  return (
    <PageFrame bar={bar}>
      <Head nominationId={nominationId} name={about.name} />
      <Section title={t('pressKits.texts')} note={t('pressKits.wholeNote', { n: about.characters })}>
        <SentencePicks which="short" sentences={about.sentences} value={short} proposed={about.proposed.short} onChange={setShort} />
        <SentencePicks which="middle" sentences={about.sentences} value={middle} proposed={about.proposed.middle} onChange={setMiddle} />
      </Section>
      <KitParts nominationId={nominationId} about={about} media={media} setMedia={setMedia} posters={posters} setPosters={setPosters} toPosters={`/office/c/${campaign.id}/stories/${nominationId}/posters`} />
      <Section title={t('pressKits.contact')} note={t('pressKits.contactNote')}>
        <FieldRow>
          <TextField label={t('pressKits.name')} required max={60} value={contact.name} onChange={(name) => setContact({ ...contact, name })} />
          <TextField label={t('pressKits.phone')} max={40} keyboard="tel" value={contact.phone} onChange={(phone) => setContact({ ...contact, phone })} />
          <TextField label={t('pressKits.email')} max={100} type="email" keyboard="email" value={contact.email} onChange={(email) => setContact({ ...contact, email })} />
        </FieldRow>
        <RadioField label={t('pressKits.days')} cards value={String(days)} onChange={(v) => setDays(kitDays.find((d) => String(d) === v) ?? 30)} options={kitDays.map((d) => ({ value: String(d), label: t(`pressKits.days.${d}`) }))} />
        {findings.length === 0 ? null : <Findings>{findings.map((f) => <FindingCard key={f.code} finding={f} compact />)}</Findings>}
        <Refused error={make.error} />
      </Section>
      <KitList nominationId={nominationId} kits={about.kits} />
      {made === null ? null : <MadeLink {...made} onClose={() => setMade(null)} />}
    </PageFrame>
  )
}

const Head = ({ nominationId, name }: { nominationId: string; name: string }) => {
  const t = useText()
  const { campaign } = useCampaign()
  return <><p className="detail"><ButtonLink look="quiet" size="small" to={`/office/c/${campaign.id}/stories/${nominationId}`}>← {t('pressKits.back')}</ButtonLink></p><h1 className="page-title">{t('pressKits.of', { name })}</h1></>
}

export const KitsPage = () => {
  const t = useText()
  const { nominationId = '' } = useParams()
  const query = useRead(readKits, { params: { nominationId } })
  const about = query.data
  if (about === undefined) return <PageFrame><Answer query={query}>{() => null}</Answer></PageFrame>
  if (about.hash !== null && about.against.length === 0) return <Maker key={about.hash} nominationId={nominationId} about={about} hash={about.hash} />
  return <PageFrame><Head nominationId={nominationId} name={about.name} /><Section title={t('pressKits.none')}><Findings>{asFindings(about.against).map((f) => <FindingCard key={f.code} finding={f} compact />)}</Findings></Section><KitList nominationId={nominationId} kits={about.kits} /></PageFrame>
}
