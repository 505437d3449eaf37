/** Words of the public page of activities. */
export const words = {
  zh: { title: '学习活动', lead: '各单位学习宣传获评者事迹的活动，按日期先后排列。', none: '还没有公布的活动。', more: '这里是最近的一部分。', hosts: '主办', reports: '报道', report: (n: number) => `报道 ${n}`, gone: (n: number) => `报道 ${n}（原网页已打不开）`, photo: (what: string, n: number) => `${what}，照片 ${n}`, people: (n: number) => `${n} 人参加` },
  en: { title: 'Activities', lead: 'How units study and make known the deeds of those honoured, by day.', none: 'No activity is public yet.', more: 'These are the latest.', hosts: 'Held by', reports: 'Reports', report: (n: number) => `Report ${n}`, gone: (n: number) => `Report ${n} (the page does not open any more)`, photo: (what: string, n: number) => `${what}, photograph ${n}`, people: (n: number) => `${n} took part` },
} as const
