import { findingsOf, type Nomination } from '../reading'

const codes = ['material.owed', 'material.overdue', 'manifest.onItsWay', 'manifest.notArrived']
const sent: readonly Nomination['state'][] = ['submitted', 'accepted']
/** What of a submitted nomination is still to come, or did not come. */
export const lateFindings = (n: Nomination) => (sent.includes(n.state) ? findingsOf(n.findings).filter((f) => codes.includes(f.code)) : [])
