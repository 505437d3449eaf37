/** Words of the page on which the public votes. */
export const voteTexts = {
  zh: {
    nav: '公众投票', all: '活动一览', vote: '投票', choose: '选人', weight: '分量', limits: '限制', time: '时间', results: '结果',
    weighs: (percent: number, by: 'byRank' | 'byShare') => `公众投票占结果的 ${percent}%（${by === 'byRank' ? '按名次折分' : '按得票折分'}），其余 ${100 - percent}% 由评委会打分。`,
    honest: '机器投票、组织刷票不能完全排除，所以分量小、有限额。票多不等于当选。',
    until: (from: string, to: string) => `${from} 至 ${to}`, hidden: '投票期间不公布票数；评审结束后随结果公布。',
    noNames: '不要求登录，不记姓名。为了限额，系统只存浏览器和网络地址的加密代号，投票一结束就销毁。', order: '人选的先后由抽签定。',
    notYet: '投票还没有开始', over: '投票已经结束', overFact: '感谢参与。票数在评审结束后随结果公布。', given: (n: number) => `收到了：这个浏览器投了 ${n} 票`, mayAgain: '还可以再投。', tomorrow: '今天投满了，明天可以再投。', full: '投满了，感谢参与。',
    tooFast: '请求太快。请过一分钟再试，选好的人要重新选。', notTaken: '这张票没有收', counts: '各人选的票数', votes: (n: number) => `${n} 票`, inAll: (n: number, struck: number) => `共 ${n} 票${struck === 0 ? '' : `，另有 ${struck} 票超限不计`}。`,
    promise: '票数由系统相加，计票办法和记录可由任何人核验。',
  },
  en: {
    nav: 'Vote of the public', all: 'Campaigns', vote: 'Vote', choose: 'Candidates', weight: 'Weight', limits: 'Limits', time: 'Time', results: 'Result',
    weighs: (percent: number, by: 'byRank' | 'byShare') => `The public counts for ${percent}% of the result (${by === 'byRank' ? 'by rank' : 'by votes'}); the other ${100 - percent}% are scores of the jury.`,
    honest: 'Votes by machines and by arrangement cannot be excluded altogether: so the weight is small, and there are limits. Most votes does not mean chosen.',
    until: (from: string, to: string) => `${from} to ${to}`, hidden: 'No votes are told while it runs; they are published with the result.',
    noNames: 'No sign-in and no name. For the limits alone, signs of browser and network address are kept in cipher, and destroyed when the vote is over.', order: 'The order of the candidates was drawn by lot.',
    notYet: 'The vote has not begun', over: 'The vote is over', overFact: 'Thank you. The votes are published with the result.', given: (n: number) => `Received: this browser gave ${n} vote(s)`, mayAgain: 'You may vote again.', tomorrow: 'That is all for today; you may vote again tomorrow.', full: 'That is all. Thank you.',
    tooFast: 'Too many requests. Try again in a minute; choose again then.', notTaken: 'This vote was not taken', counts: 'Votes of the candidates', votes: (n: number) => `${n} vote(s)`, inAll: (n: number, struck: number) => `${n} votes in all${struck === 0 ? '' : `; ${struck} more were above a limit and do not count`}.`,
    promise: 'Votes are added up by the program; anybody can verify the count from the record.',
  },
} as const
