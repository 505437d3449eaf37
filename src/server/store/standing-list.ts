/** Who stands on the public lists of a campaign now, for whatever counts people; in SQL, since all campaigns are counted in one statement. */

/** Of a row of objections or anything with its columns: what `takesOut` of the core says of one. */
export const takesOutIn = (b: string): string => `(${b}.track = 'objection' AND ${b}.state = 'decided' AND ${b}.outcome = 'upheld')`
const stays = (nomination: string): string => `NOT EXISTS (SELECT FROM objections b WHERE b.nomination_id = ${nomination} AND ${takesOutIn('b')})`

/** One row for each who was put on public notice and is not out: campaign_id, nomination_id. */
export const onNotice = `(SELECT l.campaign_id, l.nomination_id FROM (
    SELECT n.campaign_id, (p->>'nominationId')::uuid AS nomination_id FROM public_notices n, jsonb_array_elements(n.people) p UNION ALL SELECT s.campaign_id, s.nomination_id FROM supplementary_notices s) l
  WHERE ${stays('l.nomination_id')})`
/** Terms of public notices that hold, the supplementary ones of those who are not out with them: campaign_id, ends_at, days. */
export const noticeTerms = `(SELECT n.campaign_id, n.ends_at, n.days FROM public_notices n UNION ALL SELECT s.campaign_id, s.ends_at, s.days FROM supplementary_notices s WHERE ${stays('s.nomination_id')})`
