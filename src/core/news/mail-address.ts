/** Where a person's news goes: the own address first, else the login where it is one, else the unit's mailbox. */
import { isMailAddress } from '../mobilisation/address'

export interface Reached { readonly address: string; /** Of several people: the office's letters reach it as well. */ readonly shared: boolean }

export const reachedBy = (p: { readonly address: string | null; readonly login: string; readonly contact: string | null }): Reached | null =>
  p.address !== null ? { address: p.address, shared: false } : isMailAddress(p.login) ? { address: p.login, shared: false } : p.contact !== null && isMailAddress(p.contact) ? { address: p.contact, shared: true } : null

/** A new address is confirmed by a code that is sent there; asked for a few times a day, and tried a few times. */
export const CODE_MINUTES = 30
export const CODES_A_DAY = 3
export const TRIES_A_CODE = 5
