/** What a page of ours may load and run: its own files and nothing else. WebAssembly is compiled (pictures of telephones, codes on paper), text is never run as a program. */
export const contentPolicy = {
  defaultSrc: ["'none'"], scriptSrc: ["'self'", "'wasm-unsafe-eval'"], styleSrc: ["'self'"], imgSrc: ["'self'", 'data:', 'blob:'], mediaSrc: ["'self'", 'blob:'], fontSrc: ["'self'"], connectSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'], formAction: ["'self'"], frameAncestors: ["'none'"], baseUri: ["'none'"], manifestSrc: ["'self'"],
}
