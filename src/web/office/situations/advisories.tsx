/** 提示 of a campaign: those that stand, taken off with one press; another is given in one line. */
import { useState } from 'react'
import { endAdvisory, giveAdvisory, listAdvisories } from '#contract/operations/situations'
import { addDays, dayOf } from '#core/kernel/instant'
import { advisoryKinds, advisoryNames, situationLimits, type AdvisoryKind } from '#core/publicity/situations/situation'
import { useSession } from '../../api/session'
import { useAct, useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { SelectField } from '../../ui/choice-fields'
import { Dialog } from '../../ui/dialog'
import { Section } from '../../ui/section'
import { AdvisoryLine } from '../../ui/situations/advisory-banners'
import { DayField, TextArea } from '../../ui/text-fields'
import { say } from '../../ui/toast'

const renews = ['advisories.list']
const Give = ({ campaignId, onClose }: { campaignId: string; onClose: () => void }) => {
  const t = useText()
  const words = useWords()
  const today = dayOf(useSession().now())
  const [kind, setKind] = useState<AdvisoryKind | ''>('epidemic')
  const [said, setSaid] = useState('')
  const [en, setEn] = useState('')
  const [lastDay, setLastDay] = useState(addDays(today, 7))
  const act = useAct(giveAdvisory, renews)
  const give = () => act.mutate({ params: { campaignId }, body: { kind: kind as AdvisoryKind, words: said, wordsEn: en, lastDay } }, { onSuccess: () => { say(t('situations.given')); onClose() } })
  return (
    <Dialog open onClose={onClose} wide title={t('situations.give')} actions={<><Button onClick={onClose}>{t('situations.notYet')}</Button><Button look="primary" busy={act.isPending} disabled={kind === '' || said.trim().length < 4 || lastDay === ''} onClick={give}>{t('situations.give')}</Button></>}>
      <SelectField label={t('situations.kind')} value={kind} onChange={(k) => setKind(k as AdvisoryKind | '')} options={advisoryKinds.map((k) => ({ value: k, label: words(advisoryNames[k]) }))} />
      <TextArea label={t('situations.said')} hint={t('situations.saidHint')} required value={said} max={situationLimits.advisory} rows={3} onChange={setSaid} />
      <TextArea label={t('situations.saidEn')} value={en} max={situationLimits.advisory * 3} rows={2} onChange={setEn} />
      <DayField label={t('situations.lastDay')} required value={lastDay} from={today} to={addDays(today, situationLimits.advisoryDays - 1)} onChange={setLastDay} />
      <Refused error={act.error} />
    </Dialog>
  )
}

export const Advisories = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const [giving, setGiving] = useState(false)
  const query = useRead(listAdvisories, { params: { campaignId } })
  const end = useAct(endAdvisory, renews)
  return (
    <Section title={t('situations.advisories')} note={t('situations.advisoriesNote')} action={<Button size="small" onClick={() => setGiving(true)}>{t('situations.give')}</Button>}>
      <Answer query={query} lines={1}>{({ advisories }) => (advisories.length === 0 ? <p className="muted">{t('situations.noAdvisories')}</p> : <>{advisories.map((a) => <AdvisoryLine key={a.id} advisory={a} action={a.own ? <Button size="small" look="quiet" busy={end.isPending} onClick={() => end.mutate({ params: { campaignId, advisoryId: a.id } }, { onSuccess: () => say(t('situations.ended')) })}>{t('situations.end')}</Button> : undefined} />)}</>)}</Answer>
      <Refused error={end.error} />
      {giving ? <Give campaignId={campaignId} onClose={() => setGiving(false)} /> : null}
    </Section>
  )
}
