/** What was asked for: how far it is, and what may be taken away at this moment. */
import { listPosters, posterArchive, posterFile } from '#contract/operations/posters'
import type { AnswerOf } from '#contract/operation'
import { sizeOf } from '#core/publicity/poster/sizes'
import { addressOf } from '../../api/call'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { asFindings } from '../../ui/answer'
import { ButtonLink } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { ProgressBar } from '../../ui/progress-bar'
import { sayAt } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { Chip } from '../../ui/state'
import { Table } from '../../ui/table'

type PosterSet = AnswerOf<typeof listPosters>['sets'][number]
const kinds = { waiting: 'none', made: 'ok', lacks: 'block', withdrawn: 'none' } as const

const SetOf = ({ campaignId, set }: { campaignId: string; set: PosterSet }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const made = set.posters.filter((p) => p.state === 'made').length
  const title = t('posters.setOf', { design: set.template === null ? t(`posters.design.${set.design}`) : t('posters.templateVersion', { name: set.template.name, n: set.template.version }), n: set.posters.length })
  return (
    <article className="poster-set" aria-label={title}>
      <header>
        <h3>{title}</h3>
        <span className="detail muted">{t('posters.at', { at: sayAt(set.askedAt, language), by: set.askedBy })}</span>
        <Chip kind={set.state === 'ready' ? 'ok' : set.state === 'failed' ? 'block' : 'info'}>{t(`posters.state.${set.state}`)}</Chip>
        {set.state !== 'making' && made > 0 ? <ButtonLink reload size="small" look="primary" to={addressOf(posterArchive, { campaignId, setId: set.id })}>{t('posters.archive')}</ButtonLink> : null}
      </header>
      {set.state === 'making' ? <div><ProgressBar share={set.done / set.posters.length} label={t('posters.progress', { done: set.done, all: set.posters.length })} /><p className="detail muted">{t('posters.progress', { done: set.done, all: set.posters.length })}</p></div> : null}
      <details open={set.posters.length <= 8}>
        <summary>{t('posters.show', { n: set.posters.length })}</summary>
        <Table caption={title} captionHidden rows={set.posters} keyOf={(p) => p.id} empty={null} columns={[
          { key: 'person', head: t('posters.person'), names: true, cell: (p) => p.name },
          { key: 'size', head: t('posters.size'), cell: (p) => words(sizeOf(p.size).name) },
          { key: 'result', head: t('posters.result'), cell: (p) => <><Chip kind={kinds[p.state]}>{t(`posters.poster.${p.state}`)}</Chip>{p.lacks.length === 0 ? null : <span className="detail"> {asFindings(p.lacks).map((f) => words(f.what)).join(' ')}</span>}</> },
          { key: 'go', head: '', phone: 'bare', cell: (p) => (p.state === 'made' ? <ButtonLink reload size="small" to={addressOf(posterFile, { campaignId, setId: set.id, posterId: p.id })}>{t('posters.file')}<span className="hidden-text">：{p.name} {words(sizeOf(p.size).name)}</span></ButtonLink> : null) },
        ]} />
      </details>
    </article>
  )
}

export const PosterSets = ({ campaignId, sets }: { campaignId: string; sets: readonly PosterSet[] }) => {
  const t = useText()
  return <Section title={t('posters.sets')}>{sets.length === 0 ? <Empty title={t('posters.setsNone')}>{t('posters.setsNoneFact')}</Empty> : sets.map((s) => <SetOf key={s.id} campaignId={campaignId} set={s} />)}</Section>
}

/** Asked again while something is being made. */
export const pollSets = (data: AnswerOf<typeof listPosters> | undefined): number => (data?.sets.some((s) => s.state === 'making') === true ? 1500 : 60_000)
