/** Living page: palette, clock, states, buttons, next step, findings, what a page says when empty, waiting or broken. */
import { useState } from 'react'
import { useText } from '../../text/use-text'
import { Button, ButtonLink } from '../../ui/button'
import { Clock } from '../../ui/clock'
import { Empty, NoPermission } from '../../ui/empty'
import { ErrorBox } from '../../ui/error-box'
import { FindingCard, Findings, Note } from '../../ui/finding-card'
import { Loading, Skeleton } from '../../ui/loading'
import { Meter } from '../../ui/meter'
import { NextStep } from '../../ui/next-step'
import { ClauseRef } from '../../ui/clause-ref'
import { Chip, State } from '../../ui/state'
import { Box } from './box'
import { findings, materialClause, useSample } from './samples'

const colours = [
  ['ink', '1d1b19'], ['ink-2', '5b5650'], ['ink-3', '8c867e'], ['paper', 'ffffff'], ['wash', 'f6f4f0'], ['line', 'e5e1da'], ['accent', 'b8321f'],
  ['accent-wash', 'fbeeea'], ['gold', 'a8803a'], ['ok', '2f7d4f'], ['warn', 'b7791f'], ['block', 'c0392b'], ['info', '2f5d8a'],
] as const
const HOUR = 3_600_000

export const Palette = () => (
  <div className="sample-palette">
    {colours.map(([name, hex]) => <div key={name}><i style={{ background: `var(--${name})` }} /><div className="small">{name}</div><code>{hex}</code></div>)}
  </div>
)

export const Clocks = () => {
  const s = useSample()
  const [now] = useState(() => Date.now())
  return (
    <Box title={s('截止钟：四种时候', 'Clock: four moments')}>
      <div className="sample-clocks">
        <Clock left label={s('超过 3 天', 'More than 3 days')} end={now + 292.2 * HOUR} />
        <Clock left label={s('3 天以内', 'Within 3 days')} end={now + 55.7 * HOUR} />
        <Clock left label={s('24 小时以内，走秒', 'Within 24 hours')} end={now + 5.22 * HOUR} />
        <Clock left label={s('已过截止', 'Past the end')} end={now - HOUR} tail={s('逾期不予受理', 'nothing is taken after it')} />
      </div>
    </Box>
  )
}

export const States = () => {
  const t = useText()
  const s = useSample()
  const kinds = ['ok', 'warn', 'block', 'half', 'wait', 'none', 'lock'] as const
  return (
    <Box title={s('状态：形状加文字，颜色只作第三重提示', 'State: shape and word, colour third')}>
      <div className="sample-states">{kinds.map((kind) => <State key={kind} kind={kind}>{t(`common.state.${kind}`)}</State>)}</div>
      <div className="row-of gap">
        <Chip kind="ok">{s('无问题', 'No findings')}</Chip><Chip kind="warn">{s('1 项', '1')}</Chip><Chip kind="block">{s('2 项', '2')}</Chip>
        <Chip kind="half">{s('已补正', 'Mended')}</Chip><Chip kind="none">{s('未打开', 'Not opened')}</Chip><Chip kind="lock">{s('已封票', 'Sealed')}</Chip>
      </div>
    </Box>
  )
}

export const Buttons = () => {
  const s = useSample()
  return (
    <Box title={s('按钮：一页一个实心朱色', 'Buttons: one solid vermilion a page')}>
      <div className="row-of">
        <Button look="primary" hint="R">{s('退回补正', 'Return')}</Button><Button hint="A">{s('接收', 'Accept')}</Button><Button look="block">{s('不予受理', 'Reject')}</Button><Button look="quiet">{s('下一件', 'Next')}</Button>
      </div>
      <div className="row-of gap">
        <Button look="primary" size="large" icon="up">{s('上传廉政意见', 'Upload the opinion')}</Button><Button size="small">{s('选原图替换', 'Replace')}</Button><Button busy>{s('正在核验', 'Inspecting')}</Button><Button disabled>{s('报送', 'Submit')}</Button><ButtonLink to="/" look="quiet">{s('首页', 'Start')}</ButtonLink>
      </div>
    </Box>
  )
}

export const Silences = () => {
  const s = useSample()
  return (
    <>
      <Box title={s('空：没有事也要说清楚，并给出去处', 'Empty: say it is good, and a way on')}>
        <Empty title={s('今天没有待审材料', 'Nothing to screen today')} action={<Button size="small">{s('看退回补正', 'See what was returned')}</Button>}>{s('已审 61 件，最后一件 5月27日 16:20。退回补正 2 件，最早 5月28日 18:00 到期。', '61 screened, the last on 27 May 16:20. 2 returned, the first due 28 May 18:00.')}</Empty>
      </Box>
      <Box title={s('加载：骨架占位，超过 10 秒说明在做什么', 'Loading: bars, after 10 seconds a sentence')}>
        <Skeleton shape="rows" lines={1} />
        <Loading lines={1} share={0.44} words={s('正在核验第 4 / 9 件，约 20 秒。可关掉页面，办妥后在此列出。', 'Inspecting 4 of 9, about 20 seconds. The page may be closed.')} />
      </Box>
      <Box title={s('出错：丢没丢、为什么、怎么办', 'Error: lost or not, why, what to do')}>
        <ErrorBox title={s('网络断开，上传停在 64%', 'The network broke; the upload stands at 64%')} lost={s('已传的 142 MB 都在，恢复后接着传，不必重选。', 'The 142 MB sent are safe; it goes on from there.')} number="0520-1429-7C" retry={() => {}} />
      </Box>
      <Box title={s('无权限：谁可以看、找谁开通', 'No permission: who may, whom to ask')}>
        <NoPermission who={s('评委会秘书', 'the jury secretary')} ask={s('云川省医学会（示例）活动办公室', 'the office')} />
      </Box>
    </>
  )
}

export const Judgements = () => {
  const s = useSample()
  const [checked, setChecked] = useState(true)
  return (
    <>
      <Box tall title={s('问题：错在哪，依据，怎么改', 'Finding: what, the clause, how to mend')}>
        <Findings>
          <FindingCard finding={findings.block} actions={<><Button size="small">{s('选原图替换', 'Replace')}</Button><Button size="small">{s('发取图码', 'Send a code')}</Button></>} />
          <FindingCard finding={findings.warn} compact choose={{ checked, onChange: setChecked }} />
          <FindingCard finding={findings.note} compact />
          <Note kind="ok" title={s('链条完整，1,842 条记录首尾相接', 'The chain is whole: 1,842 entries')} />
        </Findings>
      </Box>
      <Box title={s('下一步：全页唯一的朱底', 'Next step: the only accent wash')}>
        <NextStep act={s('请审签人周明溪签发', 'Ask the approver to sign')} actions={<Button look="primary">{s('送审签', 'Send')}</Button>}>{s('9 项已齐，依据', '9 of 9 are there; rests on')} <ClauseRef clause={materialClause} withSource />{s('。', '.')}</NextStep>
        <div className="gap" />
        <NextStep act={s('等省医学会审查', 'The province is screening')} waiting={{ whom: s('云川省医学会', 'the province'), since: s('5月20日', '20 May') }} />
      </Box>
      <Box title={s('计量：刻度、限值、现值同在一条', 'Meter: scale, limit and value in one bar')}>
        <Meter label={s('45 岁以下', 'Under 45')} value="15.4%" words={s('4 人，不低于 20%，还差 2 人', '4, at least 20 %, 2 short')} at={15.4} scale={50} limit={{ kind: 'least', at: 20 }} />
        <Meter label={s('院士', 'Academicians')} value="7.7%" words={s('2 人，不超过 10%', '2, at most 10 %')} at={7.7} scale={50} limit={{ kind: 'most', at: 10 }} />
        <Meter label={s('基层一线', 'Front line')} value="42.3%" words={s('11 人，未设比例', '11, no share set')} at={42.3} scale={50} />
      </Box>
    </>
  )
}
