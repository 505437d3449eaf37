/** Questions to the live data whose answer must be empty; asked by `doctor` and after the tests. */
export const invariants: readonly { readonly name: string; readonly sql: string }[] = [
  { name: '名额 seats within the quota', sql: `SELECT n.campaign_id || ' ' || n.unit_id AS what FROM nominations n JOIN campaigns c ON c.id = n.campaign_id WHERE n.seat IS NOT NULL
      GROUP BY n.campaign_id, n.unit_id, c.resolved HAVING count(*) > (SELECT (r->>'max')::int FROM jsonb_array_elements(c.resolved->'rules') r WHERE r->>'kind' = 'quota' LIMIT 1)` },
  { name: '报送在截止之前 submissions in time', sql: `SELECT e.entry->'subject'->>'id' AS what FROM ledger_entries e JOIN campaigns c ON c.id = e.chain_id WHERE e.entry->>'act' = 'nomination.submitted'
      AND (e.entry->'data'->>'submittedAt')::bigint >= extract(epoch FROM coalesce(c.extended_to, c.deadline)) * 1000
      AND NOT EXISTS (SELECT FROM screenings s WHERE s.nomination_id = (e.entry->'subject'->>'id')::uuid AND s.decision = 'return' AND extract(epoch FROM s.until) * 1000 > (e.entry->'data'->>'submittedAt')::bigint)` },
  { name: '报送都在台账 submissions in the ledger', sql: `SELECT n.id::text AS what FROM nominations n WHERE n.state IN ('submitted','returned','accepted','rejected')
      AND NOT EXISTS (SELECT FROM ledger_entries e WHERE e.chain_id = n.campaign_id AND e.entry->>'act' = 'nomination.submitted' AND e.entry->'subject'->>'id' = n.id::text)` },
  { name: '台账首尾相接 chain heads', sql: `SELECT h.chain_id::text AS what FROM ledger_heads h WHERE h.position > 0 AND NOT EXISTS (SELECT FROM ledger_entries e WHERE e.chain_id = h.chain_id AND e.position = h.position AND e.hash = h.hash)` },
  { name: '台账无缺号 no gap in a ledger', sql: `SELECT chain_id::text AS what FROM ledger_entries GROUP BY chain_id HAVING count(*) <> max(position)` },
  { name: '材料都有文件 files behind materials', sql: `SELECT m.id::text AS what FROM materials m LEFT JOIN blobs b ON b.sha256 = m.sha256 WHERE b.sha256 IS NULL OR b.bytes <> m.bytes` },
  { name: '封票后无密钥 no key after the count', sql: `SELECT id::text AS what FROM rounds WHERE state = 'closed' AND (private_key IS NOT NULL OR EXISTS (SELECT FROM sealed_ballots s WHERE s.round_id = rounds.id AND length(s.sealed) > 0))` },
  { name: '开票前无明票 no open ballot before the count', sql: `SELECT b.round_id::text AS what FROM ballots b JOIN rounds r ON r.id = b.round_id WHERE r.state = 'open'` },
  { name: '票数不多于到会 ballots within attendance', sql: `SELECT r.id::text AS what FROM rounds r WHERE (SELECT count(*) FROM ballots b WHERE b.round_id = r.id) > (SELECT count(*) FROM round_jurors j WHERE j.round_id = r.id AND j.present_at IS NOT NULL)` },
  { name: '荣誉在公示之后 honours after the public notice', sql: `SELECT h.id::text AS what FROM honours h JOIN public_notices p ON p.campaign_id = h.campaign_id WHERE h.given_at < p.ends_at` },
  { name: '两人延长 extensions by two persons', sql: `SELECT c.id::text AS what FROM campaigns c WHERE c.extended_to IS NOT NULL AND NOT EXISTS (SELECT FROM extensions e WHERE e.campaign_id = c.id AND e.until = c.extended_to AND e.confirmed_by IS NOT NULL AND e.confirmed_by <> e.proposed_by)` },
  { name: '证件号码不明存 no ID number in the open', sql: `SELECT id::text AS what FROM nominations WHERE fields ? 'idNumber' OR fields ? 'phone'` },
  { name: '推荐属于参加单位 nominations of participants', sql: `SELECT n.id::text AS what FROM nominations n JOIN organisations o ON o.id = n.unit_id JOIN campaigns c ON c.id = n.campaign_id WHERE o.root_id <> c.organisation_id` },
]
