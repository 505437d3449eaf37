import type { Finding } from '../kernel/finding'
import type { ResolvedRule } from '../campaign/definition'
import type { Facts } from './facts'

/** Judges the facts of one file against one material of the definition. Signature that browser, server and command line share. */
export type JudgeFile = (material: ResolvedRule<'material'>, facts: Facts) => Finding[]
