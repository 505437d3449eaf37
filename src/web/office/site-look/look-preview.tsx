/** The front page of a campaign in small, in the colours that are being chosen. */
import type { CSSProperties } from 'react'
import type { LookTokens } from '#core/publicity/look/derive'
import { useText } from '../../text/use-text'

interface PreviewProps { tokens: LookTokens; emblem: string | null; header: string | null; credit: string }

export const LookPreview = ({ tokens, emblem, header, credit }: PreviewProps) => {
  const t = useText()
  return (
    <div className="look-page" role="img" aria-label={t('siteLook.previewNote')} style={{ '--look-accent': tokens.accent, '--look-deep': tokens.deep, '--look-tint': tokens.tint } as CSSProperties}>
      <div className="lp-top">{emblem === null ? <i /> : <img src={emblem} alt="" />}<span>{t('siteLook.preview.honour')}</span><span>{t('siteLook.preview.nav')}</span></div>
      {header === null ? null : <><img className="lp-band" src={header} alt="" /><p className="lp-credit">{credit}</p></>}
      <div className="lp-say">
        <p className="lp-label">{t('siteLook.preview.label')}</p>
        <p className="lp-big">{t('siteLook.preview.honour')}</p>
        <p className="lp-lead">{t('siteLook.preview.lead')}</p>
        <p className="lp-acts"><span>{t('siteLook.preview.act')}</span><span>{t('siteLook.preview.plain')}</span></p>
      </div>
      <div className="lp-clock"><p>{t('siteLook.preview.left')}</p><p><b>4</b>{t('siteLook.preview.days')}</p><div className="lp-bars"><i /><i /><i /><i /><i /></div><p>{t('siteLook.preview.link')}</p></div>
    </div>
  )
}
