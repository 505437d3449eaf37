-- 链接可用性: what was found when a link of an activity or of the media plan was looked at.
CREATE TABLE link_looks (
  campaign_id uuid NOT NULL REFERENCES campaigns,
  address text NOT NULL CHECK (address <> ''),
  -- By which few are asked at a time.
  host text NOT NULL,
  -- NULL: not looked at yet.
  kind text CHECK (kind IN ('works','moved','gone','closed','error','noHost','tooLong','unreachable','refused','noWay')),
  status int,
  moved_to text,
  looked_at timestamptz,
  -- The first of the failures that were not interrupted.
  failing_since timestamptz,
  -- When the other side last answered anything: it shows that there is a way out.
  answered_at timestamptz,
  -- NULL: not by itself any more. Product time.
  due_at timestamptz,
  -- 再看一次 was pressed, or it was just entered.
  asked boolean NOT NULL DEFAULT true,
  leased_until timestamptz,
  PRIMARY KEY (campaign_id, address),
  CHECK ((kind IS NULL) = (looked_at IS NULL))
);
CREATE INDEX link_looks_due ON link_looks (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX link_looks_answered ON link_looks (answered_at) WHERE answered_at IS NOT NULL;
-- Where an address stands: asked before it is looked at again, and when it turns out dead.
CREATE INDEX activities_by_link ON activities USING gin (links) WHERE withdrawn_at IS NULL;
CREATE INDEX media_items_by_link ON media_items (campaign_id, link) WHERE link <> '';

INSERT INTO link_looks (campaign_id, address, host, due_at)
SELECT DISTINCT l.campaign_id, l.address, coalesce(substring(lower(l.address) FROM '^https?://(?:[^/?#@]*@)?([^/?#:]+)'), ''), product_time()
FROM (SELECT campaign_id, unnest(links) AS address FROM activities WHERE withdrawn_at IS NULL UNION ALL SELECT campaign_id, link FROM media_items WHERE link <> '') l
WHERE l.address ~* '^https?://[^/?#:]';
