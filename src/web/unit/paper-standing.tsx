/** On the nomination's page: what is due on paper and what of it has arrived. */
import { PaperDue } from '../ui/paper-due'
import { usePaper } from '../ui/use-paper'

export const PaperStanding = ({ nominationId }: { nominationId: string }) => {
  const { data } = usePaper(nominationId)
  return data === undefined ? null : <PaperDue register={data.register} nominationId={nominationId} />
}
