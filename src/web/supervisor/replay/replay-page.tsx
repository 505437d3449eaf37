/** `/supervisor/c/:campaignId/replay/:roundId`: one closed round counted again in the reader's own browser. */
import { useMutation } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { readRound } from '#contract/operations/jury'
import { replayCount } from '#contract/operations/supervision'
import { isRecord, readRecord } from '#core/ledger/read-record'
import { replayRound, type Replay } from '#core/ledger/replay'
import { fetchAnswer, type OfflineError, type ProblemError } from '../../api/call'
import { useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Note } from '../../ui/finding-card'
import { SupervisionFrame } from '../supervision-frame'
import { ReplaySteps } from './replay-steps'

/** Null: what came could not be read. */
const useReplay = (campaignId: string, roundId: string) => useMutation<Replay | null, ProblemError | OfflineError>({
  mutationFn: async () => {
    const response = await fetchAnswer(replayCount, { params: { campaignId }, body: { roundId } } as never)
    const record = readRecord(await response.text())
    return isRecord(record) ? replayRound(record, roundId) : null
  },
})

export const ReplayPage = () => {
  const { campaignId = '', roundId = '' } = useParams()
  const t = useText()
  const words = useWords()
  const round = useRead(readRound, { params: { roundId } })
  const replay = useReplay(campaignId, roundId)
  const done = replay.data
  const act = <Button look="primary" busy={replay.isPending} onClick={() => replay.mutate()}>{t(done === undefined ? 'supervision.replay.act' : 'supervision.replay.again')}</Button>
  return (
    <SupervisionFrame campaignId={campaignId} title={t('supervision.replay.title', { name: round.data === undefined ? '' : words(round.data.rule.name) })}>
      <Answer query={round} lines={3}>
        {(r) => r.result === null ? <Note kind="info" title={t('supervision.replay.noResult')} /> : (
          <div className="replay gap" aria-live="polite">
            {done === undefined ? <Note kind="info" title={t(replay.isPending ? 'supervision.replay.busy' : 'supervision.replay.notYet')} actions={act}><p>{t('supervision.replay.what')}</p></Note>
              : done === null ? <Note kind="block" title={t('supervision.replay.unreadable')} actions={act} />
                : done.equal ? <Note kind="ok" title={t('supervision.replay.equal')} actions={act}><p>{t('supervision.replay.equalFact', { n: r.result.returned })}</p></Note>
                  : <Note kind="block" title={t('supervision.replay.differs')} actions={act}><ul className="faults">{done.faults.map((f, i) => <li key={i}>{f.position === null ? null : <b>{t('supervisor.verify.row', { n: f.position })}</b>}{words(f.what)}</li>)}</ul><p>{t('supervision.replay.differsMend')}</p></Note>}
            <Refused error={replay.error} />
            {done === undefined || done === null ? null : <ReplaySteps replay={done} rule={r.rule} names={new Map(r.result.rows.map((row) => [row.nominationId, row.candidateName]))} />}
          </div>
        )}
      </Answer>
    </SupervisionFrame>
  )
}
