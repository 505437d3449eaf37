/** What a release holds: the outcome of each, every letter word for word, who goes on the notice. Read by the office before and after, and by the supervisor. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import type { previewRelease } from '#contract/operations/release'
import { nameOfLetter } from '#core/announcement/release/letters'
import { outcomeNames, outcomes, type Outcome } from '#core/announcement/release/outcomes'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { asFindings } from '../answer'
import { Button } from '../button'
import { FindingCard, Findings } from '../finding-card'
import { Section } from '../section'
import { State, type StateKind } from '../state'
import { Table } from '../table'
import './release.css'

export type ReleaseShown = AnswerOf<typeof previewRelease>
type Row = ReleaseShown['outcomes'][number]
const shapes: Readonly<Record<Outcome, StateKind>> = { listed: 'ok', next: 'half', notListed: 'none' }

export const OutcomeState = ({ outcome }: { outcome: Outcome }) => <State kind={shapes[outcome]}>{useWords()(outcomeNames[outcome])}</State>
/** Sentences one after the other, as each language sets them. */
export const useSentences = () => { const between = useLanguage() === 'zh' ? '' : ' '; return (...all: string[]) => all.join(between) }
export const mailedOf = (content: ReleaseShown): number => content.letters.reduce((n, l) => n + l.to.length, 0)

const AT_ONCE = 30
const Letters = ({ letters }: { letters: ReleaseShown['letters'] }) => {
  const t = useText()
  const words = useWords()
  const [most, setMost] = useState(AT_ONCE)
  return (<>
    <ol className="outcome-letters">
      {letters.slice(0, most).map((l, i) => (
        <li key={l.key + l.unitName + l.names.join()}>
          <details open={i === 0}>
            <summary>{words(nameOfLetter(l.key))}　{l.key.startsWith('unit') ? l.unitName : l.names.join(t('common.comma'))}</summary>
            <p className="detail to muted">{l.to.length === 0 ? t('release.noMail') : l.to.join(t('common.comma'))}</p>
            <pre className="outcome-letter" tabIndex={0} aria-label={l.subject}><b>{l.subject}</b>{'\n\n'}{l.text}</pre>
          </details>
        </li>
      ))}
    </ol>
    {letters.length > most ? <div className="acts"><Button onClick={() => setMost(letters.length)}>{t('release.more', { n: letters.length - most })}</Button></div> : null}
  </>)
}

export const ReleaseContent = ({ content }: { content: ReleaseShown }) => {
  const t = useText()
  const count = (outcome: Outcome): number => content.outcomes.filter((o) => o.outcome === outcome).length
  const rows = outcomes.flatMap((outcome) => content.outcomes.filter((o) => o.outcome === outcome))
  return (
    <>
      {content.findings.length === 0 ? null : <Findings>{asFindings(content.findings).map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} />)}</Findings>}
      <Section title={t('release.outcomes')} note={t('release.outcomesNote', { n: rows.length, listed: count('listed'), next: count('next'), notListed: count('notListed') })}>
        <Table caption={t('release.outcomes')} captionHidden rows={rows} keyOf={(r) => r.nominationId} empty={null} columns={[
          { key: 'name', head: t('release.name'), names: true, cell: (r: Row) => r.name },
          { key: 'unit', head: t('release.unit'), cell: (r) => r.unitName },
          { key: 'outcome', head: t('release.outcome'), cell: (r) => <OutcomeState outcome={r.outcome} /> },
        ]} />
        {content.offline === 0 ? null : <p className="detail muted gap">{t('release.offline', { n: content.offline })}</p>}
      </Section>
      <Section title={t('release.allLetters', { n: content.letters.length })} note={t('release.allLettersNote')}><Letters letters={content.letters} /></Section>
    </>
  )
}

/** The list as the public will read it. */
export const ReleasePeople = ({ content }: { content: ReleaseShown }) => {
  const t = useText()
  return <Section title={t('release.people', { n: content.people.length })}><ol className="release-people">{content.people.map((p) => <li key={p.nominationId}><b>{p.name}</b><span className="detail muted">{[p.employer, p.post].filter(Boolean).join(' ')}</span><span className="detail">{p.summary}</span></li>)}</ol></Section>
}
