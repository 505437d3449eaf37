/** Which keys a schema knows at a place, so that an error can name the one that was meant. */
import type { z } from 'zod'

export type AnySchema = z.ZodType
interface Def {
  readonly type: string
  readonly shape?: Readonly<Record<string, AnySchema>>
  readonly innerType?: AnySchema
  readonly element?: AnySchema
  readonly options?: readonly AnySchema[]
  readonly discriminator?: string
  readonly values?: readonly unknown[]
}
const defOf = (schema: AnySchema): Def => schema.def as unknown as Def

/** Names of the members that may stand at a path of a raw value. */
export const keysAt = (schema: AnySchema, raw: unknown, path: readonly (string | number)[]): string[] => {
  const here = pick(schema, raw)
  const [step, ...rest] = path
  if (step === undefined) return Object.keys(defOf(here).shape ?? {})
  const next = typeof step === 'number' ? defOf(here).element : defOf(here).shape?.[step]
  return next === undefined ? [] : keysAt(next, (raw as Record<string | number, unknown> | undefined)?.[step], rest)
}

/** Unwraps optional, nullable and default, and takes the branch that the value names. */
const pick = (schema: AnySchema, raw: unknown): AnySchema => {
  const def = defOf(schema)
  if (def.innerType !== undefined) return pick(def.innerType, raw)
  if (def.discriminator === undefined) return schema
  const named = (raw as Record<string, unknown> | undefined)?.[def.discriminator]
  return def.options?.find((o) => defOf(defOf(o).shape?.[def.discriminator ?? ''] ?? o).values?.includes(named)) ?? schema
}
