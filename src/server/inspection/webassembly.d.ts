/** Values of a global that Node has and its types, without those of a browser, only name. */
declare namespace WebAssembly {
  const compile: (bytes: Uint8Array) => Promise<Module>
  const Instance: new (module: Module, imports: Imports) => { readonly exports: Exports }
}
