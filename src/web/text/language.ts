/** Which language the person reads: kept in this browser, mirrored in `<html lang>`. */
import { fetchTexts } from './catalogue'

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

/** Takes the stored choice before the first paint. Texts that cannot be fetched leave the page in Chinese, which is better than none. */
export const startLanguage = async (): Promise<void> => {
  const wanted = stored()
  await fetchTexts(wanted).then(() => { current = wanted }, () => undefined)
  mirror()
}

export const currentLanguage = (): Language => current

/** The page changes once the texts are there. */
export const chooseLanguage = async (language: Language): Promise<void> => {
  await fetchTexts(language)
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
