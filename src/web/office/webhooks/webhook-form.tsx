/** One webhook, new or changed. Address and secret are typed and never shown again; left empty they stay. */
import { useState } from 'react'
import { addWebhook, changeWebhook, listWebhooks } from '#contract/operations/webhooks'
import { groupTerms } from '#core/news/kinds'
import { webhookGroups, webhookTemplates, type WebhookTemplate } from '#core/news/webhook'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { CheckField, RadioField, SelectField } from '../../ui/choice-fields'
import { DialogActions } from '../../ui/dialog'
import { Field } from '../../ui/field'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import type { Webhook } from './reading'

type Groups = (typeof webhookGroups)[number][]
interface Draft { name: string; template: WebhookTemplate; address: string; secret: string; groups: Groups; language: 'zh' | 'en' }

const draftOf = (hook: Webhook | null): Draft => ({
  name: hook?.name ?? '', template: hook?.template ?? 'wecom', address: '', secret: '', groups: hook === null ? [...webhookGroups] : webhookGroups.filter((g) => hook.groups.includes(g)), language: hook?.language ?? 'zh',
})

export const WebhookForm = ({ hook, onClose }: { hook: Webhook | null; onClose: () => void }) => {
  const t = useText()
  const words = useWords()
  const [draft, setDraft] = useState(draftOf(hook))
  const set = (changed: Partial<Draft>) => setDraft({ ...draft, ...changed })
  const [add, change] = [useAct(addWebhook, [listWebhooks.id]), useAct(changeWebhook, [listWebhooks.id])]
  const { template } = draft
  const same = hook !== null && hook.template === template
  const trouble = add.error ?? change.error
  const found = trouble?.name === 'ProblemError' ? trouble.findings : []
  const at = (field: string) => found.filter((f) => f.at.field === field)
  const send = () => {
    const body = { name: draft.name, template, groups: draft.groups, language: draft.language, ...(draft.secret === '' || template === 'wecom' ? {} : { secret: draft.secret }) }
    const saved = { onSuccess: () => { say(t('news.hooks.saved')); onClose() } }
    if (hook === null) add.mutate({ params: {}, body: { ...body, address: draft.address } }, saved)
    else change.mutate({ params: { webhookId: hook.webhookId }, body: { ...body, ...(draft.address === '' ? {} : { address: draft.address }) } }, saved)
  }
  return (
    <form noValidate className="gap" onSubmit={(event) => { event.preventDefault(); send() }}>
      <SelectField label={t('news.hooks.template')} value={template} onChange={(v) => { if (v !== '') set({ template: v as WebhookTemplate }) }} options={webhookTemplates.map((v) => ({ value: v, label: t(`news.hooks.template.${v}`) }))} />
      <TextField label={t('news.hooks.name')} value={draft.name} onChange={(name) => set({ name })} hint={t('news.hooks.nameHint')} max={60} required />
      <TextField label={t('news.hooks.address')} value={draft.address} onChange={(address) => set({ address })} hint={same ? t('news.hooks.addressKept', { host: hook.host }) : t('news.hooks.addressHint')} findings={at('address')} required={!same} />
      {template === 'wecom' ? null : <TextField label={t('news.hooks.secret')} type="password" findings={at('secret')} autoComplete="off" value={draft.secret} onChange={(secret) => set({ secret })} hint={same && hook.hasSecret ? t('news.hooks.secretKept') : t(`news.hooks.secretHint.${template}`)} required={template === 'json' && !(same && hook.hasSecret)} />}
      <Field label={t('news.hooks.groups')} findings={at('groups')} group>{() => <div>{webhookGroups.map((g) => (
        <CheckField key={g} label={words(groupTerms[g].name)} explain={t(`news.hooks.group.${g}`)} checked={draft.groups.includes(g)} onChange={(on) => set({ groups: webhookGroups.filter((k) => (k === g ? on : draft.groups.includes(k))) })} />
      ))}</div>}</Field>
      <RadioField label={t('news.hooks.language')} value={draft.language} onChange={(language) => set({ language: language === 'en' ? 'en' : 'zh' })} options={[{ value: 'zh', label: t('news.hooks.zh') }, { value: 'en', label: t('news.hooks.en') }]} />
      {found.length > 0 ? null : <Refused error={trouble} />}
      <DialogActions><Button onClick={onClose}>{t('news.hooks.not')}</Button><Button type="submit" look="primary" disabled={draft.name.trim() === '' || (!same && draft.address.trim() === '')} busy={add.isPending || change.isPending}>{t('news.save')}</Button></DialogActions>
    </form>
  )
}
