/** 开箱钥匙: who holds which share, and the printing of one's own; honest about what it guards against. */
import { useState } from 'react'
import { printKeyShare } from '#contract/operations/key-shares'
import { sayEnd } from '#core/kernel/instant'
import { holderNames, holders } from '#core/review/key-share'
import { useSave } from '../../api/use-save'
import { useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Note } from '../../ui/finding-card'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { say } from '../../ui/toast'
import type { Round } from './round-answer'
import './key-shares.css'

type Keys = NonNullable<Round['keyShares']>
type Share = Keys['shares'][number]

const Printing = ({ roundId, holder, again }: { roundId: string; holder: NonNullable<Keys['mine']>; again: boolean }) => {
  const t = useText()
  const words = useWords()
  const [open, setOpen] = useState(false)
  const save = useSave(printKeyShare, ['rounds.read'])
  const send = () => save.mutate({ params: { roundId }, body: { again } }, { onSuccess: () => { setOpen(false); say(t('keys.printed.done')) } })
  const act = t(again ? 'keys.printAgain' : 'keys.print')
  return (
    <>
      <Button size="small" look={again || open ? 'default' : 'primary'} icon="print" onClick={() => setOpen(true)}>{act}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={again ? t('keys.printAgainTitle') : t('keys.printTitle', { holder: words(holderNames[holder]) })}
        actions={<><Button onClick={() => setOpen(false)}>{t('keys.back')}</Button><Button look="primary" busy={save.isPending} onClick={send}>{act}</Button></>}>
        <ul className="key-facts"><li>{t('keys.fact.once')}</li><li>{t('keys.fact.keep')}</li><li>{t('keys.fact.lost')}</li></ul>
        <p className="detail"><b>{t('keys.limits')}</b></p>
        <ul className="key-facts muted"><li>{t('keys.fact.can')}</li><li>{t('keys.fact.cannot')}</li></ul>
        <Refused error={save.error} />
      </Dialog>
    </>
  )
}

const Row = ({ round, keys, holder }: { round: Round; keys: Keys; holder: Share['holder'] }) => {
  const t = useText()
  const words = useWords()
  const share = keys.shares.find((s) => s.holder === holder)
  const at = share === undefined ? '' : words(sayEnd(share.at))
  return (
    <li>
      <b>{words(holderNames[holder])}</b>
      <span>{share === undefined ? <State kind="none">{t('keys.notPrinted')}</State> : <State kind="ok">{share.printings > 1 ? t('keys.printedAgain', { name: share.byName, at, n: share.printings }) : t('keys.printed', { name: share.byName, at })}</State>}
        {round.result === null || share === undefined ? null : <span className="muted used">{t(share.usedAt === null ? 'keys.notUsed' : 'keys.used')}</span>}</span>
      {keys.mine === holder && !keys.fixed ? <Printing roundId={round.id} holder={holder} again={share !== undefined} /> : null}
    </li>
  )
}

export const KeyShares = ({ round, keys }: { round: Round; keys: Keys }) => {
  const t = useText()
  const waits = round.state === 'open' && keys.shares.length < holders.length
  return (
    <Section title={t('keys.title')} note={t('keys.note')}>
      {waits ? <Note kind="warn" title={t('keys.waits')} /> : null}
      <ul className="key-shares">{holders.map((h) => <Row key={h} round={round} keys={keys} holder={h} />)}</ul>
      {keys.fixed && round.state === 'open' ? <p className="detail muted">{t('keys.fixed')}</p> : null}
    </Section>
  )
}
