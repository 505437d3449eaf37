/** 总结: the figures for the final report of a campaign. */
import type { finalReport as zh } from '../zh/final-report'

export const finalReport: Record<keyof typeof zh, string> = {
  'nav': 'Final report',
  'title': 'Final report',
  'asOf': 'As of {at}. Numbers alone, nobody is named.',
  'take': 'Download the draft (Word)',
  'about': 'The draft is made of the sentences and figures below, each chart beside its table, with a last page that says where every number comes from. It is in Chinese and ready to be gone on with; what was learned is for the hosts to write.',
  'from': 'Source: {from}',
  'where': 'Where the numbers come from',
  'whereNote': 'every number of a sentence stands here',
  'what': 'Number',
  'value': 'Value',
  'source': 'Source',
  'contents': 'Contents',
}
