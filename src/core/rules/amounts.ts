import type { Words } from '../kernel/finding'

/** 2,000,000 bytes are 2 MB here: the decimal reading, the one that asks less of a unit; what is not round stays in bytes. */
export const sayBytes = (n: number): Words => {
  if (n >= 1_000_000_000 && n % 100_000_000 === 0) return both(`${n / 1_000_000_000} GB`)
  if (n >= 1_000_000 && n % 100_000 === 0) return both(`${n / 1_000_000} MB`)
  if (n >= 1000 && n % 100 === 0) return both(`${n / 1000} kB`)
  return { zh: `${n} 字节`, en: `${n} bytes` }
}

/** 180 → 3 分钟; 90 → 1 分 30 秒. */
export const saySeconds = (n: number): Words => {
  const [m, s] = [Math.floor(n / 60), n % 60]
  if (m === 0) return { zh: `${s} 秒`, en: `${s} s` }
  return s === 0 ? { zh: `${m} 分钟`, en: `${m} min` } : { zh: `${m} 分 ${s} 秒`, en: `${m} min ${s} s` }
}

const both = (text: string): Words => ({ zh: text, en: text })
