/** The QR code in a picture, read back. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))).buffer as ArrayBuffer } })

export const codeIn = async (picture: Uint8Array): Promise<string | undefined> => {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return (await readBarcodes({ data: new Uint8ClampedArray(data), width: info.width, height: info.height } as ImageData, { formats: ['QRCode'] }))[0]?.text
}
