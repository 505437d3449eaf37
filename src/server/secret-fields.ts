import { idNumberKey } from '#core/nomination/id-number'
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { mask, secretTypes, type Fields, type FieldValue } from '#core/nomination/form'
import type { Keys } from './keys'

/** Parts what the form's types call secret (ID number, phone, e-mail) from the rest: the rest is kept readable, these sealed. */
export const split = (definition: ResolvedDefinition, fields: Fields): { open: Fields; secret: Record<string, string> } => {
  const secretIds = new Set(rulesOf(definition, 'formField').filter((f) => secretTypes.has(f.type)).map((f) => f.field))
  const open: Record<string, FieldValue> = {}
  const secret: Record<string, string> = {}
  for (const [id, value] of Object.entries(fields)) {
    if (secretIds.has(id)) secret[id] = typeof value === 'string' ? value : ''
    else open[id] = value
  }
  return { open, secret }
}

export const sealFields = (keys: Keys, secret: Readonly<Record<string, string>>): Buffer => keys.seal(Buffer.from(JSON.stringify(secret)))
export const openFields = (keys: Keys, sealed: Buffer | null): Record<string, string> => (sealed === null ? {} : (JSON.parse(keys.open(sealed).toString()) as Record<string, string>))

/** By which the same person is found without reading anybody's number; null: none was typed. */
export const idHashOf = (keys: Keys, secret: Readonly<Record<string, string>>): Buffer | null => { const n = idNumberKey(secret['idNumber'] ?? ''); return n === '' ? null : keys.mark(n) }

/** All fields as their own unit sees them. */
export const wholeFields = (keys: Keys, row: { readonly fields: Fields; readonly secretFields: Buffer | null }): Fields => ({ ...row.fields, ...openFields(keys, row.secretFields) })

/** Fields as others see them, and which were masked. */
export const maskedFields = (definition: ResolvedDefinition, keys: Keys, row: { readonly fields: Fields; readonly secretFields: Buffer | null }): { fields: Fields; masked: string[] } => {
  const secret = openFields(keys, row.secretFields)
  const types = new Map(rulesOf(definition, 'formField').map((f) => [f.field, f.type as string]))
  const hidden = Object.fromEntries(Object.entries(secret).map(([id, value]) => [id, mask(types.get(id) ?? '', value)]))
  return { fields: { ...row.fields, ...hidden }, masked: Object.keys(secret) }
}
