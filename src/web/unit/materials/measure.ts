/** What was read out of a file, in few words beside its name. */
import { useText } from '../../text/use-text'

type Read = Readonly<Record<string, unknown>>
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** 1:48 */
export const lengthWords = (facts: Read): string | null => {
  const seconds = facts['kind'] === 'video' ? number(facts['seconds']) : null
  return seconds === null ? null : `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
}

export const useMeasure = (): ((facts: Read) => string[]) => {
  const t = useText()
  return (facts) => {
    const [width, height, pages] = [number(facts['width']), number(facts['height']), number(facts['pages'])]
    const size = width === null || height === null || width === 0 ? [] : [`${width}×${height}`]
    const way = facts['kind'] === 'video' && width !== null && height !== null ? [t(width >= height ? 'unit.materials.wide' : 'unit.materials.upright')] : []
    return [...size, ...way, ...(pages === null ? [] : [t('unit.materials.pages', { n: pages })])]
  }
}
