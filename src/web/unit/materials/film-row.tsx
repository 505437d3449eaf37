/** One film the server converts: how far it is, what came of it to be looked at and taken, or why nothing did. */
import { useState } from 'react'
import { dropFilm, listFilms, takeFilm, tryFilmAgain } from '#contract/operations/films'
import { readNomination } from '#contract/operations/nominations'
import { sayFullEnd } from '#core/kernel/instant'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { FindingCard, Findings } from '../../ui/finding-card'
import { ProgressBar } from '../../ui/progress-bar'
import type { StateKind } from '../../ui/state'
import { say } from '../../ui/toast'
import { sayBytes, UploadRow } from '../../ui/upload-row'
import { Viewer } from '../../ui/viewer'
import { findingsOf } from '../reading'
import { isUnderWay, type Film } from '../use-films'
import { lengthWords, useMeasure } from './measure'

const kinds: Readonly<Record<Film['state'], StateKind>> = { waiting: 'wait', converting: 'half', made: 'warn', failed: 'block' }
interface FilmRowProps { film: Film; nominationId: string; /** The reader acts on it; others see how far it is. */ acts: boolean }

const UnderWay = ({ film }: { film: Film }) => {
  const t = useText()
  const percent = Math.floor(film.share * 100)
  const left = film.secondsLeft === null ? '' : t('unit.serverFilm.left', { time: film.secondsLeft < 90 ? t('common.progress.seconds', { n: Math.ceil(film.secondsLeft) }) : t('common.progress.minutes', { n: Math.ceil(film.secondsLeft / 60) }) })
  return (
    <div className="film-converting">
      {film.state === 'converting' ? <ProgressBar share={film.share} label={t('unit.film.making', { percent })} /> : null}
      <p className="detail muted" role="status">{film.state === 'converting' ? t('unit.serverFilm.converting', { percent, left }) : film.ahead > 0 ? t('unit.serverFilm.ahead', { n: film.ahead }) : t('unit.serverFilm.soon')}{film.begunAgain ? t('unit.serverFilm.begunAgain') : ''}{t('unit.serverFilm.leave')}</p>
    </div>
  )
}

const Made = ({ film, nominationId, acts }: FilmRowProps) => {
  const t = useText()
  const words = useWords()
  const measure = useMeasure()
  const [looking, setLooking] = useState(false)
  const take = useAct(takeFilm, [listFilms.id, readNomination.id])
  const { made } = film
  if (made === null) return null
  const facts = [sayBytes(made.bytes), ...measure(made.facts), ...(lengthWords(made.facts) === null ? [] : [lengthWords(made.facts)!])]
  const params = { nominationId, filmId: film.filmId }
  return (
    <>
      <p className="detail">{t(film.fileId === null ? 'unit.serverFilm.made' : 'unit.serverFilm.madeInstead', { facts: facts.join(t('common.comma')), until: words(sayFullEnd(made.until)) })}</p>
      <div className="row-of">
        <Button size="small" onClick={() => setLooking(true)} aria-label={t('viewer.lookAt', { name: film.name })}>{t('viewer.look')}</Button>
        {acts ? <Button size="small" busy={take.isPending} aria-label={t('unit.serverFilm.takeLabel', { name: film.name })} onClick={() => take.mutate({ params }, { onSuccess: () => say(t('unit.serverFilm.taken')) })}>{t('unit.serverFilm.take')}</Button> : null}
        {acts ? <Drop film={film} nominationId={nominationId} /> : null}
      </div>
      <Refused error={take.error} />
      <Viewer place={{ nominationId, filmId: film.filmId }} files={[{ fileId: film.filmId, title: film.name, facts, film: true }]} open={looking ? film.filmId : null} onMove={(id) => setLooking(id !== null)} />
    </>
  )
}

const Drop = ({ film, nominationId }: Omit<FilmRowProps, 'acts'>) => {
  const t = useText()
  const drop = useAct(dropFilm, [listFilms.id])
  const words = isUnderWay(film) ? 'stop' as const : film.state === 'made' ? 'drop' as const : 'clear' as const
  return <><Button size="small" look="quiet" busy={drop.isPending} aria-label={t(`unit.serverFilm.${words}Label`, { name: film.name })} onClick={() => drop.mutate({ params: { nominationId, filmId: film.filmId } })}>{t(`unit.serverFilm.${words}`)}</Button><Refused error={drop.error} /></>
}

const Failed = ({ film, nominationId, acts }: FilmRowProps) => {
  const t = useText()
  const again = useAct(tryFilmAgain, [listFilms.id])
  return (
    <>
      <Findings>{findingsOf(film.findings).map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings>
      {acts ? (
        <div className="row-of">
          {film.mayTryAgain ? <Button size="small" busy={again.isPending} aria-label={t('unit.serverFilm.againLabel', { name: film.name })} onClick={() => again.mutate({ params: { nominationId, filmId: film.filmId } })}>{t('unit.serverFilm.again')}</Button> : null}
          <Drop film={film} nominationId={nominationId} />
        </div>
      ) : null}
      <Refused error={again.error} />
    </>
  )
}

export const FilmRow = ({ film, nominationId, acts }: FilmRowProps) => {
  const t = useText()
  const measure = useMeasure()
  const length = lengthWords(film.facts)
  return (
    <UploadRow name={film.name} facts={[sayBytes(film.bytes), ...measure(film.facts)]} kind="film" state={{ kind: kinds[film.state], words: t(`unit.serverFilm.${film.state}State`) }} {...(length && { length })}>
      {isUnderWay(film) ? <><UnderWay film={film} />{acts ? <div className="row-of"><Drop film={film} nominationId={nominationId} /></div> : null}</> : null}
      {film.state === 'made' ? <Made film={film} nominationId={nominationId} acts={acts} /> : null}
      {film.state === 'failed' ? <Failed film={film} nominationId={nominationId} acts={acts} /> : null}
    </UploadRow>
  )
}
