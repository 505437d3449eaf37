/** The part of libheif-js that is used; it comes without types. */
declare module 'libheif-js/libheif-wasm/libheif-bundle.mjs' {
  interface Shown { data: Uint8ClampedArray; width: number; height: number }
  interface HeifImage { get_width(): number; get_height(): number; is_primary(): boolean; display(to: Shown, done: (shown: Shown | null) => void): void; free(): void }
  interface Libheif { HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] } }
  const start: () => Libheif
  export default start
}
