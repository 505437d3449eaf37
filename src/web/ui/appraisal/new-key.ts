/** A key of its own for a row that has no name: made where the row is made, so that sending it twice writes it once. */
export const newKey = (): string => crypto.randomUUID()
