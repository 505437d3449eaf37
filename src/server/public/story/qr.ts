import { codePath } from '#documents/code-path'
import { Html } from '../html'

/** A code for a page, dark on white with its quiet zone. */
export const qrOf = (text: string): Html => {
  const { d, side } = codePath(text, 4)
  return new Html(`<svg role="img" aria-label="二维码 QR code" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path fill="#1d1b19" d="${d}"/></svg>`)
}
