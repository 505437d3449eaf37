declare module 'fontkit' {
  export interface Path { readonly commands: readonly { readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'; readonly args: readonly number[] }[] }
  export interface Glyph { readonly id: number; readonly path: Path; readonly advanceWidth: number }
  export interface Font {
    readonly unitsPerEm: number
    hasGlyphForCodePoint(code: number): boolean
    glyphForCodePoint(code: number): Glyph
    layout(text: string, features?: readonly string[]): { readonly glyphs: readonly Glyph[] }
  }
  export function openSync(path: string): Font
}
