/** An address that mail can be sent to, and nothing that could be read as more than one: no name, no comma, no line break. */
const address = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/

/** One address of at most 254 characters. */
export const isMailAddress = (text: string): boolean => text.length <= 254 && address.test(text)
/** Two spellings of one mailbox: how recipients are compared. */
export const sameMailbox = (text: string): string => text.toLowerCase()
