import type { Facts } from '#core/materials/facts'
import type { Wanted } from '#media/read-facts'
import { bytesInFile } from './bytes-in-file'
import { inspectFile } from './inspect-file'
import { noticePool } from './notice-pool'

/** Facts of bytes in hand. */
export const inspectBytes = (bytes: Uint8Array, name: string, want: Wanted = {}): Promise<Facts> => bytesInFile(bytes, (path) => inspectFile(path, name, want, noticePool))
