/** An address as a QR code, drawn in the browser: it goes nowhere else. Null until it is drawn. */
import { useEffect, useState } from 'react'

export const useQrCode = (address: string, wanted = true): string | null => {
  const [code, setCode] = useState<string | null>(null)
  useEffect(() => {
    if (!wanted) return
    let there = true
    void import('qrcode').then(({ toString }) => toString(address, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })).then((svg) => there && setCode(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`), () => undefined)
    return () => { there = false }
  }, [address, wanted])
  return code
}
