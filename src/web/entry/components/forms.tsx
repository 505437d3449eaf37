/** Living page: fields in every state, choice cards, set-up steps, dialog and news. */
import { useState } from 'react'
import { Button } from '../../ui/button'
import { ChoiceCard, ChoiceCards } from '../../ui/choice-card'
import { CheckField, RadioField, SelectField } from '../../ui/choice-fields'
import { Dialog } from '../../ui/dialog'
import { FieldRow } from '../../ui/field'
import { Section } from '../../ui/section'
import { Stepper } from '../../ui/stepper'
import { DayField, TextArea, TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import { Box } from './box'
import { findings, useSample } from './samples'

export const Fields = () => {
  const s = useSample()
  const [form, setForm] = useState({ name: '阿依努尔·托合提江', born: '1984-03-12', id: '539900198403120013', field: '', deeds: '沈若川扎根山区急诊十八年，牵头建成青陵山区“半小时急救圈”，把院前急救的平均响应时间由 47 分钟缩短到 19 分钟。', due: 'whole', agree: true })
  const set = <K extends keyof typeof form>(key: K) => (value: (typeof form)[K]) => setForm({ ...form, [key]: value })
  return (
    <Section title={s('推荐表', 'Nomination form')} note={s('边填边存', 'Saved as one types')}>
      <FieldRow>
        <TextField label={s('姓名', 'Name')} required value={form.name} onChange={set('name')} saving={{ at: Date.UTC(2026, 4, 20, 6, 2) }} hint={s('与身份证一致，少数民族姓名用间隔号“·”', 'As on the identity card')} />
        <DayField label={s('出生日期', 'Date of birth')} required value={form.born} onChange={set('born')} to="2026-05-23" />
        <TextField label={s('身份证号', 'ID number')} required value={form.id} onChange={set('id')} keyboard="text" findings={[findings.idNumber]} saving="saving" />
        <SelectField label={s('从事领域', 'Field')} required value={form.field} onChange={set('field')} error={s('尚未选择', 'Not chosen yet')} options={[{ value: 'a', label: s('急诊医学', 'Emergency medicine') }, { value: 'b', label: s('公共卫生', 'Public health') }]} />
      </FieldRow>
      <div className="gap" />
      <TextArea label={s('主要事迹', 'Main deeds')} required max={50} value={form.deeds} onChange={set('deeds')} saving="failed" findings={[findings.note]} />
      <div className="gap" />
      <RadioField cards label={s('“5月23日前”含不含 23 日当天？', 'Does “before 23 May” include the 23rd?')} value={form.due} onChange={set('due')} options={[{ value: 'whole', label: s('含当日', 'Included'), explain: s('5月23日（周六）24:00 止', 'until Sat 23 May, 24:00') }, { value: 'before', label: s('不含当日', 'Not included'), explain: s('5月22日（周五）24:00', 'until Fri 22 May, 24:00') }, { value: 'time', label: s('另定钟点', 'At a time'), explain: s('精确到分', 'to the minute') }]} />
      <div className="gap" />
      <CheckField label={s('本人同意在公示中载明姓名、单位和事迹', 'I agree that name, unit and deeds are shown')} explain={s('可随时撤回，撤回前已公示的不受影响', 'May be withdrawn at any time')} checked={form.agree} onChange={set('agree')} />
    </Section>
  )
}

export const Choices = () => {
  const s = useSample()
  return (
    <>
      <Section title={s('选一个角色进入示例活动', 'Choose a role')}>
        <ChoiceCards>
          <ChoiceCard title={s('活动办公室', 'Office')} who={s('郑一帆　云川省医学会（示例）', '郑一帆, provincial association')} about={s('审材料、看进度、开评审、发公示', 'Screens, follows, opens rounds, announces')} onChoose={() => say(s('示例：此处进入办公室', 'Sample'))} />
          <ChoiceCard title={s('经办人', 'Unit clerk')} who={s('陈知微　青陵市医学会（示例）', '陈知微, city association')} about={s('填推荐表、传材料、送审签', 'Fills in, uploads, sends for approval')} onChoose={() => say(s('示例：此处进入单位', 'Sample'))} />
          <ChoiceCard title={s('评委', 'Juror')} who={s('方见山', '方见山')} about={s('申报回避、看材料、投票', 'Declares conflicts, reads, votes')} onChoose={() => say(s('示例：此处进入评审', 'Sample'))} />
        </ChoiceCards>
      </Section>
      <Section title={s('首次设置', 'First set-up')}>
        <Stepper steps={[s('本单位', 'Organisation'), s('首个办公室账号', 'Office account'), s('导入单位名单', 'Units')]} now={1} />
      </Section>
    </>
  )
}

export const Voices = () => {
  const s = useSample()
  const [open, setOpen] = useState(false)
  return (
    <Box title={s('对话与回音', 'Dialogue and news')}>
      <div className="row-of">
        <Button look="block" onClick={() => setOpen(true)}>{s('撤回推荐', 'Withdraw')}</Button>
        <Button onClick={() => say(s('已提醒 9 家，14:02', '9 units reminded, 14:02'))}>{s('提醒这 9 家', 'Remind these 9')}</Button>
      </div>
      <Dialog open={open} onClose={() => setOpen(false)} title={s('撤回沈若川的推荐', 'Withdraw the nomination')}
        actions={<><Button onClick={() => setOpen(false)}>{s('先不撤回', 'Keep it')}</Button><Button look="block" onClick={() => setOpen(false)}>{s('撤回推荐', 'Withdraw')}</Button></>}>
        <p className="muted">{s('名额随即空出，5月23日 24:00 前可另报 1 人。材料保留在本单位。', 'The seat is free again until 23 May, 24:00. The files stay with the unit.')}</p>
      </Dialog>
    </Box>
  )
}
