/** Whom to ask: the campaign's office. */
import { useText } from '../text/use-text'
import { KeyValue } from '../ui/key-value'
import { Section } from '../ui/section'
import type { Campaign } from './reading'

export const Contact = ({ contact }: { contact: Campaign['contact'] }) => {
  const t = useText()
  const pairs = (['person', 'phone', 'email', 'address'] as const).filter((key) => contact[key] !== '').map((key) => ({
    name: t(`unit.contact.${key}`),
    value: key === 'email' ? <a className="link" href={`mailto:${contact.email}`}>{contact.email}</a> : key === 'phone' ? <a className="link" href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{contact.phone}</a> : contact[key],
  }))
  return <Section title={t('unit.contact.title')}>{pairs.length === 0 ? <p className="detail muted">{t('unit.contact.none')}</p> : <KeyValue nameWidth={64} pairs={pairs} />}</Section>
}
