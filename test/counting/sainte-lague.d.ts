/** The package brings no types. */
declare module 'sainte-lague' {
  const sainteLague: (votes: Readonly<Record<string, number>>, seats: number, options?: { readonly draw?: boolean }) => Record<string, number>
  export default sainteLague
}
