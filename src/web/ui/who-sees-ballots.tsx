/** A way to the page that says what a way of voting guards against and what it does not; in a window of its own, so that nothing typed is left. */
import { wayOfRound } from '#core/review/ballot-limits'
import { useLanguage, useText } from '../text/use-text'

export const WhoSeesBallots = ({ round }: { round: Parameters<typeof wayOfRound>[0] }) => {
  const [t, language] = [useText(), useLanguage()]
  return <a className="link" href={`/manual/ballots${language === 'en' ? '?lang=en' : ''}#${wayOfRound(round)}`} target="_blank" rel="noreferrer">{t('common.whoSeesBallots')}</a>
}
