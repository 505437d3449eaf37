/** 登录不了: what to do, by what is missing. No way leads through a mail alone, and it says so. */
import { useText } from '../text/use-text'

export const NotIn = () => {
  const t = useText()
  return (
    <details className="not-in">
      <summary>{t('entry.notIn.title')}</summary>
      <dl>
        <dt>{t('entry.notIn.password')}</dt><dd>{t('entry.notIn.password.do')}</dd>
        <dt>{t('entry.notIn.phone')}</dt><dd>{t('entry.notIn.phone.do')}</dd>
        <dt>{t('entry.notIn.all')}</dt><dd>{t('entry.notIn.all.do')}</dd>
      </dl>
    </details>
  )
}
