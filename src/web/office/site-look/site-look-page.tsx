/** `/office/site-look`: the colour, emblem and header picture of one's public pages, seen before they are saved. */
import { useState } from 'react'
import { readSiteLook, resetSiteLook, setSiteLook } from '#contract/operations/site-look'
import type { AnswerOf } from '#contract/operation'
import { deriveLook, houseAccent } from '#core/publicity/look/derive'
import { judgeEmblem, judgeHeader, type HeaderRights } from '#core/publicity/look/pictures'
import { seenPeople, type SeenPeople } from '#core/publicity/story/media'
import { useAct, useRead } from '../../api/use-operation'
import { useLanguage, useText } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { SelectField } from '../../ui/choice-fields'
import { Dialog } from '../../ui/dialog'
import { FindingCard, Findings } from '../../ui/finding-card'
import { ActionBar, PageFrame } from '../../ui/page-frame'
import { sayAt } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import { ColourField } from './colour-field'
import { LookPreview } from './look-preview'
import { PictureField, type ChosenPicture } from './picture-field'
import './site-look.css'

type Look = AnswerOf<typeof readSiteLook>
const asChosen = (p: { name: string; width: number; height: number; path: string } | null): ChosenPicture | null => (p === null ? null : { name: p.name, width: p.width, height: p.height, address: p.path, sent: null })
const asChange = (p: ChosenPicture | null) => (p === null ? null : p.sent === null ? 'keep' as const : { name: p.name, base64: p.sent })

const Reset = ({ onClose }: { onClose: () => void }) => {
  const t = useText()
  const act = useAct(resetSiteLook)
  return (
    <Dialog open onClose={onClose} title={t('siteLook.reset')} actions={<><Button onClick={onClose}>{t('siteLook.keep')}</Button><Button look="block" busy={act.isPending} onClick={() => act.mutate({}, { onSuccess: () => { say(t('siteLook.wasReset')); onClose() } })}>{t('siteLook.reset')}</Button></>}>
      <p>{t('siteLook.resetFact')}</p>
      <Refused error={act.error} />
    </Dialog>
  )
}

const Work = ({ look }: { look: Look }) => {
  const t = useText()
  const language = useLanguage()
  const [accent, setAccent] = useState(look.accent)
  const [emblem, setEmblem] = useState(asChosen(look.emblem))
  const [header, setHeader] = useState(asChosen(look.header))
  const [rights, setRights] = useState<HeaderRights>({ credit: look.header?.credit ?? '', people: look.header?.people ?? null, consent: look.header?.consent ?? '' })
  const [resetting, setResetting] = useState(false)
  const act = useAct(setSiteLook)
  const { tokens, findings: ofColour } = deriveLook(accent ?? houseAccent)
  const findings = [...ofColour, ...(emblem === null || emblem.width === 0 ? [] : judgeEmblem(emblem)), ...(header === null || header.width === 0 ? [] : judgeHeader(header, rights))]
  const asks = rights.people !== null && rights.people !== 'nobody'
  const save = () => act.mutate({ body: { accent, emblem: asChange(emblem), header: asChange(header), rights: { ...rights, consent: asks ? rights.consent : '' } } }, { onSuccess: () => say(t('siteLook.saved')) })
  const bar = (
    <ActionBar say={act.isPending ? t('siteLook.saving') : look.setAt === null ? t('siteLook.note') : t('siteLook.setAt', { at: sayAt(look.setAt, language), by: look.setBy ?? '' })}>
      <Button look="primary" busy={act.isPending} disabled={findings.some((f) => f.strength === 'block')} onClick={save}>{t('siteLook.save')}</Button>
    </ActionBar>
  )
  return (
    <PageFrame bar={bar}>
      <div className="look-head">
        <h1 className="page-title">{t('siteLook.title')}</h1>
        {look.page === null ? null : <ButtonLink reload look="quiet" to={look.page}>{t('siteLook.see')}</ButtonLink>}
        {look.setAt === null ? null : <Button onClick={() => setResetting(true)}>{t('siteLook.reset')}</Button>}
      </div>
      <p className="muted">{t('siteLook.note')}{look.isHost ? ` ${t('siteLook.hostNote')}` : ''}</p>
      <div className="look-work">
        <div>
          <Section title={t('siteLook.colour')}><ColourField value={accent} onChange={setAccent} /></Section>
          <Section title={t('siteLook.emblem')}><PictureField label={t('siteLook.emblem')} hint={t('siteLook.emblemHint')} value={emblem} onChange={setEmblem} /></Section>
          <Section title={t('siteLook.header')}>
            <PictureField label={t('siteLook.header')} hint={t('siteLook.headerHint')} value={header} onChange={setHeader} />
            {header === null ? null : (
              <>
                <TextField label={t('siteLook.credit')} required max={120} value={rights.credit} hint={t('siteLook.creditHint')} onChange={(credit) => setRights({ ...rights, credit })} />
                <SelectField label={t('siteLook.people')} required value={rights.people ?? ''} onChange={(people) => setRights({ ...rights, people: people === '' ? null : people as SeenPeople })} options={seenPeople.map((p) => ({ value: p, label: t(`siteLook.people.${p}`) }))} />
                {asks ? <TextField label={t('siteLook.consent')} required max={200} value={rights.consent} hint={t('siteLook.consentHint')} onChange={(consent) => setRights({ ...rights, consent })} /> : null}
              </>
            )}
          </Section>
          <Section title={t('siteLook.findings')}>{findings.length === 0 ? <p><State kind="ok">{t('siteLook.fine')}</State></p> : <Findings>{findings.map((f) => <FindingCard key={f.code} finding={f} compact />)}</Findings>}<Refused error={act.error} /></Section>
        </div>
        <section className="look-sight" aria-label={t('siteLook.preview')}><Section title={t('siteLook.preview')} note={t('siteLook.previewNote')}><LookPreview tokens={tokens} emblem={emblem === null || emblem.width === 0 ? null : emblem.address} header={header === null || header.width === 0 ? null : header.address} credit={rights.credit} /></Section></section>
      </div>
      {resetting ? <Reset onClose={() => setResetting(false)} /> : null}
    </PageFrame>
  )
}

export const SiteLookPage = () => {
  const query = useRead(readSiteLook, {})
  return query.data === undefined ? <PageFrame><Answer query={query}>{() => null}</Answer></PageFrame> : <Work key={query.data.setAt ?? 0} look={query.data} />
}
