/** Name and honour, the notice, whom to reach. */
import { useText } from '../../text/use-text'
import { FieldRow } from '../../ui/field'
import { Section } from '../../ui/section'
import { DayField, TextArea, TextField } from '../../ui/text-fields'
import type { PartProps } from './form-parts'

const AboutFields = ({ draft, change }: PartProps) => {
  const t = useText()
  return (
    <Section title={t('office.new.about')}>
      <div className="fields">
        <FieldRow>
          <TextField label={t('office.new.year')} required keyboard="numeric" value={draft.year} onChange={(year) => change({ year })} />
          <TextField label={t('office.new.nameZh')} required value={draft.nameZh} onChange={(nameZh) => change({ nameZh })} />
          <TextField label={t('office.new.nameEn')} value={draft.nameEn} onChange={(nameEn) => change({ nameEn })} hint={t('office.new.enHint')} />
        </FieldRow>
        <FieldRow>
          <TextField label={t('office.new.awardZh')} required value={draft.awardZh} onChange={(awardZh) => change({ awardZh })} hint={t('office.new.awardHint')} />
          <TextField label={t('office.new.awardEn')} value={draft.awardEn} onChange={(awardEn) => change({ awardEn })} hint={t('office.new.enHint')} />
        </FieldRow>
      </div>
    </Section>
  )
}

const NoticeFields = ({ draft, change }: PartProps) => {
  const t = useText()
  return (
    <Section title={t('office.new.notice')}>
      <div className="fields">
        <TextField label={t('office.new.noticeTitle')} required value={draft.noticeTitle} onChange={(noticeTitle) => change({ noticeTitle })} />
        <FieldRow>
          <TextField label={t('office.new.noticeNumber')} value={draft.noticeNumber} onChange={(noticeNumber) => change({ noticeNumber })} hint={t('office.new.noticeNumberHint')} />
          <DayField label={t('office.new.noticeDate')} required value={draft.noticeDate} onChange={(noticeDate) => change({ noticeDate })} />
        </FieldRow>
        <TextArea label={t('office.new.hosts')} required rows={2} value={draft.hosts} onChange={(hosts) => change({ hosts })} hint={t('office.new.hostsHint')} />
      </div>
    </Section>
  )
}

const ContactFields = ({ draft, change }: PartProps) => {
  const t = useText()
  const set = (key: keyof typeof draft.contact) => (value: string) => change({ contact: { ...draft.contact, [key]: value } })
  return (
    <Section title={t('office.new.contact')}>
      <FieldRow>
        <TextField label={t('office.new.person')} value={draft.contact.person} onChange={set('person')} />
        <TextField label={t('office.new.phone')} type="tel" value={draft.contact.phone} onChange={set('phone')} />
        <TextField label={t('office.new.email')} type="email" value={draft.contact.email} onChange={set('email')} />
        <TextField label={t('office.new.address')} value={draft.contact.address} onChange={set('address')} />
      </FieldRow>
    </Section>
  )
}

export const HeadFields = (props: PartProps) => <><AboutFields {...props} /><NoticeFields {...props} /><ContactFields {...props} /></>
