import { ChildPool } from './child-pool'

/** A child of its own for pictures that people look at: who looks does not wait for what is uploaded, nor the other way round. */
export const viewPool = new ChildPool({ children: 1, milliseconds: 30_000, residentBytes: 512 * 1024 * 1024 })
