/** 回避 for those who decide on it: the supervisor and the jury secretary. */
import { useParams } from 'react-router'
import { ConflictsPage } from '../ui/conflicts/conflicts-page'

export const DecideConflicts = () => <ConflictsPage campaignId={useParams()['campaignId'] ?? ''} />
