/** What was asked about one candidate and what was said, beside the matrix. */
import { readConsultations } from '#contract/operations/consultations'
import { sayDay as sayWhole, sayEnd } from '#core/kernel/instant'
import { useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Answer } from '../answer'
import { Button } from '../button'
import { sayAt } from '../say-time'
import { Section } from '../section'
import { State } from '../state'

export const Detail = ({ nominationId, onClose }: { nominationId: string; onClose: () => void }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const query = useRead(readConsultations, { params: { nominationId } })
  return (
    <Answer query={query}>{(d) => (
      <Section title={d.candidateName} note={d.unitName} action={<Button size="small" look="quiet" onClick={onClose}>{t('consult.side.close')}</Button>}>
        {d.offline ? <p className="detail">{t('consult.detail.byHand')}</p> : d.asked.length === 0 ? <p className="detail muted">{t('consult.detail.none')}</p> : null}
        <ol className="askings">
          {d.asked.map((a) => (
            <li key={a.id}>
              <h3>{a.office}</h3>
              <p className="detail muted">{t('consult.detail.asked', { at: sayAt(a.askedAt, language), by: a.askedBy, until: words(sayEnd(a.until)) })}</p>
              {a.answer === null ? <State kind="wait">{t('consult.detail.waiting')}</State> : (
                <>
                  <State kind={a.answer.objection ? 'block' : 'ok'}>{t(a.answer.objection ? 'consult.detail.objection' : 'consult.detail.clear')}</State>
                  {a.answer.words === '' ? null : <p className="said">{a.answer.words}</p>}
                  <p className="detail">{t('consult.detail.reply', { reply: a.answer.reply, day: words(sayWhole(a.answer.replyDay)) })}</p>
                  {a.answer.validUntil === null ? null : <p className="detail">{t('consult.detail.valid', { day: words(sayWhole(a.answer.validUntil)) })}</p>}
                  <p className="detail muted">{t(a.answer.letterId === null ? 'consult.detail.entered' : 'consult.detail.byLink', { at: sayAt(a.answer.at, language), by: a.answer.by })}</p>
                </>
              )}
            </li>
          ))}
        </ol>
        {d.offline || d.papers.length === 0 ? null : (
          <>
            <h3 className="papers-head">{t('consult.detail.papers')}</h3>
            <ol className="askings">{d.papers.map((p) => <li key={p.materialId}><p>{words(p.name)}</p><State kind={p.attached ? 'ok' : 'none'}>{t(p.attached ? 'consult.detail.attached' : 'consult.detail.notAttached')}</State>{p.handler === null || p.office === null || p.day === null ? null : <p className="detail">{t('consult.detail.paperFrom', { office: p.office, handler: p.handler, day: words(sayWhole(p.day)) })}</p>}{p.validUntil === null ? null : <p className="detail">{t('consult.detail.valid', { day: words(sayWhole(p.validUntil)) })}</p>}</li>)}</ol>
          </>
        )}
      </Section>
    )}</Answer>
  )
}
