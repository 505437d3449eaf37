/** What is kept of a vote of the public once it is over, and what it brings a candidate. */
import type { Ratio } from './ratio'

/** Votes that a limit strikes out, by the limit. */
export type Struck = Readonly<Record<'form' | 'perDay' | 'inAll' | 'perAddress' | 'perCandidate', number>>
/** Votes alike on one day, told together: of no voter, and of no hour. */
export interface Slip { readonly day: string; readonly candidates: readonly string[]; readonly times: number }
/** Enough to add it up, nothing of who voted. */
export interface PublicTally { readonly slips: readonly Slip[]; readonly struck: Struck }
/** Points of a hundred of both parts, and their sum by the parts' per cent. */
export interface Joined { readonly jury: Ratio; readonly public: Ratio; readonly sum: Ratio }
