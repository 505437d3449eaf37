/** 封票计票, by the secretary: one look at what will happen, then it is done for good. Without a quorum it stays blocked and says why. */
import { useState } from 'react'
import type { Finding } from '#core/kernel/finding'
import { holders } from '#core/review/key-share'
import { closeRound } from '#contract/operations/jury'
import { readPaper } from '#contract/operations/paper-ballots'
import { useAct, useRead } from '../../api/use-operation'
import { Refused } from '../../ui/answer'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { FindingCard, Findings, Note } from '../../ui/finding-card'
import { areWhole, EnterShares } from './enter-shares'
import type { Round } from './round-answer'

export const CloseRound = ({ round }: { round: Round }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const [shares, setShares] = useState<readonly string[]>([])
  const split = round.keyShares !== null
  const act = useAct(closeRound)
  const present = round.jurors.filter((j) => j.present && j.dropped === null)
  const onPaper = round.rule.paper === true
  const paper = useRead(readPaper, { params: { roundId: round.id } }, { enabled: onPaper })
  const waits = paper.data?.waits ?? []
  const waitsForKeys = split && round.keyShares!.shares.length < holders.length
  const silent = onPaper ? [] : present.filter((j) => !j.voted)
  const blocked = (onPaper && (paper.data === undefined || waits.length > 0)) || round.closing.some((f) => f.strength === 'block')
  const send = () => act.mutate({ params: { roundId: round.id }, body: { shares: [...shares] } }, { onSuccess: () => setOpen(false) })
  return (
    <>
      <Button look={open || waitsForKeys || (onPaper && blocked) ? 'default' : 'primary'} icon="lock" onClick={() => setOpen(true)}>{t('jury.close.act')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('jury.close.title')}
        actions={<><Button onClick={() => setOpen(false)}>{t('jury.close.back')}</Button><Button look="primary" disabled={blocked || (split && !areWhole(round.id, shares))} busy={act.isPending} onClick={send}>{t('jury.close.act')}</Button></>}>
        <p className="detail">{onPaper ? t('onPaper.closeSay') : t(round.rule.method === 'score' ? 'rounds.close.saySheets' : 'jury.close.say', { votes: present.length - silent.length, present: present.length })}</p>
        <div className="gap" />
        <Findings>
          {round.closing.map((f) => <FindingCard key={f.code} finding={f as Finding} compact />)}
          {waits.map((f) => <FindingCard key={f.code} finding={f as Finding} compact />)}
          {silent.length ? <Note kind="warn" title={t('jury.close.silent', { n: silent.length })}><p>{silent.map((j) => j.personName).join(t('jury.listComma'))}</p><p>{t('jury.close.silentNote')}</p></Note> : null}
        </Findings>
        {split ? <EnterShares roundId={round.id} typed={shares} onChange={setShares} /> : null}
        <Refused error={act.error} />
      </Dialog>
    </>
  )
}
