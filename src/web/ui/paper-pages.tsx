/** One stamped scan: what each page is, and where a seal was found, enlarged beside its place. A hint everywhere, a verdict nowhere. */
import type { AnswerOf } from '#contract/operation'
import { paperPicture, type earlierSeals, type paperOfNomination } from '#contract/operations/paper'
import { dayOf, sayDay } from '#core/kernel/instant'
import { addressOf } from '../api/call'
import { useText, useWords } from '../text/use-text'
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
type Place = Page['places'][number]
const addressFor = (nominationId: string, fileId: string, picture: string): string => addressOf(paperPicture, { nominationId, fileId, picture })

/** The page, small: circles where seals were found, broken lines where they must be. */
const Sheet = ({ page, file, nominationId }: PaperProps & { page: Page }) => {
  const t = useText()
  return (
    <div className="paper-sheet">
      <img src={addressFor(nominationId, file.fileId, `${page.number}`)} alt={t('paper.seals.pageAlt', { n: page.number, k: page.seals.length })} />
      {page.places.map((p, i) => <b key={i} aria-hidden style={{ left: percent(p.left), top: percent(p.top), width: percent(p.width), height: percent(p.height) }} />)}
      {page.seals.map((s, i) => <i key={i} aria-hidden style={{ left: percent(s.x), top: percent(s.y), width: percent(s.radius * 2.2) }} />)}
    </div>
  )
}

const isMisplaced = (file: PaperFile): boolean => file.pages.some((p) => p.places.some((k) => !k.isThere))

const SealsOnPage = ({ page, file, nominationId }: PaperProps & { page: Page }) => {
  const t = useText()
  const words = useWords()
  const place = (seal: number) => page.places.find((p) => p.seals.includes(seal))
  // Those that stand elsewhere are shown above, beside the place they are missed at.
  const shown = page.seals.map((seal, i) => ({ seal, i })).filter(({ i }) => !isMisplaced(file) || place(i) !== undefined)
  return (
    <div className="paper-seal-row">
      <Sheet page={page} file={file} nominationId={nominationId} />
      <div>
        <p className="small muted">{t('paper.seals.place', { n: page.number })}</p>
        {page.seals.length === 0 ? <p className="small"><State kind="warn">{t(page.colour ? 'paper.seals.none' : 'paper.seals.noColour')}</State></p> : null}
        <div className="paper-crops">{shown.map(({ seal, i }) => (
          <figure key={i}><img src={addressFor(nominationId, file.fileId, `${page.number}-${i + 1}`)} alt={t('paper.seals.sealAlt', { n: page.number })} />
            {place(i) === undefined ? null : <figcaption className="small muted">{t('paper.seals.inPlace', { words: words(place(i)!.words) })}</figcaption>}
            {seal.layer === undefined ? null : <figcaption className="small muted">{t(`paper.seals.layer.${seal.layer}`)}</figcaption>}
            {seal.cut ? <figcaption className="small muted">{t('paper.seals.cut')}</figcaption> : null}
          </figure>))}</div>
      </div>
    </div>
  )
}

/** A place without a seal beside the seals that stand elsewhere, both enlarged: whether the machine is right, a person sees at once. */
const Misplaced = ({ file, nominationId }: PaperProps) => {
  const t = useText()
  const words = useWords()
  const empty = file.pages.flatMap((page) => page.places.flatMap((place: Place, i) => (place.isThere ? [] : [{ page, place, picture: `${page.number}-p${i + 1}` }])))
  const elsewhere = file.pages.flatMap((page) => page.seals.flatMap((_, i) => (page.places.some((p) => p.seals.includes(i)) ? [] : [{ page, picture: `${page.number}-${i + 1}` }])))
  if (empty.length === 0) return null
  return (
    <div className="paper-misplaced">
      <div>{empty.map(({ page, place, picture }) => (
        <figure key={picture}><img loading="lazy" src={addressFor(nominationId, file.fileId, picture)} alt={t('paper.seals.placeAlt', { n: page.number, words: words(place.words) })} />
          <figcaption className="small"><State kind="warn">{t('paper.seals.notInPlace', { n: page.number, words: words(place.words) })}</State></figcaption></figure>))}</div>
      <div className="seals">{elsewhere.map(({ page, picture }) => (
        <figure key={picture}><img loading="lazy" src={addressFor(nominationId, file.fileId, picture)} alt={t('paper.seals.sealAlt', { n: page.number })} />
          <figcaption className="small muted">{t('paper.seals.elsewhere', { n: page.number })}</figcaption></figure>))}</div>
    </div>
  )
}

/** Beside the seals of this file those that the same unit set on the same paper before: people compare, nothing is judged. */
export const EarlierSeals = ({ file, seals }: { file: PaperFile; seals: AnswerOf<typeof earlierSeals>['seals'] }) => {
  const t = useText()
  const words = useWords()
  const same = seals.filter((s) => s.materialId === file.materialId)
  if (same.length === 0 || file.pages.every((p) => p.seals.length === 0)) return null
  return (
    <section className="paper-earlier" aria-label={t('paper.seals.earlier')}>
      <p className="small"><b>{t('paper.seals.earlier')}</b><span className="muted">{t('paper.seals.earlierHint')}</span></p>
      <div className="paper-crops">{same.map((s) => (
        <figure key={`${s.fileId} ${s.picture}`}><img loading="lazy" src={addressFor(s.nominationId, s.fileId, s.picture)} alt={t('paper.seals.earlierAlt', { name: s.fileName })} />
          <figcaption className="small muted">{t('paper.seals.earlierFrom', { day: words(sayDay(dayOf(s.receivedAt))) })}</figcaption></figure>))}</div>
    </section>
  )
}

export const PaperSeals = (props: PaperProps) => {
  const t = useText()
  const shown = props.file.pages.filter((p) => p.hasPicture)
  if (shown.length === 0) return null
  // Where seals were found, the last page without one says nothing.
  const found = shown.filter((p) => p.seals.length > 0)
  const places = props.file.pages.some((p) => p.places.length > 0)
  return (
    <div className="paper-seals">
      <Misplaced {...props} />
      {(found.length > 0 ? found : shown).map((page) => <SealsOnPage key={page.number} {...props} page={page} />)}
      {found.length > 0 || places ? <p className="small muted">{found.length > 0 ? t('paper.seals.hint') : ''}{places ? t('paper.seals.placeHint') : ''}</p> : null}
    </div>
  )
}

/** Where something is to be looked at: shown to those who hand it in, too. */
export const asksAboutSeals = (file: PaperFile): boolean => file.findings.some((f) => ['paper.sealElsewhere', 'paper.sealLaidOn', 'paper.fewSeals', 'paper.noSeal'].includes(f.code))
