-- 谁在看: who of an office has which nomination open now. No history: one row a person, gone within a minute; after a crash nobody is there.
CREATE UNLOGGED TABLE desk_presence (
  campaign_id uuid NOT NULL REFERENCES campaigns ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
  nomination_id uuid NOT NULL,
  -- Real time: a demo clock ends nobody's presence.
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (campaign_id, account_id)
);
