/** 拍照合成 PDF: the photographed pages of one paper, put in order and turned upright, become the file that the notice asks for. */
import { useEffect, useRef, useState } from 'react'
import type { Words } from '#core/kernel/finding'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../button'
import { Dialog } from '../dialog'
import { isPicture, pdfOfPages, type Page } from './pages-of-photos'
import { asJpeg } from './upright'
import './photographed-pages.css'

const SMALL = 320
let next = 0
const pagesOf = (files: readonly File[]): Page[] => files.filter(isPicture).map((file) => ({ key: `p${next++}`, file, turns: 0 }))

/** undefined while it is opened, null where it cannot be. */
const useSmall = (file: File): string | null | undefined => {
  const [url, setUrl] = useState<string | null | undefined>(undefined)
  useEffect(() => {
    let made: string | null = null
    let there = true
    void asJpeg(file, { longest: SMALL, quality: 0.7 }).then((drawn) => {
      if (!there) return
      made = drawn === null ? null : URL.createObjectURL(drawn.blob)
      setUrl(made)
    }, () => there && setUrl(null))
    return () => {
      there = false
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [file])
  return url
}

interface SheetProps { page: Page; n: number; count: number; onTurn: () => void; onUp: () => void; onAway: () => void }
const Sheet = ({ page, n, count, onTurn, onUp, onAway }: SheetProps) => {
  const t = useText()
  const url = useSmall(page.file)
  return (
    <li className="photo-page">
      <div className="photo-page-picture" aria-busy={url === undefined}>{url ? <img src={url} alt={t('unit.pages.alt', { n, name: page.file.name })} style={{ transform: `rotate(${page.turns * 90}deg)` }} /> : url === null ? <span className="small">{t('unit.pages.cannot')}</span> : null}</div>
      <b>{t('unit.pages.n', { n })}</b>
      <span className="photo-page-ways">
        <Button size="small" onClick={onTurn} aria-label={t('unit.pages.turnLabel', { n })}>{t('unit.pages.turn')}</Button>
        <Button size="small" disabled={n === 1} onClick={onUp} aria-label={t('unit.pages.upLabel', { n })}>{t('unit.pages.up')}</Button>
        <Button size="small" look="quiet" disabled={count === 1} onClick={onAway} aria-label={t('unit.pages.awayLabel', { n })}>{t('unit.pages.away')}</Button>
      </span>
    </li>
  )
}

/** What they are pages of, and how large the file may be. */
export interface Paper { readonly name: Words; readonly file: { readonly maxBytes: number } }
interface PagesProps { files: readonly File[]; rule: Paper; /** The file is sent by a later press. */ later?: boolean; onMade: (pdf: File, pages: number) => void; onClose: () => void }
export const PhotographedPages = ({ files, rule, later = false, onMade, onClose }: PagesProps) => {
  const t = useText()
  const name = useWords()(rule.name)
  const input = useRef<HTMLInputElement>(null)
  const [pages, setPages] = useState<readonly Page[]>(() => pagesOf(files))
  const [made, setMade] = useState<number | null>(null)
  const [failed, setFailed] = useState(false)
  const up = (i: number) => setPages(pages.map((p, k) => (k === i - 1 ? pages[i]! : k === i ? pages[i - 1]! : p)))
  const make = async () => {
    setFailed(false)
    setMade(0)
    const pdf = await pdfOfPages(pages, `${rule.name.zh}.pdf`, rule.file.maxBytes, setMade).catch(() => null)
    setMade(null)
    if (pdf === null) return setFailed(true)
    onMade(pdf, pages.length)
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title={t('unit.pages.title', { name })} actions={<><Button onClick={onClose}>{t('unit.pages.cancel')}</Button><Button look="primary" busy={made !== null} onClick={() => void make()}>{made === null ? t(later ? 'unit.pages.join' : 'unit.pages.make', { n: pages.length }) : t('unit.pages.making', { done: made, n: pages.length })}</Button></>}>
      <p className="detail">{t('unit.pages.how')}</p>
      <ol className="photo-pages">{pages.map((page, i) => <Sheet key={page.key} page={page} n={i + 1} count={pages.length} onUp={() => up(i)} onTurn={() => setPages(pages.map((p) => (p === page ? { ...p, turns: (p.turns + 1) % 4 } : p)))} onAway={() => setPages(pages.filter((p) => p !== page))} />)}</ol>
      <Button size="small" onClick={() => input.current?.click()}>{t('unit.pages.more')}</Button>
      <input ref={input} type="file" multiple accept="image/*" className="hidden-text" tabIndex={-1} aria-label={t('unit.pages.more')} onChange={(event) => {
        setPages([...pages, ...pagesOf([...(event.target.files ?? [])])])
        event.target.value = ''
      }} />
      <p className="detail" role="status">{failed ? t('unit.pages.failed') : ''}</p>
    </Dialog>
  )
}
