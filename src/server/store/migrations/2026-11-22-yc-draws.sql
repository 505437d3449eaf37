-- 抽取评委: pool, terms and the hash of the seed are fixed before; the seed is known after.
CREATE TABLE jury_draws (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  -- The round it is for; null: every round without a jury of its own.
  rule_id text,
  pool jsonb NOT NULL,
  terms jsonb NOT NULL,
  plan_hash text NOT NULL,
  commitment text NOT NULL,
  -- By the installation's key until it is drawn.
  sealed_secret bytea,
  secret text,
  word text,
  result jsonb,
  fixed_by uuid NOT NULL REFERENCES accounts,
  fixed_at timestamptz NOT NULL,
  drawn_at timestamptz,
  CHECK ((result IS NULL) = (drawn_at IS NULL)),
  CHECK ((result IS NULL) = (secret IS NULL)),
  CHECK ((result IS NULL) = (word IS NULL)),
  CHECK ((result IS NULL) = (sealed_secret IS NOT NULL))
);
CREATE INDEX jury_draws_by_campaign ON jury_draws (campaign_id, fixed_at);

-- Who came in for whom, in order.
CREATE TABLE jury_stand_ins (
  draw_id uuid NOT NULL REFERENCES jury_draws,
  expert_id uuid NOT NULL REFERENCES experts,
  left_expert_id uuid NOT NULL REFERENCES experts,
  reason text NOT NULL CHECK (reason <> ''),
  called_at timestamptz NOT NULL,
  PRIMARY KEY (draw_id, expert_id),
  UNIQUE (draw_id, left_expert_id)
);

-- A round that has a jury of its own. Its people sit in jury_members too, not `general`: there the seat opens the pages.
CREATE TABLE round_juries (
  campaign_id uuid NOT NULL REFERENCES campaigns,
  rule_id text NOT NULL,
  account_id uuid NOT NULL REFERENCES accounts,
  duty text CHECK (duty IN ('chair','scrutineer','counter')),
  PRIMARY KEY (campaign_id, rule_id, account_id)
);
ALTER TABLE jury_members ADD COLUMN general boolean NOT NULL DEFAULT true;
ALTER TABLE jury_members ADD COLUMN duty text CHECK (duty IN ('chair','scrutineer','counter'));
