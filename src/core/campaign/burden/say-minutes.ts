/** A length of work in words. */
import type { Words } from '../../kernel/finding'

/** 935 → 15 小时 35 分; 40 → 40 分. */
export const sayMinutes = (minutes: number): Words => {
  const [sign, n] = [minutes < 0 ? '−' : '', Math.abs(minutes)]
  const [h, m] = [Math.floor(n / 60), n % 60]
  if (h === 0) return { zh: `${sign}${m} 分`, en: `${sign}${m} min` }
  return m === 0 ? { zh: `${sign}${h} 小时`, en: `${sign}${h} h` } : { zh: `${sign}${h} 小时 ${m} 分`, en: `${sign}${h} h ${m} min` }
}

/** 20 → 20 秒; 90 → 1.5 分. */
export const saySeconds = (seconds: number): Words => (seconds < 60 ? { zh: `${seconds} 秒`, en: `${seconds} s` } : seconds % 60 === 0 ? sayMinutes(seconds / 60) : { zh: `${seconds / 60} 分`, en: `${seconds / 60} min` })
