/** The plan as a list: searched, chosen and put in order in the page, fifty at a time. */
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { chosen, inOrder, orders, type Choice, type Order } from '#core/publicity/media-plan/arrange'
import { channelKinds, channelLevels, kindNames, levelNames, type ChannelKind, type ChannelLevel } from '#core/publicity/media-plan/channel'
import { itemStates, stateNames, type ItemState } from '#core/publicity/media-plan/item'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Button, ButtonLink } from '../../ui/button'
import { SelectField } from '../../ui/choice-fields'
import { Empty } from '../../ui/empty'
import { sayDay } from '../../ui/say-time'
import { Table, type Column } from '../../ui/table'
import { TextField } from '../../ui/text-fields'
import type { Entry, Plan } from './plan'
import { Stand } from './views'

const PAGE = 50
const pressings = ['recall', 'late', 'overdue', 'unshown', 'soon'] as const
const oneOf = <T extends string>(all: readonly T[], text: string | null): T | null => all.find((a) => a === text) ?? null

export const ItemList = ({ plan, base }: { plan: Plan; base: string }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const [params, setParams] = useSearchParams()
  const [shown, setShown] = useState(PAGE)
  const choice: Choice = { words: params.get('words') ?? '', state: oneOf<ItemState>(itemStates, params.get('state')), kind: oneOf<ChannelKind>(channelKinds, params.get('kind')), level: oneOf<ChannelLevel>(channelLevels, params.get('level')), pressing: oneOf(pressings, params.get('pressing')) }
  const order = oneOf<Order>(orders, params.get('order')) ?? 'day'
  const set = (key: string, value: string) => { const next = new URLSearchParams(params); next.set('view', 'list'); if (value === '' || value === 'any') next.delete(key); else next.set(key, value); setParams(next, { replace: true }); setShown(PAGE) }
  const found = inOrder(chosen(plan.items, choice, plan.today), order)
  const any = (label: string) => ({ value: 'any', label })
  const columns: Column<Entry>[] = [
    { key: 'day', head: t('media.day'), width: '104px', cell: (i) => <>{sayDay(i.from, language)}{i.to === i.from ? null : <>–{sayDay(i.to, language)}</>}</> },
    { key: 'what', head: t('media.what'), names: true, cell: (i) => i.title },
    { key: 'channel', head: t('media.channel'), cell: (i) => <>{i.channelName}<div className="muted small">{words(kindNames[i.kind])} · {words(levelNames[i.level])}</div></> },
    { key: 'material', head: t('media.material'), cell: (i) => i.materialName || '—' },
    { key: 'owner', head: t('media.owner'), cell: (i) => i.ownerName || '—' },
    { key: 'stands', head: t('media.stands'), cell: (i) => <Stand item={i} today={plan.today} /> },
    { key: 'show', head: t('media.show'), phone: 'bare', cell: (i) => <ButtonLink size="small" look="quiet" to={`${base}/items/${i.id}`}>{t('media.show')}<span className="hidden-text">：{i.title}</span></ButtonLink> },
  ]
  return (
    <>
      <div className="media-choose">
        <TextField type="search" label={t('media.search')} hint={t('media.searchHint')} value={choice.words} onChange={(v) => set('words', v)} />
        <SelectField label={t('media.state')} value={choice.state ?? 'any'} onChange={(v) => set('state', v)} options={[any(t('media.allStates')), ...itemStates.map((s) => ({ value: s, label: words(stateNames[s]) }))]} />
        <SelectField label={t('media.kind')} value={choice.kind ?? 'any'} onChange={(v) => set('kind', v)} options={[any(t('media.allKinds')), ...channelKinds.map((k) => ({ value: k, label: words(kindNames[k]) }))]} />
        <SelectField label={t('media.level')} value={choice.level ?? 'any'} onChange={(v) => set('level', v)} options={[any(t('media.allLevels')), ...channelLevels.map((l) => ({ value: l, label: words(levelNames[l]) }))]} />
        <SelectField label={t('media.pressing')} value={choice.pressing ?? 'any'} onChange={(v) => set('pressing', v)} options={[any(t('media.allPressing')), ...pressings.map((p) => ({ value: p, label: t(`media.press.${p}`) }))]} />
        <SelectField label={t('media.order')} value={order} onChange={(v) => set('order', v)} options={orders.map((x) => ({ value: x, label: t(`media.order.${x}`) }))} />
      </div>
      <Table caption={t('media.found', { n: found.length })} columns={columns} rows={found.slice(0, shown)} keyOf={(i) => i.id} empty={<Empty title={t('media.noneHere')} />} />
      {found.length > shown ? <p className="gap"><Button onClick={() => setShown(shown + 200)}>{t('media.loadMore', { n: Math.min(200, found.length - shown) })}</Button></p> : null}
    </>
  )
}
