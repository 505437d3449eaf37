/** What we use of a package that brings no types of its own. */
declare module 'word-extractor' {
  interface Options { readonly filterUnicode?: boolean; readonly includeHeadersAndFooters?: boolean; readonly includeFooters?: boolean }
  interface WordDocument {
    getBody(options?: Options): string
    getHeaders(options?: Options): string
    getFootnotes(options?: Options): string
    getEndnotes(options?: Options): string
    getTextboxes(options?: Options): string
  }
  export default class WordExtractor {
    extract(file: Buffer): Promise<WordDocument>
  }
}
