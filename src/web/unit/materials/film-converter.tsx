/** 在这里转成规定的视频: the film is made fit on the person's own machine, with progress; what this browser cannot do the server does where it can, and is said with exact steps. */
import { useEffect, useRef, useState } from 'react'
import type { ConvertedFilm } from '#core/materials/made-fit'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { sayBytes } from '../../ui/upload-row'
import { ProgressBar } from '../../ui/progress-bar'
import { convertFilm, type Converting } from './convert-film'

interface ConverterProps { file: File; to: ConvertedFilm; onMade: (film: File) => void; onStop: () => void; /** Null: the server has no program for it. */ onServer: (() => void) | null }

export const FilmConverter = ({ file, to, onMade, onStop, onServer }: ConverterProps) => {
  const t = useText()
  const [share, setShare] = useState(0)
  const [failed, setFailed] = useState(false)
  const told = useRef(onMade)
  useEffect(() => { told.current = onMade })
  const { width, height, bitsASecond } = to
  useEffect(() => {
    let there = true
    const work: Converting = convertFilm(file, { width, height, bitsASecond }, setShare)
    void work.film.then((film) => {
      if (!there) return
      if (film === null) setFailed(true)
      else told.current(film)
    })
    return () => {
      there = false
      work.stop()
    }
  }, [file, width, height, bitsASecond])
  if (failed) return (
    <div className="detail film-ways" role="status">
      <p>{t(onServer === null ? 'unit.film.cannot' : 'unit.serverFilm.cannotHere')}</p>
      {onServer === null ? null : <><div className="row-of"><Button size="small" onClick={onServer} aria-label={t('unit.serverFilm.openLabel', { name: file.name })}>{t('unit.serverFilm.open')}</Button><span className="muted">{t('unit.serverFilm.what', { size: sayBytes(file.size) })}</span></div><p>{t('unit.serverFilm.orSelf')}</p></>}
      <ul className="rule-list">{(['iphone', 'android', 'computer'] as const).map((key) => <li key={key}>{t(`unit.film.${key}`, { width, height })}</li>)}</ul>
      <Button size="small" look="quiet" onClick={onStop}>{t('unit.film.close')}</Button>
    </div>
  )
  return (
    <div className="film-converting">
      <ProgressBar share={share} label={t('unit.film.making', { percent: Math.floor(share * 100) })} />
      <p className="detail muted" role="status">{t('unit.film.making', { percent: Math.floor(share * 100) })}{t('unit.film.stay')}</p>
      <Button size="small" onClick={onStop}>{t('unit.film.stop')}</Button>
    </div>
  )
}
