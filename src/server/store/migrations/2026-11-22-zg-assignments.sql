-- 分配评阅: what was asked and found, one line after the other; the last of a campaign and rule is the one that stands.
CREATE TABLE assignments (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  rule_id text NOT NULL,
  -- Asked while this round is open, because a reader fell away; null: before it opens.
  round_id uuid REFERENCES rounds,
  state text NOT NULL CHECK (state IN ('asked','found','impossible','confirmed')),
  -- Candidates shared out so far, of all.
  done int NOT NULL DEFAULT 0,
  total int NOT NULL,
  -- By candidate the readers; of what stood before, and as found and changed by hand since.
  before jsonb NOT NULL DEFAULT '{}',
  readings jsonb,
  -- Who can read whom no more: the reason where it cannot be.
  bottleneck jsonb,
  version int NOT NULL DEFAULT 1,
  asked_by uuid NOT NULL REFERENCES accounts,
  asked_at timestamptz NOT NULL,
  confirmed_by uuid REFERENCES accounts,
  confirmed_at timestamptz,
  hash text,
  CONSTRAINT found_whole CHECK (state IN ('found','confirmed') = (readings IS NOT NULL) AND (state = 'impossible') = (bottleneck IS NOT NULL)),
  CONSTRAINT confirmed_whole CHECK (num_nulls(confirmed_by, confirmed_at, hash) = CASE WHEN state = 'confirmed' THEN 0 ELSE 3 END)
);
CREATE INDEX assignments_by_rule ON assignments (campaign_id, rule_id, asked_at DESC);
-- Who reads whom in a round that is open: nobody else sees the candidate or scores it. A round without a line here is read by everybody.
CREATE TABLE round_readings (
  round_id uuid NOT NULL,
  nomination_id uuid NOT NULL,
  account_id uuid NOT NULL,
  PRIMARY KEY (round_id, account_id, nomination_id),
  FOREIGN KEY (round_id, nomination_id) REFERENCES round_candidates (round_id, nomination_id),
  FOREIGN KEY (round_id, account_id) REFERENCES round_jurors (round_id, account_id)
);
