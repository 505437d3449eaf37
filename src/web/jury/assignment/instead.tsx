/** Who reads instead: everybody else of the jury, each with what it would bring; who cannot is not to be chosen. */
import { changeReading, considerReading } from '#contract/operations/assignments'
import { useAct, useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { say } from '../../ui/toast'
import type { At, Shared } from './assignment-answer'

interface InsteadProps { shared: Shared; at: At; candidate: Shared['candidates'][number]; juror: Shared['jurors'][number]; onClose: () => void }

export const Instead = ({ shared, at, candidate, juror, onClose }: InsteadProps) => {
  const t = useText()
  const words = useWords()
  const asked = { candidate: candidate.nominationId, out: juror.accountId }
  const query = useRead(considerReading, { params: at, query: asked })
  const act = useAct(changeReading)
  const take = (into: { accountId: string; personName: string }) => act.mutate({ params: at, body: { version: shared.version, ...asked, in: into.accountId } }, { onSuccess: () => { say(t('assignment.changed', { name: into.personName })); onClose() } })
  return (
    <Dialog open wide onClose={onClose} title={t('assignment.insteadTitle', { candidate: candidate.candidateName, juror: juror.personName })} actions={<Button onClick={onClose}>{t('assignment.insteadKeep')}</Button>}>
      <p className="detail muted">{t('assignment.insteadFact')}</p>
      <Refused error={act.error} />
      <Answer query={query}>{({ jurors }) => (
        <ul className="assignment-instead">
          {jurors.map((j) => {
            const blocked = j.findings.some((f) => f.strength === 'block')
            return (
              <li key={j.accountId} className={blocked ? 'blocked' : undefined}>
                <span><b>{j.personName}</b><span className="muted">{[j.unitName, j.fieldOfWork, t('assignment.insteadLoad', { n: j.load })].filter(Boolean).join('　')}</span></span>
                <span className="brings">{j.findings.length === 0 ? t('assignment.insteadFree') : j.findings.map((f) => words(f.what)).join('；')}</span>
                {blocked ? null : <Button size="small" busy={act.isPending} onClick={() => take(j)} aria-label={t('assignment.insteadDo', { name: j.personName })}>{t('assignment.insteadPick')}</Button>}
              </li>
            )
          })}
        </ul>
      )}</Answer>
    </Dialog>
  )
}
