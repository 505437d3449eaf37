/** 保密审查 to read: who reviewed the dossier for secrets, post and day. */
import type { Review } from '#core/nomination/form'
import { useLanguage, useText } from '../text/use-text'
import { sayDay } from './say-time'

export const ReviewReading = ({ review }: { review: Review | undefined }) => {
  const t = useText()
  const language = useLanguage()
  if (review === undefined || review.name.trim() === '') return <span className="detail muted">{t('secrecy.review.none')}</span>
  return <span className="detail">{t('secrecy.review.by', { name: review.name, post: review.post, day: review.day === '' ? '' : sayDay(review.day, language) })}</span>
}
