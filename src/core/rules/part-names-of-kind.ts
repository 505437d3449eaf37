/** Parts that one kind of rule calls its own: `by` is a person for a declaration and a day for a report. */
export const namesOfKind: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'dueDate.to': ['报给谁', 'To whom'], 'quota.to': ['推荐至', 'Goes to'], 'reportBack.to': ['报给谁', 'Reported to'], 'reportBack.by': ['最晚日期', 'By'], 'reportBack.what': ['报什么', 'What is reported'],
  'publicity.by': ['渠道', 'Channel'], 'publicity.on': ['哪一天', 'On'], 'publicity.least': ['不少于几次', 'How often at least'], 'publicity.owedTo': ['报给谁', 'Reported to'],
  'objection.by': ['处理机构', 'Who decides'], 'objection.within': ['时限', 'Within'], 'objection.report': ['书面报告', 'In writing'],
  'material.by': ['报送方式', 'How it comes in'], 'material.of': ['谁的公章', 'Whose seal'], 'material.across': ['骑缝', 'Across the pages'], 'material.size': ['纸张', 'Paper size'], 'material.selection': ['随推荐报送', 'with the nomination'], 'material.name': ['名称', 'Name'],
  'procedureStep.of': ['以谁为基数', 'Base of the votes'], 'procedureStep.record': ['怎样记录', 'How it is recorded'], 'procedureStep.optionalEvidence': ['可附的证明材料', 'Evidence that may come with it'], 'procedureStep.meeting': ['会议', 'Meeting'],
  'procedureStep.notice': ['公示', 'Public notice'], 'procedureStep.visit': ['走访', 'Visit'], 'procedureStep.symposium': ['座谈会', 'Symposium'], 'procedureStep.remote': ['可以视频参加', 'By video too'], 'procedureStep.talks': ['个别谈话', 'Individual talks'],
  'procedureStep.verification': ['逐项核实', 'Verification'], 'procedureStep.unverified': ['没有核实的', 'Not verified'], 'procedureStep.differing': ['有出入的', 'Differing'], 'procedureStep.unknown': ['无法核实的', 'Cannot be verified'], 'procedureStep.materials': ['核实哪些材料', 'Materials verified'],
  'publicNotice.step': ['由哪一步程序记录', 'Recorded by which step'], 'opinion.of': ['征求谁的意见', 'Whose opinion'], 'opinion.before': ['在哪一步之前', 'Before'], 'opinion.approval': ['审定前', 'before approval'],
  'round.from': ['最低分', 'Lowest score'], 'round.to': ['最高分', 'Highest score'], 'round.of': ['哪一部分', 'Which part'], 'round.name': ['名称', 'Name'],
  'sanction.of': ['谁违规', 'Whose breach'], 'sanction.years': ['几年（不填为终身）', 'Years (none: for ever)'],
  'publicNotice.unit': ['人选所在单位', 'the candidate’s workplace'],
}
