/** What the gate finds in the texts as they stand on the page, each with the way to let it pass. Nothing where it finds nothing. */
import { useState } from 'react'
import { listPrivacyPasses, proposePrivacyPass } from '#contract/operations/privacy-passes'
import { isPassed, thingsIn, type PassedThing } from '#core/announcement/privacy-pass'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../answer'
import { Button } from '../button'
import { Dialog } from '../dialog'
import { Section } from '../section'
import { State } from '../state'
import { TextField } from '../text-fields'
import { say } from '../toast'
import { PassItem, usePasses, type Pass } from './pass-list'
import './privacy.css'

export interface TextToShow { readonly nominationId: string; readonly name: string; readonly summary: string; readonly employer: string; readonly post: string }
const LEAST = 4
const thingOf = (p: Pass): PassedThing => ({ of: p.nominationId, text: p.text, kind: p.kind, found: p.found })
const found = (people: readonly TextToShow[]) => people.flatMap((p) => [p.summary.trim(), `${p.employer} ${p.post}`].flatMap((text) => thingsIn(p.nominationId, text)).map((thing) => ({ name: p.name, thing })))

/** How many things the gate would still stop at. */
export const useFound = (campaignId: string, people: readonly TextToShow[]) => {
  const passes = usePasses(campaignId).data?.passes ?? []
  const things = found(people).map((f) => ({ ...f, pass: passes.find((p) => isPassed([thingOf(p)], f.thing)) ?? null }))
  // What somebody else asked for, of words that do not stand on this page: the second person comes here to say yes or no.
  const others = passes.filter((p) => p.confirmedAt === null && !things.some((f) => f.pass?.passId === p.passId))
  return { things, others, stopped: things.filter((f) => f.pass === null || f.pass.confirmedAt === null).length }
}

const Found = ({ campaignId, name, thing }: { campaignId: string; name: string; thing: PassedThing }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const act = useAct(proposePrivacyPass, [listPrivacyPasses.id, 'ledger.read'])
  const about = { name, kind: t(`privacy.kind.${thing.kind}`) }
  const send = () => act.mutate({ params: { campaignId }, body: { nominationId: thing.of, text: thing.text, kind: thing.kind, found: thing.found, reason } }, { onSuccess: () => { setOpen(false); say(t('privacy.proposed')) } })
  return (
    <li className="privacy-item">
      <p><State kind="block">{t('privacy.found', { kind: about.kind, found: thing.found })}</State></p>
      <p>{t('privacy.in', { name, text: thing.text })}</p>
      <div className="privacy-do"><Button size="small" aria-label={t('privacy.proposeOf', about)} onClick={() => setOpen(true)}>{t('privacy.propose')}</Button></div>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('privacy.proposeOf', about)} actions={<><Button onClick={() => setOpen(false)}>{t('privacy.keep')}</Button><Button look="primary" busy={act.isPending} disabled={[...reason.trim()].length < LEAST} onClick={send}>{t('privacy.propose')}</Button></>}>
        <p className="detail">{t('privacy.reasonFact')}</p>
        <div className="privacy-item gap"><p>{t('privacy.in', { name, text: thing.text })}</p></div>
        <TextField label={t('privacy.reason')} required value={reason} onChange={setReason} max={300} hint={t('privacy.reasonHint')} />
        <Refused error={act.error} />
      </Dialog>
    </li>
  )
}

export const FoundThings = ({ campaignId, people }: { campaignId: string; people: readonly TextToShow[] }) => {
  const t = useText()
  const { things, others } = useFound(campaignId, people)
  if (things.length + others.length === 0) return null
  return <Section title={t('privacy.title')} note={t('privacy.note')}><ul>{things.map((f) => (f.pass === null ? <Found key={`${f.thing.of}${f.thing.text}${f.thing.found}`} campaignId={campaignId} name={f.name} thing={f.thing} /> : <PassItem key={f.pass.passId} campaignId={campaignId} pass={f.pass} />))}{others.map((p) => <PassItem key={p.passId} campaignId={campaignId} pass={p} />)}</ul></Section>
}
