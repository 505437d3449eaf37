/** `/office/poster-templates`: the office's own designs. */
import { useState } from 'react'
import { listPosterTemplates, removePosterTemplate } from '#contract/operations/poster-templates'
import { useAct, useRead } from '../../api/use-operation'
import { useLanguage, useText } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Empty } from '../../ui/empty'
import { PageFrame } from '../../ui/page-frame'
import { sayAt } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { Table } from '../../ui/table'
import { say } from '../../ui/toast'
import './posters.css'
import type { OwnTemplate } from './size-fields'
import { TemplateEditor } from './template-editor'

const Acts = ({ of, onEdit }: { of: OwnTemplate; onEdit: () => void }) => {
  const t = useText()
  const [asked, setAsked] = useState(false)
  const remove = useAct(removePosterTemplate, ['posterTemplates.list'])
  const { name } = of.template
  return (
    <>
      <span className="row-of"><Button size="small" aria-label={t('posterTemplates.editOf', { name })} onClick={onEdit}>{t('posterTemplates.edit')}</Button><Button size="small" aria-label={t('posterTemplates.dropOf', { name })} onClick={() => setAsked(true)}>{t('posterTemplates.drop')}</Button></span>
      <Dialog open={asked} onClose={() => setAsked(false)} title={t('posterTemplates.dropOf', { name })} actions={<>
        <Button onClick={() => setAsked(false)}>{t('posterTemplates.not')}</Button>
        <Button look="block" busy={remove.isPending} onClick={() => remove.mutate({ params: { templateId: of.id } }, { onSuccess: () => say(t('posterTemplates.dropped')) })}>{t('posterTemplates.drop')}</Button>
      </>}><p className="detail">{t('posterTemplates.dropFact')}</p><Refused error={remove.error} /></Dialog>
    </>
  )
}

export const PosterTemplatesPage = () => {
  const t = useText()
  const language = useLanguage()
  const query = useRead(listPosterTemplates, {})
  const [edited, setEdited] = useState<OwnTemplate | 'new' | null>(null)
  return (
    <PageFrame>
      <h1 className="page-title">{t('posterTemplates.title')}</h1>
      <p className="detail muted">{t('posterTemplates.note')}</p>
      <Answer query={query}>{(data) => (edited !== null ? <TemplateEditor key={edited === 'new' ? 'new' : edited.id} of={edited === 'new' ? null : edited} art={data.art} onDone={() => setEdited(null)} /> : (
        <Section title={t('posterTemplates.list')} action={<Button look="primary" onClick={() => setEdited('new')}>{t('posterTemplates.new')}</Button>}>
          {data.templates.length === 0 ? <Empty title={t('posterTemplates.none')}>{t('posterTemplates.noneFact')}</Empty> : (
            <Table caption={t('posterTemplates.list')} captionHidden rows={data.templates} keyOf={(o) => o.id} empty={null} columns={[
              { key: 'name', head: t('posterTemplates.name'), names: true, cell: (o) => o.template.name },
              { key: 'base', head: t('posterTemplates.base'), cell: (o) => t(`posters.design.${o.template.base}`) },
              { key: 'version', head: t('posters.state'), cell: (o) => <span className="detail">{t('posterTemplates.version', { n: o.version, at: sayAt(o.savedAt, language), by: o.savedBy })}</span> },
              { key: 'go', head: '', phone: 'bare', cell: (o) => <Acts of={o} onEdit={() => setEdited(o)} /> },
            ]} />
          )}
        </Section>
      ))}</Answer>
    </PageFrame>
  )
}
