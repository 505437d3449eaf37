/** One file: new name, its facts, the name it came with; bar with bytes and time left, then the time it was received; state; findings below. */
import type { ReactNode } from 'react'
import { useText } from '../text/use-text'
import { Icon } from './icon'
import './lists.css'
import './lists-phone.css'
import { ProgressBar } from './progress-bar'
import { State, type StateKind } from './state'

interface UploadRowProps {
  name: string
  /** 6.2 MB, 4032×3024 … */
  facts: readonly string[]
  originalName?: string
  /** An `<img alt="">`, or nothing: then a shape by kind. */
  thumbnail?: ReactNode
  kind?: 'picture' | 'film' | 'paper'
  /** 1:48, laid over the thumbnail. */
  length?: string
  progress?: { sent: number; total: number; secondsLeft?: number }
  /** 5月20日 14:21 */
  receivedAt?: string
  state: { kind: StateKind; words: string }
  menu?: ReactNode
  children?: ReactNode
}

/** Counted as the rules count (a MB is a million bytes) and rounded down: what is too small never shows as enough. */
export const sayBytes = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.floor(bytes / 1000)} kB`
  const mega = Math.floor(bytes / 100_000) / 10
  return `${mega < 100 ? mega.toFixed(1) : Math.floor(mega)} MB`
}

/** 142 / 221 MB: the unit once, where both have the same. */
const withoutUnit = (part: string, whole: string) => (part.split(' ')[1] === whole.split(' ')[1] ? part.split(' ')[0] ?? part : part)

const UnderWay = ({ name, progress: { sent, total, secondsLeft } }: { name: string; progress: NonNullable<UploadRowProps['progress']> }) => {
  const t = useText()
  const share = total ? sent / total : 0
  const left = secondsLeft === undefined ? null : secondsLeft < 90 ? t('common.progress.seconds', { n: Math.ceil(secondsLeft) }) : t('common.progress.minutes', { n: Math.ceil(secondsLeft / 60) })
  return (
    <>
      <ProgressBar share={share} label={name} />
      {Math.floor(share * 100)}%　{t('common.progress.of', { sent: withoutUnit(sayBytes(sent), sayBytes(total)), total: sayBytes(total) })}{left ? `　${t('common.progress.left', { time: left })}` : ''}
    </>
  )
}

const Facts = ({ facts }: { facts: readonly string[] }) => (
  <div className="facts one-line" title={facts.join(', ')}>{facts.map((fact, i) => <span key={fact}>{i > 0 ? <i className="dot" /> : null}{fact}</span>)}</div>
)

export const UploadRow = ({ name, facts, originalName, thumbnail, kind = 'paper', length, progress, receivedAt, state, menu, children }: UploadRowProps) => {
  const t = useText()
  return (
    <div className="upload">
      <span className="thumb">{thumbnail ?? <Icon name={kind === 'film' ? 'film' : 'paper'} />}{length ? <em>{length}</em> : null}</span>
      <div style={{ minWidth: 0 }}>
        <div className="name one-line" title={name}>{name}</div>
        <Facts facts={originalName ? [...facts, t('common.upload.original', { name: originalName })] : facts} />
      </div>
      <div className="progress">{progress ? <UnderWay name={name} progress={progress} /> : receivedAt ? t('common.upload.received', { at: receivedAt }) : null}</div>
      <div className="standing"><State kind={state.kind}>{state.words}</State></div>
      <div className="menu">{menu}</div>
      {children ? <div className="below">{children}</div> : null}
    </div>
  )
}
