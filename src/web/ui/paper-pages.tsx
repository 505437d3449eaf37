/** One stamped scan: what each page is, and where a seal was found, enlarged beside its place. A hint everywhere, a verdict nowhere. */
import type { AnswerOf } from '#contract/operation'
import { paperPicture, type paperOfNomination } from '#contract/operations/paper'
import { addressOf } from '../api/call'
import { useText } from '../text/use-text'
import { asFindings } from './answer'
import { FindingCard, Findings } from './finding-card'
import './paper.css'
import { State, type StateKind } from './state'

export type PaperFile = AnswerOf<typeof paperOfNomination>['files'][number]
type Page = PaperFile['pages'][number]
interface PaperProps { file: PaperFile; nominationId: string }

const usePageWords = () => {
  const t = useText()
  return (page: Page): { kind: StateKind; words: string }[] => {
    if (!page.looked) return [{ kind: 'warn', words: t('paper.pages.notLooked') }]
    if (page.codes.length === 0) return [{ kind: 'none', words: t('paper.pages.none') }]
    return page.codes.map((c) => c.of === 'other' ? { kind: 'block', words: t('paper.pages.other') } : c.of === 'old' ? { kind: 'warn', words: t('paper.pages.old', { n: c.version ?? '' }) }
      : { kind: 'ok', words: c.page === null ? t('paper.pages.currentUnnumbered') : t('paper.pages.current', { n: c.page.number, of: c.page.of }) })
  }
}

/** Papers that others made carry no code; only what is there is told of them. */
export const PaperPages = ({ file }: Pick<PaperProps, 'file'>) => {
  const t = useText()
  const say = usePageWords()
  if (file.state === 'waiting') return <p className="small muted" role="status">{t('paper.pages.waiting')}</p>
  if (file.state === 'unreadable') return <p className="small"><State kind="warn">{t('paper.pages.unreadable')}</State></p>
  const notes = asFindings(file.findings).filter((f) => f.strength === 'note')
  if (notes.length === 0 && file.pages.every((p) => p.codes.length === 0)) return null
  return (
    <div>
      <ol className="paper-pages" aria-label={t('paper.pages.title')}>
        {file.pages.map((p) => <li key={p.number}><span className="muted">{t('paper.pages.page', { n: p.number })}</span><span>{say(p).map((s, i) => <State key={i} kind={s.kind}>{s.words}</State>)}</span></li>)}
      </ol>
      {notes.length > 0 ? <Findings>{notes.map((f) => <FindingCard key={f.code} finding={f} compact />)}</Findings> : null}
      {file.whole ? <p className="small muted">{t('paper.pages.whole')}</p> : null}
      {file.count > file.pages.length ? <p className="small muted">{t('paper.pages.more', { n: file.count, seen: file.pages.length })}</p> : null}
    </div>
  )
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`

const SealsOnPage = ({ page, file, nominationId }: PaperProps & { page: Page }) => {
  const t = useText()
  const picture = (seal?: number) => addressOf(paperPicture, { nominationId, fileId: file.fileId, picture: seal === undefined ? `${page.number}` : `${page.number}-${seal + 1}` })
  return (
    <div className="paper-seal-row">
      <div className="paper-sheet">
        <img src={picture()} alt={t('paper.seals.pageAlt', { n: page.number, k: page.seals.length })} />
        {page.seals.map((s, i) => <i key={i} aria-hidden style={{ left: percent(s.x), top: percent(s.y), width: percent(s.radius * 2.2) }} />)}
      </div>
      <div>
        <p className="small muted">{t('paper.seals.place', { n: page.number })}</p>
        {page.seals.length === 0 ? <p className="small"><State kind="warn">{t(page.colour ? 'paper.seals.none' : 'paper.seals.noColour')}</State></p> : null}
        <div className="paper-crops">{page.seals.map((s, i) => <figure key={i}><img src={picture(i)} alt={t('paper.seals.sealAlt', { n: page.number })} />{s.cut ? <figcaption className="small muted">{t('paper.seals.cut')}</figcaption> : null}</figure>)}</div>
      </div>
    </div>
  )
}

export const PaperSeals = (props: PaperProps) => {
  const t = useText()
  const shown = props.file.pages.filter((p) => p.hasPicture)
  if (shown.length === 0) return null
  // Where seals were found, the last page without one says nothing.
  const found = shown.filter((p) => p.seals.length > 0)
  return (
    <div className="paper-seals">
      {(found.length > 0 ? found : shown).map((page) => <SealsOnPage key={page.number} {...props} page={page} />)}
      {found.length > 0 ? <p className="small muted">{t('paper.seals.hint')}</p> : null}
    </div>
  )
}
