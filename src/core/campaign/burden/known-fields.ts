/** What of the form is filled in when a unit begins a nomination: asked once, at “whom do you nominate?”. Everything else is still typed. */
export const knownFields: ReadonlySet<string> = new Set(['name'])
