/** `/activate`: a person opens the account made for them with the code they were given. Not yet joined to the server. */
import { useState } from 'react'
import { useText } from '../text/use-text'
import { Button } from '../ui/button'
import { TextField } from '../ui/text-fields'
import { EntryPage } from './entry-page'

export const Activate = () => {
  const t = useText()
  const [code, setCode] = useState('')
  return (
    <EntryPage title={t('entry.activate.title')}>
      <TextField label={t('entry.activate.code')} value={code} onChange={setCode} name="code" autoComplete="one-time-code" hint={t('entry.activate.codeHint')} />
      <Button type="submit" look="primary" size="large" wide>{t('entry.activate.act')}</Button>
    </EntryPage>
  )
}
