/** Interviews as an iCalendar file (RFC 5545). Calendars travel to many machines: it holds no telephone number, and not what may not be filmed. */
import { ICalCalendar, ICalEventStatus } from 'ical-generator'
import type { Instant } from '#core/kernel/instant'
import { kindNames, type InterviewKind } from '#core/publicity/interviews/interview'

export interface CalendarEntry { readonly id: string; readonly version: number; readonly kind: InterviewKind; readonly name: string; readonly medium: string; readonly purpose: string; readonly team: string; readonly size: number; readonly place: string; readonly from: Instant; readonly to: Instant; readonly changedAt: Instant }

/** @param name of the calendar @returns UTF-8 with CRLF */
export const interviewsCalendar = (name: string, entries: readonly CalendarEntry[]): string => {
  const calendar = new ICalCalendar({ name, prodId: { company: 'Xuanshu', product: 'interviews', language: 'ZH' } })
  for (const e of entries) {
    calendar.createEvent({
      // The same at each download: who takes the file again changes the entry, and doubles nothing.
      id: `${e.id}@xuanshu`, sequence: e.version, stamp: new Date(e.changedAt), lastModified: new Date(e.changedAt), start: new Date(e.from), end: new Date(e.to), summary: `${kindNames[e.kind].zh}：${e.name}（${e.medium}）`, location: e.place,
      description: `用途：${e.purpose}\n来人：${e.team}，共 ${e.size} 人\n联系电话和拍摄须知见选树页面。`, status: ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}
