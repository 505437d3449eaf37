/** `/organ#token`: an organ answers a letter about all its candidates at once, without an account. */
import { useState } from 'react'
import { useLocation } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import { lookAtLetter, type replyByLink } from '#contract/operations/organ-links'
import { sayEnd } from '#core/kernel/instant'
import { useRead } from '../api/use-operation'
import { useLanguage, useText, useWords } from '../text/use-text'
import { Answer } from '../ui/answer'
import { Empty } from '../ui/empty'
import { Note } from '../ui/finding-card'
import { KeyValue } from '../ui/key-value'
import { PageFrame } from '../ui/page-frame'
import { sayAt } from '../ui/say-time'
import { Shell } from '../ui/shell'
import type { Letter } from './letter'
import { OrganForm } from './organ-form'
import './opinion.css'

type Given = AnswerOf<typeof replyByLink>

const Dead = () => {
  const t = useText()
  return <Empty wholePage title={t('consult.organ.absent')}>{t('consult.organ.absentFact')}</Empty>
}

const Received = ({ host, given: g }: { host: string; given: Given }) => {
  const t = useText()
  const language = useLanguage()
  return (
    <>
      <h1>{t('consult.organ.done')}</h1>
      <Note kind="ok" title={t('consult.organ.doneAt', { host, at: sayAt(g.at, language), clear: g.clear, objections: g.objections })}>
        <p>{t('consult.organ.code')} <b className="opinion-code">{g.code}</b></p>
        <p className="muted">{t('consult.organ.doneNext')}</p>
      </Note>
    </>
  )
}

const Open = ({ token, letter }: { token: string; letter: Letter }) => {
  const t = useText()
  const words = useWords()
  const [given, setGiven] = useState<Given | null>(null)
  if (given !== null) return <Received host={letter.host} given={given} />
  return (
    <>
      <p className="opinion-campaign">{words(letter.campaign)}</p>
      <h1>{t('consult.organ.title', { office: letter.office, n: letter.candidates.length })}</h1>
      <KeyValue nameWidth={72} pairs={[{ name: t('consult.organ.asks'), value: letter.host }, { name: t('consult.organ.until'), value: <b>{t('consult.organ.untilWords', { end: words(sayEnd(letter.until)) })}</b> }]} />
      <p className="small muted opinion-safe">{t('consult.organ.safe')}</p>
      <OrganForm token={token} candidates={letter.candidates} onGiven={setGiven} />
    </>
  )
}

const Linked = ({ token }: { token: string }) => {
  const query = useRead(lookAtLetter, { bearer: token })
  if (query.data === undefined && query.error?.name === 'ProblemError' && query.error.status === 404) return <Dead />
  return <Answer query={query} lines={8}>{(letter) => <Open token={token} letter={letter} />}</Answer>
}

export const OrganPage = () => {
  const token = useLocation().hash.slice(1)
  return <Shell home="/" items={[]}><PageFrame><div className="opinion-page">{token === '' ? <Dead /> : <Linked key={token} token={token} />}</div></PageFrame></Shell>
}
