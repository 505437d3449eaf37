/** HEIC through libheif in WebAssembly, loaded when the first one comes. Runs in the inspection child only. */

export interface Pixels { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number }

/** Pixels of the primary picture as displayed, 4 bytes each; null: libheif refuses the file. */
export const decodeHeic = async (bytes: Uint8Array): Promise<Pixels | null> => {
  const { default: libheif } = await import('libheif-js/wasm-bundle.js')
  const images = quietly(() => new libheif.HeifDecoder().decode(bytes))
  const image = images.find((i) => i.is_primary()) ?? images[0]
  if (image === undefined) return null
  const [width, height] = [image.get_width(), image.get_height()]
  const shown = await new Promise<Pixels | null>((resolve) => quietly(() => image.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, resolve)))
  images.forEach((i) => i.free())
  return shown
}

/** It tells the console what is wrong with a file; the facts tell it. */
const quietly = <T>(act: () => T): T => {
  const { log } = console
  console.log = () => undefined
  try {
    return act()
  } finally {
    console.log = log
  }
}
