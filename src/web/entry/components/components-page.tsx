/** `/components`: every component in every state, alive. For us to look at and for the accessibility test to ask. */
import { useState } from 'react'
import { ActivityBand, type RailStage } from '../../ui/activity-band'
import { Button } from '../../ui/button'
import { Clock } from '../../ui/clock'
import { ActionBar, PageFrame } from '../../ui/page-frame'
import { TopBar } from '../../ui/top-bar'
import './components-page.css'
import { Choices, Fields, Voices } from './forms'
import { useSample } from './samples'
import { Buttons, Clocks, Judgements, Palette, Silences, States } from './signs'
import { ChecklistSample, SideSample, TableSample, TallySample, UploadSample } from './work'

const HOUR = 3_600_000

const useStages = (): RailStage[] => {
  const s = useSample()
  return [
    { name: s('动员', 'Call'), when: s('5月6日起', 'from 6 May'), standing: 'done' },
    { name: s('推荐', 'Nomination'), when: s('至5月23日', 'to 23 May'), standing: 'now', share: 0.8 },
    { name: s('遴选发布', 'Selection'), when: s('至6月12日', 'to 12 June'), standing: 'later' },
    { name: s('集中宣传', 'Publicity'), when: s('6月下旬起', 'late June on'), standing: 'later' },
    { name: s('深入学习', 'Learning'), when: s('至11月30日', 'to 30 Nov'), standing: 'later' },
  ]
}

export const ComponentsPage = () => {
  const s = useSample()
  const stages = useStages()
  const [end] = useState(() => Date.now() + 81.46 * HOUR)
  const title = s('2026年“云川最美科技工作者”选树和学习宣传活动', '2026 “Finest of Yunchuan Science” campaign')
  const clock = <Clock label={s('距推荐材料报送截止', 'Nominations close')} end={end} tail={s('逾期不予受理', 'nothing is taken after it')} />
  return (
    <>
      <TopBar home="/" demo items={[{ to: '/components', label: s('组件与状态', 'Components'), end: true }, { to: '/office', label: s('形式审查', 'Screening'), count: 23 }, { to: '/sign-in', label: s('登录页', 'Sign-in page') }]}
        organisation="云川省医学会（示例）" role={s('活动办公室', 'Office')} person="郑一帆" onSignOut={() => {}} />
      <ActivityBand title={title} stages={stages} next={s('审完余下 23 件；最早一件已等 3 个工作日', '23 left to screen; the oldest has waited 3 working days')} clock={<Clock label={s('距形式审查办结', 'Screening ends')} end={end - 26 * HOUR} />} />
      <PageFrame side={<SideSample />} sideLabel={s('旁栏', 'Aside')}
        top={<><Palette /><div className="sample-grid"><Clocks /><States /><Buttons /><Silences /><Judgements /><Voices /></div>
        <div className="sample-hero"><ActivityBand hero title={title} stages={stages} facts={[s('云医会字〔2026〕12号（示例）', 'Document 12 of 2026'), s('本单位限报 1 人', 'One nomination'), <>{s('人选：', 'Candidate: ')}<b>沈若川</b></>]} clock={clock} /></div></>}
        bar={<ActionBar move={<><Button look="quiet" hint="K">{s('上一件', 'Previous')}</Button><Button look="quiet" hint="J">{s('下一件', 'Next')}</Button></>} say={<>{s('已勾选 ', 'Ticked ')}<b>2</b>{s(' 项，补正期限 5月28日 18:00', ', due 28 May 18:00')}</>}><Button look="block" hint="X">{s('不予受理', 'Reject')}</Button><Button hint="A">{s('接收', 'Accept')}</Button><Button look="primary" hint="R">{s('退回补正', 'Return')}</Button></ActionBar>}
      >
        <ChecklistSample /><TableSample /><UploadSample /><TallySample /><Fields /><Choices />
      </PageFrame>
    </>
  )
}
