import QRCode from 'qrcode'

/** The dark modules of a QR code as one outline, a module a unit: drawn by pages and by posters. @param border light modules around it (ISO/IEC 18004 asks for 4) */
export const codePath = (text: string, border: number): { readonly d: string; /** Modules on a side, the border included. */ readonly side: number } => {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const runs: string[] = []
  for (let y = 0; y < modules.size; y++)
    for (let x = 0; x < modules.size; x++) {
      if (!modules.get(y, x)) continue
      let n = 1
      while (x + n < modules.size && modules.get(y, x + n)) n++
      runs.push(`M${x + border} ${y + border}h${n}v1h${-n}z`)
      x += n
    }
  return { d: runs.join(''), side: modules.size + 2 * border }
}
