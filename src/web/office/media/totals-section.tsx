/** 合计: by kind and level of channel, drawn and as a table; both as files. */
import { mediaPlanFile } from '#contract/operations/media'
import { kindNames, levelNames } from '#core/publicity/media-plan/channel'
import { standing, totalsOf, type MediaSum } from '#core/publicity/media-plan/totals'
import type { Words } from '#core/kernel/finding'
import { addressOf } from '../../api/call'
import { useText, useWords } from '../../text/use-text'
import { ButtonLink } from '../../ui/button'
import { Figure, Figures } from '../../ui/figure'
import { Chart, Drawing } from '../../ui/figures/chart'
import { labelRoom } from '../../ui/figures/labels'
import { Section } from '../../ui/section'
import type { Plan } from './plan'

interface Row { readonly key: string; readonly name: Words; readonly sum: MediaSum }
const [BAR, ROW] = [20, 32]
const same = (text: string | number) => ({ zh: String(text), en: String(text) })

const Bars = ({ title, first, rows }: { title: string; first: string; rows: readonly Row[] }) => {
  const t = useText()
  const words = useWords()
  const most = Math.max(1, ...rows.map((r) => standing(r.sum)))
  const say = (r: Row) => t('media.byRow', { name: words(r.name), n: standing(r.sum), out: r.sum.out })
  const head = (name: string) => ({ name: same(name), width: 9, numeric: true as const })
  return (
    <Chart title={title} note={t('media.barsNote')} sheet={{ title: same(title), columns: [{ name: same(first), width: 20 }, head(t('media.planned')), head(t('media.ready')), head(t('media.out')), head(t('media.shown')), head(t('media.reach')), head(t('media.reachOf'))], rows: rows.map((r) => [r.name, same(r.sum.planned), same(r.sum.ready), same(r.sum.out), same(r.sum.out - r.sum.unshown), same(r.sum.reachOf === 0 ? '—' : r.sum.reach), same(r.sum.reachOf)]) }}>
      {(width) => {
        const left = labelRoom(rows.map((r) => words(r.name)), width)
        const narrow = left === 0
        const [row, room] = [narrow ? ROW + 18 : ROW, width - left - 64]
        return (
          <Drawing title={title} summary={rows.map(say).join(t('common.comma'))} width={width} height={rows.length * row}>
            {rows.map((r, k) => {
              const y = k * row + (narrow ? 18 : 0)
              const long = (n: number) => (n / most) * room
              return (
                <g key={r.key}>
                  <title>{say(r)}</title>
                  <text x={narrow ? 0 : left - 12} y={narrow ? y - 5 : y + 15} textAnchor={narrow ? 'start' : 'end'}>{words(r.name)}</text>
                  <rect className="rail" x={left} y={y} width={room} height={BAR} rx="2" />
                  <rect style={{ fill: 'var(--chart-2)' }} x={left} y={y} width={Math.max(2, long(standing(r.sum)))} height={BAR} rx="2" />
                  {r.sum.out > 0 ? <rect className="mass" x={left} y={y} width={Math.max(2, long(r.sum.out))} height={BAR} rx="2" /> : null}
                  <text className="strong" x={width} y={y + 15} textAnchor="end">{r.sum.out}/{standing(r.sum)}</text>
                </g>
              )
            })}
          </Drawing>
        )
      }}
    </Chart>
  )
}

export const TotalsSection = ({ campaignId, plan }: { campaignId: string; plan: Plan }) => {
  const t = useText()
  const totals = totalsOf(plan.items)
  const file = (what: 'plan' | 'results', as: 'docx' | 'xlsx') => addressOf(mediaPlanFile, { campaignId }, { what, as })
  const take = (what: 'plan' | 'results') => (['docx', 'xlsx'] as const).map((as) => <ButtonLink key={as} reload size="small" look="quiet" icon="down" to={file(what, as)}>{t(what === 'plan' ? 'media.plan' : 'media.results')} {t(as === 'docx' ? 'media.word' : 'media.excel')}</ButtonLink>)
  return (
    <>
      <Section title={t('media.totals')} note={t('media.totalsNote')} action={<>{take('plan')}{take('results')}</>}>
        <Figures>
          <Figure label={t('media.items')} value={standing(totals.all)} unit={t('media.itemsUnit')} />
          <Figure label={t('media.out')} value={totals.all.out} unit={t('media.itemsUnit')} />
          <Figure label={t('media.shown')} value={totals.all.out - totals.all.unshown} unit={t('media.itemsUnit')} />
          {totals.all.reachOf === 0 ? null : <Figure label={t('media.reach')} value={totals.all.reach.toLocaleString('en-US')} note={t('media.reachNote')} />}
        </Figures>
      </Section>
      <div className="data-two">
        <Bars title={t('media.byKind')} first={t('media.kind')} rows={totals.byKind.filter((r) => standing(r.sum) > 0).map((r) => ({ key: r.kind, name: kindNames[r.kind], sum: r.sum }))} />
        <Bars title={t('media.byLevel')} first={t('media.level')} rows={totals.byLevel.filter((r) => standing(r.sum) > 0).map((r) => ({ key: r.level, name: levelNames[r.level], sum: r.sum }))} />
      </div>
    </>
  )
}
