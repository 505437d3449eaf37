/** Pages where somebody asks by a receipt code what became of something; the code may stand behind the `#`, which no browser sends. */
import { useEffect, useState } from 'react'

const given = (): string => decodeURIComponent(window.location.hash.slice(1))

/** @param ask is told the code: at once where somebody comes by the receipt, and at each look */
export const useReceiptCode = (ask: (code: string) => void) => {
  const [code, setCode] = useState(given)
  useEffect(() => {
    const code = given()
    if (code !== '') ask(code)
  }, [ask])
  return { code, setCode, look: () => { if (code.trim() !== '') ask(code) } }
}
