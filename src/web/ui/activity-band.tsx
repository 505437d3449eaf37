/** 活动带 on every page: campaign title, next step, stages with their days, clock. On a home page (`hero`) it grows and carries facts. */
import { Fragment, type CSSProperties, type ReactNode } from 'react'
import { useText } from '../text/use-text'
import './frame.css'
import { titleParts } from './title-parts'

export interface RailStage {
  name: string
  /** 至5月23日 */
  when: string
  standing: 'done' | 'now' | 'later'
  /** 0–1 of the stage that has passed; only for the current one. */
  share?: number
}
interface ActivityBandProps {
  title: string
  stages?: readonly RailStage[]
  next?: ReactNode
  facts?: readonly ReactNode[]
  clock?: ReactNode
  hero?: boolean
}

const Rail = ({ stages }: { stages: readonly RailStage[] }) => (
  <ol className="rail" aria-label={useText()('common.stages')}>
    {stages.map(({ name, when, standing, share }) => (
      <li key={name} className={standing} aria-current={standing === 'now' ? 'step' : undefined}
        style={share === undefined ? undefined : { '--share': `${Math.round(share * 100)}%` } as CSSProperties}>
        {name}<small>{when}</small>
      </li>
    ))}
  </ol>
)

export const ActivityBand = ({ title, stages, next, facts, clock, hero }: ActivityBandProps) => {
  const t = useText()
  return (
    <section className={hero ? 'band hero' : 'band'} aria-label={title}>
      <div>
        <h1>{titleParts(title).map((part) => <span key={part}>{part}</span>)}</h1>
        {next ? <div className="band-next"><b>{t('common.nextStep')}</b><span className="one-line">{next}</span></div> : null}
        {facts ? <div className="band-facts">{facts.map((fact, i) => <Fragment key={i}><span>{fact}</span></Fragment>)}</div> : null}
      </div>
      {stages ? <Rail stages={stages} /> : <span />}
      {clock}
    </section>
  )
}
