/** `/me`: what I am nominated for. Of a single one the page leads there at once. */
import { useState } from 'react'
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import { joinCode, ownNominations } from '#contract/operations/candidate'
import { sayEnd } from '#core/kernel/instant'
import { stateNames } from '#core/nomination/state'
import { useAct, useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { Chip } from '../../ui/state'
import { TextField } from '../../ui/text-fields'
import { stateKinds } from '../approval-row'

type Own = AnswerOf<typeof ownNominations>['nominations'][number]

const Row = ({ own }: { own: Own }) => {
  const t = useText()
  const words = useWords()
  return (
    <li className="own-row">
      <h2><Link className="link" to={`/me/n/${own.nominationId}`}>{words(own.campaign)}</Link></h2>
      <p className="detail muted">{t('candidate.by', { unit: own.unitName })}{own.deadline === null ? '' : `　${words(sayEnd(own.deadline))}`}</p>
      <p className="row-of"><Chip kind={own.withdrew ? 'none' : own.hands === 'candidate' ? 'warn' : stateKinds[own.state]}>{own.withdrew ? t('candidate.withdrew') : own.hands === 'candidate' ? t('candidate.yourTurn') : words(stateNames[own.state])}</Chip></p>
    </li>
  )
}

const Join = () => {
  const t = useText()
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  const join = useAct(joinCode)
  return (
    <Section title={t('candidate.join')} note={t('candidate.joinNote')}>
      <form onSubmit={(event) => { event.preventDefault(); if (code.trim().length >= 8) join.mutate({ body: { code } }, { onSuccess: ({ nominationId }) => void navigate(`/me/n/${nominationId}`) }) }}>
        <TextField label={t('candidate.code')} value={code} onChange={setCode} />
        <Refused error={join.error} />
        <p className="gap"><Button type="submit" busy={join.isPending}>{t('candidate.joinAct')}</Button></p>
      </form>
    </Section>
  )
}

export const OwnList = () => {
  const t = useText()
  const [search] = useSearchParams()
  const query = useRead(ownNominations, {})
  return (
    <PageFrame>
      <Answer query={query}>{({ nominations }) => {
        const [only] = nominations
        // `?all` is how the single page leads back here.
        if (nominations.length === 1 && only !== undefined && !search.has('all')) return <Navigate to={`/me/n/${only.nominationId}`} replace />
        return (
          <>
            <h1 className="page-title">{t('candidate.title')}</h1>
            {nominations.length === 0 ? <Empty title={t('candidate.none')}>{t('candidate.noneFact')}</Empty> : <ul className="own-rows">{nominations.map((own) => <Row key={own.nominationId} own={own} />)}</ul>}
            <Join />
          </>
        )
      }}</Answer>
    </PageFrame>
  )
}
