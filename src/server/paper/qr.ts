/** QR codes in a grey picture, by zxing compiled to WebAssembly; its file is the installed one, nothing is fetched. Runs in the inspection child only. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { Gray } from '#media/paper/picture'
import type { FoundText } from '#media/paper/read-page'

let ready: Promise<unknown> | undefined
const prepare = async (): Promise<void> => {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  await prepareZXingModule({ overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer }, fireImmediately: true })
}

/** Several on one page are all found; what is damaged beyond its own correction is not guessed. */
export const findCodes = async ({ data, width, height }: Gray, thorough: boolean): Promise<FoundText[]> => {
  await (ready ??= prepare())
  const rgba = new Uint32Array(width * height)
  // The reader looks at red, green and blue, and leaves the fourth byte alone: all four may be the same.
  for (let i = 0; i < rgba.length; i++) rgba[i] = data[i]! * 0x01010101
  const found = await readBarcodes({ data: new Uint8ClampedArray(rgba.buffer), width, height } as never, { formats: ['QRCode'], tryHarder: thorough, tryRotate: thorough, tryInvert: false, tryDownscale: thorough, maxNumberOfSymbols: 6 })
  return found.filter((f) => f.isValid).map((f) => ({ text: f.text, degrees: f.orientation, corners: cornersOf(f.position, width, height) }))
}

type Position = Awaited<ReturnType<typeof readBarcodes>>[number]['position']
const cornersOf = ({ topLeft, topRight, bottomRight, bottomLeft }: Position, width: number, height: number): FoundText['corners'] => {
  const share = ({ x, y }: Position['topLeft']) => [x / width, y / height] as const
  return [share(topLeft), share(topRight), share(bottomRight), share(bottomLeft)]
}
