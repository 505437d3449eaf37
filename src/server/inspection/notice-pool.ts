import { ChildPool } from './child-pool'

/** Children of their own for notices: a file that keeps one busy to its limit never delays the materials that units hand in. */
export const noticePool = new ChildPool({ children: 2, milliseconds: 10_000, residentBytes: 512 * 1024 * 1024 })
