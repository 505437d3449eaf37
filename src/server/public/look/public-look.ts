import type { Hex } from '#core/publicity/look/colour'
import type { HeaderRights } from '#core/publicity/look/pictures'
import type { Renditions } from '../../store/stories'

export interface LookPicture { readonly name: string; /** Of the file as it came. */ readonly sha256: string; readonly width: number; readonly height: number; readonly renditions: Renditions }
export type HeaderPicture = LookPicture & HeaderRights
/** What an organisation chose for its public pages. */
export interface PublicLook { readonly organisationId: string; /** As picked; null: the house's own. */ readonly accent: Hex | null; readonly emblem: LookPicture | null; readonly header: HeaderPicture | null; readonly setAt: number; readonly setBy: string }
