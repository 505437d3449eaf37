/** Frame of the candidate's pages. */
import { Outlet } from 'react-router'
import { useText } from '../../text/use-text'
import { Shell } from '../../ui/shell'
import '../unit.css'

export const CandidateShell = () => {
  const t = useText()
  return <Shell home="/me" roles={['candidate']} items={[{ to: '/me', label: t('candidate.nav') }]}><Outlet /></Shell>
}
