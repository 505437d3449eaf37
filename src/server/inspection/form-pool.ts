import { ChildPool } from './child-pool'

/** Children of their own for forms: a notice that keeps one busy to its limit never delays what a unit wants to print. */
export const formPool = new ChildPool({ children: 2, milliseconds: 20_000, residentBytes: 512 * 1024 * 1024 })
