/** What is due on paper, disc or USB stick, what came in and what is missing: for the unit and for the office. */
import type { AnswerOf } from '#contract/operation'
import { paperReceiptPdf, type paperOfNomination } from '#contract/operations/paper'
import { sayEnd } from '#core/kernel/instant'
import { addressOf } from '../api/call'
import { useText, useWords } from '../text/use-text'
import { asFindings } from './answer'
import { FindingCard, Findings } from './finding-card'
import { KeyValue, type Pair } from './key-value'
import './paper.css'
import { Section } from './section'
import { State } from './state'

export type Register = AnswerOf<typeof paperOfNomination>['register']

const usePairs = () => {
  const t = useText()
  const words = useWords()
  return ({ papers, carrier }: Register): Pair[] => [
    ...papers.map((p) => ({
      name: words(p.name),
      value: <><span>{t('paper.due.copies', { due: p.due, received: p.received })}</span> <State kind={p.missing === 0 ? 'ok' : 'none'}>{p.missing === 0 ? t('paper.due.there') : t('paper.due.missing', { n: p.missing })}</State>{p.stale > 0 ? <span className="small muted"> {t('paper.due.stale', { n: p.stale })}</span> : null}</>,
    })),
    ...(carrier === null ? [] : [{
      name: t('paper.due.carrier'),
      value: <><State kind={carrier.received ? 'ok' : 'none'}>{t(carrier.received ? 'paper.due.carrierThere' : 'paper.due.carrierMissing')}</State> <span className="small muted">{t('paper.due.carrierOf', { names: carrier.names.map(words).join(t('common.comma')) })}</span></>,
    }]),
  ]
}

/** Nothing where the definition asks for no paper. */
export const PaperDue = ({ register, nominationId }: { register: Register; nominationId: string }) => {
  const t = useText()
  const words = useWords()
  const pairs = usePairs()
  if (register.nothingDue) return null
  const arrived = register.arrivals.some((a) => a.undone === null)
  return (
    <Section title={t('paper.due.title')} note={register.end === null ? undefined : t('paper.due.end', { end: words(sayEnd(register.end)) })}>
      <KeyValue nameWidth={132} pairs={pairs(register)} />
      {register.findings.length > 0 ? <Findings>{asFindings(register.findings).map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings> : null}
      {arrived ? <p className="small"><a className="link" href={addressOf(paperReceiptPdf, { nominationId })} target="_blank" rel="noreferrer">{t('paper.due.receipt')}</a></p> : null}
    </Section>
  )
}
