/** The round tick of the ballot: 44 px and more, named by whom it approves. */
import { useText } from '../../text/use-text'

export const Approve = ({ name, checked, onToggle }: { name: string; checked: boolean; onToggle: () => void }) => {
  const t = useText()
  return (
    <label className="approve">
      <input type="checkbox" aria-label={t('jury.ballot.approve', { name })} checked={checked} onChange={onToggle} />
      <svg viewBox="0 0 26 26" aria-hidden="true"><circle cx="13" cy="13" r="12" /><path d="M8 13.400l3.500 3.500L18.200 9.500" /></svg>
    </label>
  )
}
