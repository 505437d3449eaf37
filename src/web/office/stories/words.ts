import { useLanguage, useText } from '../../text/use-text'
import { sayAt } from '../../ui/say-time'
import type { Story } from './use-story'

/** What is public of it, in a few words. */
export const usePublicWords = (): ((p: Story['publication']) => string) => {
  const t = useText()
  const language = useLanguage()
  return (p) => {
    if (p.publishAt !== null) return t('stories.public.later', { at: sayAt(p.publishAt, language) })
    if (p.withdrawnAt !== null) return t('stories.public.withdrawn', { at: sayAt(p.withdrawnAt, language) })
    return p.publishedAt === null ? t('stories.public.not') : t(p.isOlder ? 'stories.public.older' : 'stories.public.out', { at: sayAt(p.publishedAt, language) })
  }
}
