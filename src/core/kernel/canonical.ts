import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Canonical texts of objects that never change, kept so that they are made once. */
export type KeptTexts = WeakMap<object, string>

/**
 * One text for one value, after RFC 8785 (JSON Canonicalization Scheme): keys sorted by UTF-16 code units, no white space.
 * @param kept texts of parts that are known already
 * @throws TypeError for a number that is not finite, an undefined array item or any other thing JSON cannot say
 */
export const canonical = (value: unknown, kept?: KeptTexts): string => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('canonical JSON holds finite numbers only')
    return JSON.stringify(value)
  }
  if (typeof value !== 'object') throw new TypeError(`canonical JSON cannot hold ${typeof value}`)
  const known = kept?.get(value)
  if (known !== undefined) return known
  if (Array.isArray(value)) {
    // By index: a hole is an undefined item and is refused.
    let items = ''
    for (let i = 0; i < value.length; i++) items += `${i === 0 ? '' : ','}${canonical(value[i], kept)}`
    return `[${items}]`
  }
  let members = ''
  for (const key of Object.keys(value).sort()) {
    const v = (value as Readonly<Record<string, unknown>>)[key]
    if (v !== undefined) members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonical(v, kept)}`
  }
  return `{${members}}`
}

/** Lower-case hex SHA-256 of the UTF-8 bytes of a text. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/** Hash of a value by its canonical text. */
export const hashOf = (value: unknown, kept?: KeptTexts): string => sha256Hex(canonical(value, kept))
