/** Which language the person reads: kept in this browser, mirrored in `<html lang>`. */
export type Language = 'zh' | 'en'

const KEY = 'xuanshu.language'
const listeners = new Set<() => void>()
let current: Language = 'zh'

const stored = (): Language => {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh' // storage refused (private window): the choice lasts for the page
  }
}

const mirror = () => {
  document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en'
}

/** Reads the stored choice once, before the first paint. */
export const startLanguage = () => {
  current = stored()
  mirror()
}

export const currentLanguage = (): Language => current

export const chooseLanguage = (language: Language) => {
  current = language
  mirror()
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // see `stored`
  }
  listeners.forEach((tell) => tell())
}

export const onLanguage = (tell: () => void) => {
  listeners.add(tell)
  return () => {
    listeners.delete(tell)
  }
}
