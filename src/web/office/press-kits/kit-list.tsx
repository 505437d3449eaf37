/** Kits that were made: how far each is open, how often it was taken, and the end of its link. */
import { useState } from 'react'
import { endKit } from '#contract/operations/press-kits'
import { sayEnd } from '#core/kernel/instant'
import { useAct } from '../../api/use-operation'
import { useLanguage, useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Empty } from '../../ui/empty'
import { sayAt } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { Chip } from '../../ui/state'
import { Table } from '../../ui/table'
import { say } from '../../ui/toast'
import type { Kits } from './kit-parts'

type Kit = Kits['kits'][number]
const kinds = { open: 'ok', expired: 'none', ended: 'none', stopped: 'block' } as const

export const KitList = ({ nominationId, kits }: { nominationId: string; kits: readonly Kit[] }) => {
  const t = useText()
  const language = useLanguage()
  const [ending, setEnding] = useState<Kit | null>(null)
  const act = useAct(endKit)
  const at = (instant: number) => sayAt(instant, language)
  return (
    <Section title={t('pressKits.list')}>
      <Table caption={t('pressKits.list')} captionHidden rows={kits} keyOf={(k) => k.id} empty={<Empty title={t('pressKits.listNone')}>{t('pressKits.listNoneFact')}</Empty>} columns={[
        { key: 'made', head: t('pressKits.madeAt'), names: true, cell: (k) => t('pressKits.by', { at: at(k.madeAt), by: k.madeBy }) },
        { key: 'state', head: t('pressKits.state'), cell: (k) => <><Chip kind={kinds[k.state]}>{t(`pressKits.state.${k.state}`)}</Chip>{k.state !== 'ended' || k.endedAt === null ? null : <span className="detail"> {t('pressKits.endedBy', { at: at(k.endedAt), by: k.endedBy ?? '' })}</span>}</> },
        { key: 'until', head: t('pressKits.until'), cell: (k) => sayEnd(k.until)[language] },
        { key: 'holds', head: t('pressKits.holds'), cell: (k) => t('pressKits.contents', { n: k.pictures, m: k.posters }) },
        { key: 'use', head: t('pressKits.use'), cell: (k) => <>{t('pressKits.used', { opened: k.opened, n: k.downloads })}{k.lastDownloadAt === null ? null : <span className="detail muted">　{t('pressKits.last', { at: at(k.lastDownloadAt) })}</span>}</> },
        { key: 'go', head: '', phone: 'bare', cell: (k) => (k.state === 'open' ? <Button size="small" look="block" onClick={() => setEnding(k)}>{t('pressKits.end')}<span className="hidden-text">：{at(k.madeAt)}</span></Button> : null) },
      ]} />
      {ending === null ? null : (
        <Dialog open onClose={() => setEnding(null)} title={t('pressKits.endOf', { at: at(ending.madeAt) })} actions={<><Button onClick={() => setEnding(null)}>{t('pressKits.keep')}</Button><Button look="block" busy={act.isPending} onClick={() => act.mutate({ params: { nominationId, kitId: ending.id }, body: {} }, { onSuccess: () => { say(t('pressKits.ended')); setEnding(null) } })}>{t('pressKits.end')}</Button></>}>
          <p>{t('pressKits.endFact')}</p>
          <Refused error={act.error} />
        </Dialog>
      )}
    </Section>
  )
}
