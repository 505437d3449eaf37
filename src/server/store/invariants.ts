import { FIRST_OUTSIDE } from '#core/nomination/submit'

/** `quotaOf` of the core, said in SQL: a unit's own number, its type's, else everybody's. A formula counts what is not in the data: its upper end is all that can be asked. */
const placesOfUnit = `coalesce((SELECT (x->>'max')::int FROM jsonb_array_elements(r->'named') x WHERE x->'codes' ? o.code LIMIT 1),
        (SELECT (x->>'max')::int FROM jsonb_array_elements(r->'byType') x WHERE x->>'type' = o.type LIMIT 1), (r->>'max')::int, CASE WHEN r ? 'formula' THEN ${FIRST_OUTSIDE} ELSE 0 END) + coalesce((r->'extra'->>'max')::int, 0)`

/** Questions to the live data whose answer must be empty; asked by `doctor` and after the tests. */
export const invariants: readonly { readonly name: string; readonly sql: string }[] = [
  { name: '名额 seats within the quota', sql: `SELECT n.campaign_id || ' ' || n.unit_id AS what FROM nominations n JOIN campaigns c ON c.id = n.campaign_id JOIN organisations o ON o.id = n.unit_id WHERE n.seat < ${FIRST_OUTSIDE}
      GROUP BY n.campaign_id, n.unit_id, c.resolved, o.code, o.type HAVING count(*) > (SELECT max(${placesOfUnit}) FROM (SELECT c.resolved UNION ALL SELECT v.resolved FROM definition_versions v WHERE v.campaign_id = n.campaign_id) d, jsonb_array_elements(d.resolved->'rules') r WHERE r->>'kind' = 'quota' AND coalesce(r->>'role', 'nominate') = 'nominate')` },
  { name: '共用名额 seats within a shared number', sql: `SELECT c.id || ' ' || (p->'name'->>'zh') AS what FROM campaigns c, jsonb_array_elements(c.resolved->'rules') r, jsonb_array_elements(r->'pools') p WHERE r->>'kind' = 'quota'
      AND (SELECT count(*) FROM nominations n JOIN organisations o ON o.id = n.unit_id WHERE n.campaign_id = c.id AND n.seat < ${FIRST_OUTSIDE} AND (p->'types' ? o.type OR p->'codes' ? o.code)) > (p->>'max')::int` },
  { name: '报送在截止之前 submissions in time', sql: `SELECT e.entry->'subject'->>'id' AS what FROM ledger_entries e JOIN campaigns c ON c.id = e.chain_id WHERE e.entry->>'act' = 'nomination.submitted'
      AND (e.entry->'data'->>'submittedAt')::bigint >= extract(epoch FROM coalesce(c.extended_to, c.deadline)) * 1000
      AND NOT EXISTS (SELECT FROM screenings s WHERE s.nomination_id = (e.entry->'subject'->>'id')::uuid AND s.decision = 'return' AND extract(epoch FROM s.until) * 1000 > (e.entry->'data'->>'submittedAt')::bigint)` },
  { name: '报送都在台账 submissions in the ledger', sql: `SELECT n.id::text AS what FROM nominations n WHERE n.state IN ('submitted','returned','accepted','rejected')
      AND NOT EXISTS (SELECT FROM ledger_entries e WHERE e.chain_id = n.campaign_id AND e.entry->>'act' = 'nomination.submitted' AND e.entry->'subject'->>'id' = n.id::text)` },
  { name: '关口的决定都在台账 decisions at gates in the ledger', sql: `SELECT d.id::text AS what FROM gate_decisions d JOIN nominations n ON n.id = d.nomination_id
      WHERE NOT EXISTS (SELECT FROM ledger_entries e WHERE e.chain_id = n.campaign_id AND e.entry->>'act' = 'gate.decided' AND e.entry->'subject'->>'id' = d.nomination_id::text AND e.entry->'data'->>'gate' = d.gate AND e.entry->'data'->>'outcome' = d.outcome)` },
  { name: '台账首尾相接 chain heads', sql: `SELECT h.chain_id::text AS what FROM ledger_heads h WHERE h.position > 0 AND NOT EXISTS (SELECT FROM ledger_entries e WHERE e.chain_id = h.chain_id AND e.position = h.position AND e.hash = h.hash)` },
  { name: '台账无缺号 no gap in a ledger', sql: `SELECT chain_id::text AS what FROM ledger_entries GROUP BY chain_id HAVING count(*) <> max(position)` },
  { name: '材料都有文件 files behind materials', sql: `SELECT m.id::text AS what FROM materials m LEFT JOIN blobs b ON b.sha256 = m.sha256 WHERE b.sha256 IS NULL OR b.bytes <> m.bytes` },
  { name: '隔离件无派生 purged bytes are nowhere', sql: `SELECT k.id::text AS what FROM quarantine k WHERE k.decision = 'purge' AND k.done_at IS NOT NULL AND (EXISTS (SELECT FROM materials m WHERE m.sha256 = k.sha256) OR EXISTS (SELECT FROM paper_readings p WHERE p.sha256 = k.sha256) OR EXISTS (SELECT FROM film_conversions f WHERE k.sha256 IN (f.sha256, f.made_sha256)))` },
  { name: '采用转换在台账 taken films in the ledger', sql: `SELECT f.id::text AS what FROM film_conversions f JOIN nominations n ON n.id = f.nomination_id WHERE f.ended = 'taken'
      AND NOT EXISTS (SELECT FROM ledger_entries e WHERE e.chain_id = n.campaign_id AND e.entry->>'act' = 'film.taken' AND e.entry->'data'->>'film' = f.id::text AND e.entry->'data'->>'file' = f.made_sha256)` },
  { name: '文件完好 files as they were stored', sql: `SELECT b.sha256 || coalesce(' ' || (SELECT string_agg(m.nomination_id || ' ' || m.name, ', ') FROM materials m WHERE m.sha256 = b.sha256), '') AS what FROM blobs b WHERE b.damaged_at IS NOT NULL` },
  { name: '封票后无密钥 no key after the count', sql: `SELECT id::text AS what FROM rounds WHERE state = 'closed' AND (private_key IS NOT NULL OR EXISTS (SELECT FROM sealed_ballots s WHERE s.round_id = rounds.id AND length(s.sealed) > 0))` },
  { name: '开票前无明票 no open ballot before the count', sql: `SELECT b.round_id::text AS what FROM ballots b JOIN rounds r ON r.id = b.round_id WHERE r.state = 'open'` },
  { name: '票数不多于到会 ballots within attendance', sql: `SELECT r.id::text AS what FROM rounds r WHERE (SELECT count(*) FROM ballots b WHERE b.round_id = r.id) > (SELECT count(*) FROM round_jurors j WHERE j.round_id = r.id AND j.present_at IS NOT NULL)` },
  { name: '荣誉在公示之后 honours after the public notice', sql: `SELECT h.id::text AS what FROM honours h JOIN public_notices p ON p.campaign_id = h.campaign_id WHERE h.given_at < p.ends_at` },
  { name: '荣誉都在名册 every honour in the register', sql: `SELECT h.id::text AS what FROM honours h WHERE NOT EXISTS (SELECT FROM honour_register g WHERE g.kind = 'given' AND g.honour_id = h.id AND g.number = h.number AND g.person_name = h.person->>'name')` },
  { name: '名册都在台账 entries of the register in the ledger', sql: `SELECT e.id::text AS what FROM honour_register e WHERE NOT EXISTS (SELECT FROM ledger_entries l WHERE l.chain_id = e.campaign_id AND CASE e.kind
      WHEN 'given' THEN l.entry->>'act' = 'honours.given' AND l.entry->'data'->'honours' @> jsonb_build_array(jsonb_build_object('honour', e.honour_id, 'number', e.number))
      ELSE l.entry->>'act' = 'honour.' || e.kind AND l.entry->'data'->>'entry' = e.id::text END)` },
  { name: '撤销恢复两人办理 revoked and restored by two persons', sql: `SELECT e.id::text AS what FROM honour_register e WHERE e.kind <> 'given' AND NOT EXISTS (SELECT FROM honour_proposals p WHERE p.honour_id = e.honour_id AND p.proposed_by = e.proposed_by AND p.confirmed_by = e.confirmed_by AND p.confirmed_by <> p.proposed_by AND p.reason = e.reason)` },
  { name: '两人延长 extensions by two persons', sql: `SELECT c.id::text AS what FROM campaigns c WHERE c.extended_to IS NOT NULL AND NOT EXISTS (SELECT FROM extensions e WHERE e.campaign_id = c.id AND e.until = c.extended_to AND e.confirmed_by IS NOT NULL AND e.confirmed_by <> e.proposed_by)` },
  { name: '外单位出具都在台账 opinions issued by a link in the ledger', sql: `SELECT r.id::text AS what FROM opinion_requests r WHERE r.answered_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM ledger_entries e WHERE e.chain_id = r.campaign_id AND e.entry->>'act' = 'opinion.answered' AND e.entry->'data'->>'request' = r.id::text)` },
  { name: '重开账号都在台账 accounts opened again in the ledger', sql: `SELECT r.id::text AS what FROM reopenings r WHERE r.confirmed_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM ledger_entries e WHERE e.chain_id = r.organisation_id AND e.entry->>'act' = 'account.reopened' AND e.entry->'data'->>'reopening' = r.id::text)` },
  { name: '登录核对两人改动 who signs in with two steps, set by two persons', sql: `SELECT f.role AS what FROM second_factor_roles f WHERE NOT EXISTS (SELECT FROM second_factor_changes c WHERE c.confirmed_by <> c.proposed_by AND (c.asked->>f.role)::boolean = f.needed)` },
  { name: '封单照台账 sealed files as the ledger fixed them', sql: `SELECT s.nomination_id || ' ' || s.name AS what FROM sealed_files s JOIN nominations n ON n.id = s.nomination_id WHERE s.until IS NOT NULL
      AND NOT EXISTS (SELECT FROM ledger_entries e WHERE e.chain_id = n.campaign_id AND e.entry->>'act' = 'nomination.submitted' AND e.entry->'subject'->>'id' = n.id::text AND e.entry->'data'->'sealed' ? s.sha256)` },
  { name: '证件号码不明存 no ID number in the open', sql: `SELECT id::text AS what FROM nominations WHERE fields ? 'idNumber' OR fields ? 'phone'` },
  { name: '推荐属于参加单位 nominations of participants', sql: `SELECT n.id::text AS what FROM nominations n JOIN organisations o ON o.id = n.unit_id JOIN campaigns c ON c.id = n.campaign_id WHERE NOT organisation_is_below(o.id, c.organisation_id)` },
  { name: '已阅知在台账 acknowledgements in the ledger', sql: `SELECT u.campaign_id || ' ' || u.unit_id AS what FROM campaign_units u WHERE u.acknowledged_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM ledger_entries e WHERE e.chain_id = u.campaign_id AND e.entry->>'act' = 'notice.acknowledged' AND e.entry->'subject'->>'id' = u.unit_id::text)` },
  { name: '修订两人办理 amendments by two persons', sql: `SELECT c.id::text AS what FROM campaigns c WHERE c.state <> 'draft' AND EXISTS (SELECT FROM definition_versions v WHERE v.campaign_id = c.id AND v.version > 1 AND NOT EXISTS (SELECT FROM amendments a WHERE a.campaign_id = c.id AND a.hash = v.hash AND a.confirmed_by <> a.proposed_by))` },
  { name: '方案历次留存 every version in force is kept', sql: `SELECT c.id::text AS what FROM campaigns c WHERE c.state <> 'draft' AND c.definition_hash IS DISTINCT FROM (SELECT v.hash FROM definition_versions v WHERE v.campaign_id = c.id ORDER BY v.version DESC LIMIT 1)` },
  { name: '下级不离上级版本 children stand under a version of their parent', sql: `SELECT c.id::text AS what FROM campaigns c WHERE c.parent_campaign_id IS NOT NULL AND (NOT EXISTS (SELECT FROM definition_versions v WHERE v.campaign_id = c.parent_campaign_id AND v.hash = c.parent_hash) OR c.overlay <> c.chain->-1)` },
  { name: '分出的名额合计 grants add up to what is given', sql: `SELECT p.campaign_id::text AS what FROM quota_pools p WHERE p.given <> coalesce((SELECT sum(g.granted - g.returned) FROM quota_grants g WHERE g.campaign_id = p.campaign_id), 0) OR p.given > p.total` },
  { name: '下级名额即上级下达 a pool below is what was granted', sql: `SELECT p.campaign_id::text AS what FROM quota_pools p JOIN campaigns c ON c.id = p.campaign_id JOIN quota_grants g ON g.campaign_id = c.parent_campaign_id AND g.organisation_id = c.organisation_id WHERE p.total <> g.granted - g.returned - g.used` },
  { name: '已用名额即已报送 used grants are seats held', sql: `SELECT g.campaign_id || ' ' || g.organisation_id AS what FROM quota_grants g WHERE g.used > g.granted - g.returned OR g.used <> (SELECT count(*) FROM nominations n WHERE n.campaign_id = g.campaign_id AND n.unit_id = g.organisation_id AND n.seat < ${FIRST_OUTSIDE})` },
]
