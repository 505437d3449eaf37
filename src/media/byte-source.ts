/** Where bytes come from: a File in the browser, a file handle on the server. Reads past the end give fewer bytes. */
export interface ByteSource {
  readonly name: string
  readonly size: number
  read(offset: number, length: number): Promise<Uint8Array>
}

/** What only the host can do: decode pixels to the end, and for a portrait look at its border. */
export interface HostDecoders {
  /** Null: this host cannot decode this format at all. */
  decodeImage(source: ByteSource, format: string, want: { readonly border: boolean }): Promise<{ readonly ok: boolean; readonly border: Border | null } | null>
  /** Null: this host does not count pages. */
  countPages(source: ByteSource): Promise<number | null>
}
export interface Border { readonly colour: 'red' | 'white' | 'blue' | 'other'; readonly share: number }

export const text = (bytes: Uint8Array, from = 0, to = bytes.length): string => {
  let out = ''
  for (let i = from; i < Math.min(to, bytes.length); i++) out += String.fromCharCode(bytes[i]!)
  return out
}
export const u16 = (b: Uint8Array, at: number): number => ((b[at] ?? 0) << 8) | (b[at + 1] ?? 0)
export const u32 = (b: Uint8Array, at: number): number => u16(b, at) * 65_536 + u16(b, at + 2)
export const u16le = (b: Uint8Array, at: number): number => (b[at] ?? 0) | ((b[at + 1] ?? 0) << 8)
export const u32le = (b: Uint8Array, at: number): number => u16le(b, at) + u16le(b, at + 2) * 65_536
