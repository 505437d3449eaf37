/** Head of the supervisor's own pages of one campaign, with the way back to its record. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useText } from '../text/use-text'
import { PageFrame } from '../ui/page-frame'
import './supervision.css'

export const SupervisionFrame = ({ campaignId, title, lead, children }: { campaignId: string; title: string; lead?: string; children: ReactNode }) => {
  const t = useText()
  return (
    <PageFrame>
      <p className="supervision-back"><Link className="link" to={`/supervisor/c/${campaignId}`}>{t('supervision.back')}</Link></p>
      <h1 className="page-title">{title}</h1>
      {lead === undefined ? null : <p className="detail muted supervision-lead">{lead}</p>}
      {children}
    </PageFrame>
  )
}
