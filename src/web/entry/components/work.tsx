/** Living page: what people work down: checklist, table, uploads, tally, figures. */
import { Link } from 'react-router'
import { Button } from '../../ui/button'
import { Checklist, ChecklistGroup, ChecklistRow } from '../../ui/checklist'
import { ClauseRef } from '../../ui/clause-ref'
import { CodeText } from '../../ui/code-text'
import { Empty } from '../../ui/empty'
import { Figure, Figures } from '../../ui/figure'
import { FindingCard } from '../../ui/finding-card'
import { Icon } from '../../ui/icon'
import { KeyValue } from '../../ui/key-value'
import { Section } from '../../ui/section'
import { Chip } from '../../ui/state'
import { Table, type Column } from '../../ui/table'
import { Tally, TallyCut, TallyRow } from '../../ui/tally'
import { UploadRow } from '../../ui/upload-row'
import { ballots, behind, findings, hash, materialClause, procedureClause, useSample, type Behind } from './samples'

export const ChecklistSample = () => {
  const s = useSample()
  const link = (words: string) => <Link className="link" to="/components">{words}</Link>
  const clause = <ClauseRef clause={materialClause} />
  return (
    <Section title={s('报送清单', 'Checklist')} note={s('7 项中已齐 1 项，2 项有问题', '1 of 7 there, 2 with findings')}>
      <Checklist>
        <ChecklistGroup name={s('文字材料', 'Texts')}>
          <ChecklistRow name={s('推荐表', 'Nomination form')} fact={<>{s('Word 第 7 版，', 'Word, version 7, ')}<b>{s('43 栏已齐', '43 fields there')}</b></>} clauses={clause} state={{ kind: 'ok', words: s('已齐', 'There') }} act={link(s('查看', 'View'))} />
        </ChecklistGroup>
        <ChecklistGroup name={s('影像材料', 'Pictures')}>
          <ChecklistRow name={s('小2寸证件照（红底）', 'Portrait')} fact={s('已收到，底色合格，裁切框待确认', 'Received, background right, crop to confirm')} clauses={clause} state={{ kind: 'warn', words: s('待确认', 'To confirm') }} act={link(s('去裁切', 'Crop'))} />
          <ChecklistRow name={s('生活工作照片 3—5 张', 'Photographs, 3–5')} ticks={['ok', 'ok', 'block']} fact={s('3 张中 1 张不足 2 MB', '1 of 3 below 2 MB')} clauses={clause} state={{ kind: 'block', words: s('须更换', 'Replace') }} act={link(s('去更换', 'Replace'))} />
        </ChecklistGroup>
        <ChecklistGroup name={s('单位程序', 'Procedure')}>
          <ChecklistRow name={s('民主程序与单位内公示', 'Meeting and internal notice')} ticks={['info', 'info', 'info', 'info', 'none']} fact={s('公示第 4 个工作日，5月21日 17:30 期满', 'Fourth working day, ends 21 May 17:30')} clauses={<ClauseRef clause={procedureClause} />} state={{ kind: 'half', words: s('公示中', 'Running') }} act={link(s('查看', 'View'))} />
          <ChecklistRow current name={s('廉政意见（盖章）', 'Integrity opinion')} fact={s('青陵市第二人民医院纪委出具，已等 2 天', 'From the hospital’s discipline office, 2 days')} clauses={clause} state={{ kind: 'wait', words: s('等回件', 'Awaited') }} act={link(s('上传', 'Upload'))} />
        </ChecklistGroup>
        <ChecklistGroup name={s('盖章与纸质', 'Paper')}>
          <ChecklistRow name={s('纸质材料 1 套', 'Paper set')} fact={s('推荐表 2 份，版本码须与电子版一致', '2 forms, same version code')} clauses={clause} state={{ kind: 'none', words: s('未开始', 'Not begun') }} act={<span>{s('待定稿', 'after the form')}</span>} />
        </ChecklistGroup>
      </Checklist>
    </Section>
  )
}

export const SideSample = () => {
  const s = useSample()
  return (
    <>
      <Section title={s('联系活动办公室', 'Contact')}>
        <KeyValue nameWidth={64} pairs={[{ name: s('联系人', 'Person'), value: '郑一帆（示例）' }, { name: s('电话', 'Phone'), value: s('0000-00000000 转 805', '0000-00000000 ext. 805') }, { name: s('邮箱', 'Mail'), value: 'office@example.org' }]} />
      </Section>
      <Section title={s('可复核', 'Verifiable')}>
        <KeyValue nameWidth={64} pairs={[{ name: s('票箱校验', 'Box'), value: <CodeText code={hash} short /> }, { name: s('全码', 'Whole'), value: <CodeText code={hash} /> }]} />
      </Section>
    </>
  )
}

export const TableSample = () => {
  const s = useSample()
  const columns: Column<Behind>[] = [
    { key: 'unit', head: s('单位', 'Unit'), names: true, cell: (r) => r.unit },
    { key: 'state', head: s('状态', 'State'), cell: (r) => <Chip kind={r.state}>{s(r.words[0], r.words[1])}</Chip> },
    { key: 'at', head: s('停在哪一步', 'Stands at'), cell: (r) => s(r.at[0], r.at[1]) },
    { key: 'days', head: s('停留', 'Days'), numeric: true, cell: (r) => s(`${r.days} 天`, `${r.days}`) },
    { key: 'who', head: s('联系人', 'Contact'), cell: (r) => r.who, phone: 'hide' },
  ]
  return (
    <Section title={s('落后单位 3 家', '3 units behind')} note={s('最近一次提醒 5月18日 09:00', 'Last reminded 18 May 09:00')} action={<Button icon="bell">{s('提醒这 3 家', 'Remind these 3')}</Button>}>
      <Table caption={s('落后单位', 'Units behind')} captionHidden columns={columns} rows={behind} keyOf={(r) => r.id} warned={(r) => r.id === '2'} empty={null} />
      <div className="gap" />
      <Table caption={s('异议', 'Objections')} columns={columns} rows={[]} keyOf={() => ''} empty={<Empty title={s('没有单位落后', 'No unit is behind')}>{s('61 家均已报送。', 'All 61 have submitted.')}</Empty>} />
    </Section>
  )
}

export const UploadSample = () => {
  const s = useSample()
  return (
    <Section title={s('生活工作照片与视频', 'Photographs and film')} note={<ClauseRef clause={materialClause} withSource />}>
      <div className="drop"><Icon name="up" /><div><b>{s('把照片、视频、扫描件一起拖进来', 'Drop photographs, films and scans here')}</b><p>{s('不用先挑先改名：系统识别种类、核对规格，并按“姓名＋序号”命名。', 'No sorting or renaming: kinds are recognised, checked and named.')}</p></div><Button>{s('选择文件', 'Choose files')}</Button></div>
      <div className="gap" />
      <UploadRow name="沈若川01.jpg" facts={['6.2 MB', '4032×3024']} originalName="IMG_20260512_093347.jpg" receivedAt={s('5月20日 14:21', '20 May 14:21')} state={{ kind: 'ok', words: s('合格', 'In order') }} />
      <UploadRow name="沈若川03.jpg" facts={['1.4 MB', '1920×1280']} originalName="授课.jpg" receivedAt={s('5月20日 14:22', '20 May 14:22')} state={{ kind: 'block', words: s('须更换', 'Replace') }}>
        <FindingCard finding={findings.block} actions={<Button size="small">{s('选原图替换', 'Replace')}</Button>} />
      </UploadRow>
      <UploadRow kind="film" length="1:48" name="沈若川_视频02.mp4" facts={['1080×1920', s('竖屏', 'upright')]} originalName="VID_0093.MP4" progress={{ sent: 148_900_000, total: 231_735_000, secondsLeft: 40 }} state={{ kind: 'half', words: s('上传中', 'Uploading') }} />
    </Section>
  )
}

export const TallySample = () => {
  const s = useSample()
  const results = { in: s('入围', 'Elected'), tie: s('同票', 'Tied'), out: s('未入围', 'Not elected') }
  const row = (b: (typeof ballots)[number]) => <TallyRow key={b.name} rank={b.rank} name={b.name} unit={b.unit} tone={b.tone} share={b.votes / b.entitled} figure={<><b>{b.votes}</b><span> / {b.entitled}</span></>} threshold={2 / 3} result={results[b.tone]} />
  return (
    <Section title={s('第二轮　无记名投票', 'Second round, secret ballot')} note={<Chip kind="lock">{s('6月2日 14:32 封票', 'Sealed 2 June 14:32')}</Chip>} action={<Button icon="print">{s('打印计票单', 'Print the count')}</Button>}>
      <Figures>
        <Figure label={s('应到 / 实到', 'Members / present')} value="11 / 10" unit={s('人', '')} note={s('法定人数 8，已足', 'Quorum 8, met')} />
        <Figure label={s('回避', 'Recusals')} value="2" unit={s('人次', '')} note={s('不计入该人选的分母', 'Not counted for that candidate')} />
        <Figure label={s('已投', 'Cast')} value="10" unit={s('/ 10 张', 'of 10')} note={s('作废 0，弃权 0', 'Invalid 0')} />
        <Figure label={s('入围线', 'Line')} value="2/3" unit={s('以上', 'or more')} note={s('名额 3，差额 5 选 3', '3 places, 5 candidates')} />
      </Figures>
      <div className="gap" />
      <Tally label={s('计票', 'Count')} threshold={s('三分之二', 'two thirds')}>
        {ballots.slice(0, 2).map(row)}
        <TallyCut>{s('以上 2 人已定，还剩 1 个名额', '2 elected, 1 place left')}</TallyCut>
        {ballots.slice(2, 4).map(row)}
        <TallyCut quiet>{s('以下未达三分之二', 'Below two thirds')}</TallyCut>
        {ballots.slice(4).map(row)}
      </Tally>
    </Section>
  )
}
