/** Where a unit's letters go: entered, changed or, left empty, taken away. */
import { useState } from 'react'
import { setEmail } from '#contract/operations/organisations'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'

/** @param quiet as a link, where every line has one */
export const EnterAddress = ({ unitId, name, email, quiet }: { unitId: string; name: string; email: string; quiet?: boolean }) => {
  const t = useText()
  const [typed, setTyped] = useState<string | null>(null)
  const set = useAct(setEmail)
  const verb = t(email === '' ? 'office.mobilisation.enter' : 'office.mobilisation.change')
  const title = t(email === '' ? 'office.mobilisation.enterFor' : 'office.mobilisation.changeFor', { unit: name })
  const act = () => set.mutate({ params: {}, body: { organisationId: unitId, email: typed ?? '' } }, { onSuccess: () => { setTyped(null); say(t('office.mobilisation.entered')) } })
  return (
    <>
      {quiet ? <button type="button" className="link small" aria-label={title} onClick={() => setTyped(email)}>{verb}</button> : <Button size="small" aria-label={title} onClick={() => setTyped(email)}>{verb}</Button>}
      <Dialog open={typed !== null} onClose={() => setTyped(null)} title={title} actions={<><Button onClick={() => setTyped(null)}>{t('office.mobilisation.enterNot')}</Button><Button look="primary" disabled={typed?.trim() === email} busy={set.isPending} onClick={act}>{verb}</Button></>}>
        <TextField label={t('office.mobilisation.email')} value={typed ?? ''} onChange={setTyped} />
        <Refused error={set.error} />
      </Dialog>
    </>
  )
}
