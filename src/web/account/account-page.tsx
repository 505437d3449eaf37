/** `/account`: how one gets in, where one is signed in, and what changed; each change after a fresh proof of who one is. */
import { readAccount } from '#contract/operations/account'
import { useRead } from '../api/use-operation'
import { useLanguage, useText, useWords } from '../text/use-text'
import { Answer } from '../ui/answer'
import { Empty } from '../ui/empty'
import { PageFrame } from '../ui/page-frame'
import { sayAt } from '../ui/say-time'
import { Section } from '../ui/section'
import { Table } from '../ui/table'
import './account.css'
import { CodePart } from './code-part'
import { NewsPart } from './news-part'
import { PasskeysPart } from './passkeys-part'
import { PasswordPart } from './password-part'
import { ProofAsked } from './proof'
import { ProviderPart } from './provider-part'
import type { Account } from './reading'
import { RecoveryPart } from './recovery-part'
import { SessionsPart } from './sessions-part'

const About = () => {
  const t = useText()
  return (
    <Section title={t('account.about.title')}>
      <div className="stack detail">
        <p><b>{t('account.passkey')}</b>　{t('account.about.passkey')}</p>
        <p><b>{t('entry.signIn.code')}</b>　{t('account.about.code')}</p>
        <p><b>{t('account.recovery')}</b>　{t('account.about.recovery')}</p>
        <p>{t('account.about.mail')}</p>
      </div>
    </Section>
  )
}

const Changes = ({ news }: Pick<Account, 'news'>) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  return (
    <Section title={t('account.news.recent')} note={t('account.news.recentNote')}>
      <Table caption={t('account.news.recent')} captionHidden keep rows={news} keyOf={(n) => n.newsId} empty={<Empty title={t('account.news.none')} />}
        columns={[{ key: 'at', head: t('account.news.at'), cell: (n) => <span className="no-wrap">{sayAt(n.at, language)}</span>, width: '132px' }, { key: 'what', head: t('account.news.what'), names: true, cell: (n) => words(n.say) }]} />
    </Section>
  )
}

const Ways = ({ account }: { account: Account }) => {
  const t = useText()
  return (
    <Section title={t('account.ways')} note={t(account.twoSteps ? 'account.twoSteps' : 'account.oneStep')}>
      <div className="account-rows">
        <PasswordPart account={account} />
        <PasskeysPart account={account} />
        <CodePart account={account} />
        <ProviderPart account={account} />
        <RecoveryPart account={account} />
      </div>
    </Section>
  )
}

export const AccountPage = () => {
  const t = useText()
  const query = useRead(readAccount, { params: {} })
  return (
    <PageFrame side={<About />} sideLabel={t('account.about.title')}>
      <h1 className="page-title">{t('account.title')}</h1>
      <ProofAsked>
        <Answer query={query} lines={6}>{(account) => (
          <>
            <p className="detail muted account-who">{account.personName}{t('common.comma')}{t('account.login', { login: account.login })}</p>
            <Ways account={account} />
            <NewsPart />
            <SessionsPart sessions={account.sessions} />
            <Changes news={account.news} />
          </>
        )}</Answer>
      </ProofAsked>
    </PageFrame>
  )
}
