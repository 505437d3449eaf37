/** `/office/webhooks`: the groups of people that what comes in is sent to as well. */
import { useState } from 'react'
import { listWebhooks, removeWebhook, switchWebhook, testWebhook } from '#contract/operations/webhooks'
import { groupTerms, type NewsGroup } from '#core/news/kinds'
import { useAct, useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Empty } from '../../ui/empty'
import { PageFrame } from '../../ui/page-frame'
import { sayAt } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { Table, type Column } from '../../ui/table'
import { say } from '../../ui/toast'
import type { Webhook } from './reading'
import { WebhookForm } from './webhook-form'
import './webhooks.css'

type Delivery = Webhook['deliveries'][number]

const renewed = [listWebhooks.id]
/** While a test is on its way somebody looks at the page for it. */
const [LOOK_MS, SOON_MS] = [5000, 500]
const isOnItsWay = (d: Delivery): boolean => d.isTest && (d.state === 'waiting' || d.state === 'sending')

const Standing = ({ hook }: { hook: Webhook }) => {
  const t = useText()
  const language = useLanguage()
  if (hook.state !== 'on') return <State kind={hook.state === 'off' ? 'none' : 'block'}>{t(`news.hooks.state.${hook.state}`)}</State>
  return hook.failingSince === null ? <State kind="ok">{t('news.hooks.state.on')}</State> : <State kind="warn">{t('news.hooks.state.failing', { at: sayAt(hook.failingSince, language) })}</State>
}

const Result = ({ d }: { d: Delivery }) => {
  const t = useText()
  const language = useLanguage()
  if (d.state === 'sent') return <State kind="ok">{t('news.hooks.sent')}</State>
  if (d.state === 'failed') return <span><State kind="block">{t('news.hooks.failed')}</State>{d.error === null ? null : <span className="hook-error">{d.error}</span>}</span>
  if (isOnItsWay(d)) return <State kind="half">{t('news.hooks.testing')}</State>
  if (d.attempts === 0 || d.state === 'sending') return <State kind="wait">{t('news.hooks.waiting')}</State>
  return <span><State kind="warn">{t('news.hooks.again', { at: sayAt(d.nextTryAt, language), n: d.attempts })}</State>{d.error === null ? null : <span className="hook-error">{d.error}</span>}</span>
}

const Deliveries = ({ rows }: { rows: readonly Delivery[] }) => {
  const t = useText()
  const language = useLanguage()
  const columns: Column<Delivery>[] = [
    { key: 'at', head: t('news.hooks.at'), cell: (d) => <span className="no-wrap">{sayAt(d.createdAt, language)}</span>, width: '132px' },
    { key: 'what', head: t('news.hooks.what.head'), cell: (d) => (d.isTest ? t('news.hooks.test.head') : t('news.hooks.lines', { n: d.lines })), width: '88px' },
    { key: 'result', head: t('news.hooks.result'), cell: (d) => <Result d={d} /> },
  ]
  return <Table caption={t('news.hooks.deliveries')} captionHidden keep columns={columns} rows={rows} keyOf={(d) => d.deliveryId} empty={<p className="small muted">{t('news.hooks.noDeliveries')}</p>} />
}

/** Said once it is known, to whoever cannot see the row come. */
const TestOutcome = ({ hook, deliveryId }: { hook: Webhook; deliveryId: string | null }) => {
  const t = useText()
  const d = hook.deliveries.find((x) => x.deliveryId === deliveryId)
  return <span className="hidden-text" role="status">{d === undefined ? '' : d.state === 'sent' ? t('news.hooks.test.sent') : d.state === 'failed' ? t('news.hooks.test.failed') : t('news.hooks.testing')}</span>
}

const Acts = ({ hook, onChange }: { hook: Webhook; onChange: () => void }) => {
  const t = useText()
  const [asked, setAsked] = useState(false)
  const [test, turn, remove] = [useAct(testWebhook, renewed), useAct(switchWebhook, renewed), useAct(removeWebhook, renewed)]
  const params = { webhookId: hook.webhookId }
  const on = hook.state === 'on'
  const { name } = hook
  return (
    <>
      <span className="row-of">
        <Button size="small" busy={test.isPending || hook.deliveries.some(isOnItsWay)} aria-label={t('news.hooks.testOf', { name })} onClick={() => test.mutate({ params, body: {} })}>{t('news.hooks.test')}</Button>
        <Button size="small" aria-label={t('news.hooks.changeOf', { name })} onClick={onChange}>{t('news.hooks.change')}</Button>
        <Button size="small" busy={turn.isPending} aria-label={t(on ? 'news.hooks.offOf' : 'news.hooks.onOf', { name })} onClick={() => turn.mutate({ params, body: { on: !on } })}>{t(on ? 'news.hooks.off' : 'news.hooks.on')}</Button>
        <Button size="small" aria-label={t('news.hooks.removeOf', { name })} onClick={() => setAsked(true)}>{t('news.hooks.remove')}</Button>
      </span>
      <TestOutcome hook={hook} deliveryId={test.data?.deliveryId ?? null} />
      <Refused error={test.error ?? turn.error ?? remove.error} />
      <Dialog open={asked} onClose={() => setAsked(false)} title={t('news.hooks.removeOf', { name })} actions={<>
        <Button onClick={() => setAsked(false)}>{t('news.hooks.not')}</Button>
        <Button look="block" busy={remove.isPending} onClick={() => remove.mutate({ params }, { onSuccess: () => say(t('news.hooks.removed')) })}>{t('news.hooks.removeDo')}</Button>
      </>}><p className="detail">{t('news.hooks.removeFact')}</p></Dialog>
    </>
  )
}

const Hook = ({ hook, onChange }: { hook: Webhook; onChange: () => void }) => {
  const t = useText()
  const words = useWords()
  return (
    <article className="hook" aria-label={hook.name}>
      <div className="hook-head">
        <h3>{hook.name}</h3>
        <Standing hook={hook} />
        <span className="hook-acts"><Acts hook={hook} onChange={onChange} /></span>
      </div>
      <p className="small muted hook-about"><span>{t(`news.hooks.template.${hook.template}`)}</span><span>{hook.host}</span><span>{hook.groups.map((g) => words(groupTerms[g as NewsGroup].name)).join(t('office.people.twice.and'))}</span></p>
      <Deliveries rows={hook.deliveries} />
    </article>
  )
}

const Rules = () => {
  const t = useText()
  return (
    <Section title={t('news.hooks.rules.title')}>
      <ul className="hook-rules small">{(['1', '2', '3', '4'] as const).map((n) => <li key={n}>{t(`news.hooks.rules.${n}`)}</li>)}</ul>
    </Section>
  )
}

export const WebhooksPage = () => {
  const t = useText()
  const query = useRead(listWebhooks, { params: {} }, { refetchMs: (data) => (data?.webhooks.some((w) => w.deliveries.some(isOnItsWay)) ? SOON_MS : LOOK_MS) })
  const [open, setOpen] = useState<Webhook | 'new' | null>(null)
  const close = () => setOpen(null)
  const add = <Button look="primary" onClick={() => setOpen('new')}>{t('news.hooks.add')}</Button>
  return (
    <PageFrame side={<Rules />} sideLabel={t('news.hooks.rules.title')}>
      <h1 className="page-title">{t('news.hooks.title')}</h1>
      <p className="detail muted">{t('news.hooks.what')}</p>
      <p className="detail">{t('news.hooks.privacy')}</p>
      <div className="gap">
        <Answer query={query}>{({ webhooks }) => (webhooks.length === 0
          ? <Empty title={t('news.hooks.none')} action={add}>{t('news.hooks.noneFact')}</Empty>
          : <>{webhooks.map((w) => <Hook key={w.webhookId} hook={w} onChange={() => setOpen(w)} />)}<div className="gap">{add}</div></>)}</Answer>
      </div>
      <Dialog open={open !== null} onClose={close} title={open === 'new' || open === null ? t('news.hooks.add') : t('news.hooks.changeOf', { name: open.name })}>
        {open === null ? null : <WebhookForm hook={open === 'new' ? null : open} onClose={close} />}
      </Dialog>
    </PageFrame>
  )
}
