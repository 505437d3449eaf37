/** `const t = useText(); t('unit.checklist.title', { n: 3 })`: texts by key, in the language of the person. */
import { useCallback, useSyncExternalStore } from 'react'
import type { Words } from '#core/kernel/finding'
import { fill, lookUp, type Values, type TextKey } from './catalogue'
import { currentLanguage, onLanguage, type Language } from './language'

export type Translate = <K extends TextKey>(key: K, ...values: Values<K>) => string

export const useLanguage = (): Language => useSyncExternalStore(onLanguage, currentLanguage, currentLanguage)

export const useText = (): Translate => {
  const language = useLanguage()
  return useCallback<Translate>((key, ...values) => fill(lookUp(language, key), values[0] ?? {}), [language])
}

/** For words that come as data (findings, clauses, names of roles): picks the language. */
export const useWords = (): ((words: Words) => string) => {
  const language = useLanguage()
  return useCallback((words: Words) => words[language], [language])
}
