/** Decodes one HEIC at a time beside the page, in WebAssembly; loaded when the first one comes. */
import start from 'libheif-js/libheif-wasm/libheif-bundle.mjs'

/** What the page asks and gets: bytes in, pixels out; null where libheif refuses the file. */
export interface HeicAnswer { readonly pixels: { readonly data: ArrayBuffer; readonly width: number; readonly height: number } | null }

let library: ReturnType<typeof start> | undefined
// It tells the console what is wrong with a file; the facts tell it.
console.log = () => undefined

const decode = (bytes: Uint8Array): Promise<HeicAnswer> => {
  library ??= start()
  const images = new library.HeifDecoder().decode(bytes)
  const image = images.find((i) => i.is_primary()) ?? images[0]
  if (image === undefined) return Promise.resolve({ pixels: null })
  const [width, height] = [image.get_width(), image.get_height()]
  return new Promise((resolve) => image.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, (shown) => {
    images.forEach((i) => i.free())
    resolve({ pixels: shown === null ? null : { data: shown.data.buffer as ArrayBuffer, width, height } })
  }))
}

addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
  void decode(new Uint8Array(data)).catch((): HeicAnswer => ({ pixels: null })).then((answer) => postMessage(answer, { transfer: answer.pixels === null ? [] : [answer.pixels.data] }))
})
