import QRCode from 'qrcode'
import { Html } from '../html'

/** A code as one path, dark on white with a quiet zone of four modules (ISO/IEC 18004). */
export const qrOf = (text: string): Html => {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const side = modules.size + 8
  const runs: string[] = []
  for (let y = 0; y < modules.size; y++)
    for (let x = 0; x < modules.size; x++) {
      if (!modules.get(y, x)) continue
      let n = 1
      while (x + n < modules.size && modules.get(y, x + n)) n++
      runs.push(`M${x + 4} ${y + 4.5}h${n}`)
      x += n
    }
  return new Html(`<svg role="img" aria-label="二维码 QR code" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path stroke="#1d1b19" d="${runs.join('')}"/></svg>`)
}
