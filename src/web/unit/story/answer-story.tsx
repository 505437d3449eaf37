/** The story as it will be published, and the word of the person and of the unit about it. */
import { useRef, useState } from 'react'
import { answerStory, clearStorySecrecy, storyProof } from '#contract/operations/stories'
import { base64Of } from '../../api/base64-of'
import { useAct, useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { RadioField } from '../../ui/choice-fields'
import { Empty } from '../../ui/empty'
import { PrintOnly } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { StoryReading } from '../../ui/stories/story-reading'
import { TextArea } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import { kindOfState, type Proof } from '../../ui/stories/story-states'

const PersonAnswer = ({ nominationId, proof }: { nominationId: string; proof: Proof }) => {
  const t = useText()
  const [isTrue, setTrue] = useState('')
  const [agrees, setAgrees] = useState(proof.consent === null ? '' : proof.consent.given ? 'yes' : 'no')
  const [note, setNote] = useState('')
  const [paper, setPaper] = useState<File | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const act = useAct(answerStory)
  const go = async (): Promise<void> => {
    const base64 = paper === null ? null : await base64Of(paper).catch(() => null)
    act.mutate({ params: { nominationId }, body: { hash: proof.hash, yes: isTrue === 'yes', note, consent: agrees === 'yes', paper: paper === null || base64 === null ? null : { name: paper.name, base64 } } }, { onSuccess: () => say(t('stories.answer.sent')) })
  }
  const whole = isTrue !== '' && agrees !== '' && (isTrue === 'yes' || note.trim() !== '') && (!proof.withPaper || isTrue === 'no' || paper !== null)
  return (
    <Section title={t('stories.kind.person')} action={<State kind={kindOfState[proof.clearances.person]}>{t(`stories.state.${proof.clearances.person}`)}</State>}>
      <div className="fields">
        <RadioField label={t('stories.answer.is')} required value={isTrue} onChange={setTrue} options={[{ value: 'yes', label: t('stories.answer.yes') }, { value: 'no', label: t('stories.answer.no') }]} />
        {isTrue === 'no' ? <TextArea label={t('stories.answer.where')} required rows={3} max={1000} value={note} onChange={setNote} /> : null}
        <RadioField label={t('stories.answer.publicity')} required value={agrees} onChange={setAgrees} options={[{ value: 'yes', label: t('stories.answer.agree') }, { value: 'no', label: t('stories.answer.disagree') }]} hint={t('stories.answer.apart')} />
        {proof.withPaper ? (
          <div className="gap">
            <p className="detail muted">{t('stories.answer.apartUnit')}</p>
            <p className="row-of gap">
              <Button icon="print" onClick={() => window.print()}>{t('stories.answer.print')}</Button>
              <input ref={input} type="file" className="hidden-text" tabIndex={-1} accept="application/pdf,image/jpeg,image/png" aria-label={t('stories.answer.paper')} onChange={(event) => { setPaper(event.target.files?.[0] ?? paper); event.target.value = '' }} />
              <Button icon="up" onClick={() => input.current?.click()}>{paper === null ? t('stories.answer.paper') : paper.name}</Button>
            </p>
          </div>
        ) : null}
        <p className="gap"><Button look="primary" disabled={!whole} busy={act.isPending} onClick={() => void go()}>{t('stories.answer.send')}</Button></p>
        <Refused error={act.error} />
      </div>
    </Section>
  )
}

const SecrecyAnswer = ({ nominationId, proof }: { nominationId: string; proof: Proof }) => {
  const t = useText()
  const [note, setNote] = useState('')
  const act = useAct(clearStorySecrecy)
  const go = (yes: boolean) => act.mutate({ params: { nominationId }, body: { hash: proof.hash, yes, note } }, { onSuccess: () => say(t('stories.answer.cleared')) })
  return (
    <Section title={t('stories.answer.secrecy')} action={<State kind={kindOfState[proof.clearances.secrecy]}>{t(`stories.state.${proof.clearances.secrecy}`)}</State>}>
      <p>{t('stories.answer.secrecyFact')}</p>
      <TextArea label={t('stories.answer.where')} rows={2} max={1000} value={note} onChange={setNote} />
      <p className="row-of gap"><Button busy={act.isPending} onClick={() => go(true)}>{t('stories.answer.clear')}</Button><Button look="quiet" disabled={note.trim() === ''} onClick={() => go(false)}>{t('stories.answer.notClear')}</Button></p>
      <Refused error={act.error} />
    </Section>
  )
}

export const AnswerStory = ({ nominationId }: { nominationId: string }) => {
  const t = useText()
  const query = useRead(storyProof, { params: { nominationId } })
  return (
    <Answer query={query} shape="text">{({ proof }) => (proof === null ? <Empty title={t('stories.answer.none')}>{t('stories.answer.noneFact')}</Empty> : (
      <>
        <Section title={t('stories.answer.title')} action={proof.publication.publishedAt !== null && proof.publication.withdrawnAt === null && proof.publication.path !== null ? <ButtonLink reload look="quiet" to={proof.publication.path}>{t('stories.see')}</ButtonLink> : null}>
          <StoryReading nominationId={nominationId} name={proof.name} document={proof.document} media={proof.media} />
          <PrintOnly><p>{t('stories.answer.sign')}</p></PrintOnly>
        </Section>
        {proof.mayAnswer.includes('person') ? <PersonAnswer key={proof.hash} nominationId={nominationId} proof={proof} /> : null}
        {proof.mayAnswer.includes('secrecy') ? <SecrecyAnswer nominationId={nominationId} proof={proof} /> : null}
      </>
    ))}</Answer>
  )
}
