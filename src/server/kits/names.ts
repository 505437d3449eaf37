const MOST = 24
/** A caption as a file's name: short, and with nothing in it that a file system takes for something else. */
export const safeName = (caption: string): string => {
  const whole = [...caption.replace(/[\\/:*?"<>|\p{Cc}\s]/gu, '')]
  const cut = whole.slice(0, MOST).join('')
  // Where it is too long it ends with a clause.
  const bare = (whole.length > MOST ? cut.replace(/(?<=.{6})[，；。：！？][^，；。：！？]*$/u, '') : cut).replace(/[。，；：！？、.]+$/u, '')
  return bare === '' ? '无题' : bare
}
/** `3.2 MB` */
export const saySize = (bytes: number): string => (bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} kB`)
