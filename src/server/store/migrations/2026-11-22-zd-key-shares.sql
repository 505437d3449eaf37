-- 开箱钥匙一分为三: of each holder's key the public half alone; the private half is on paper and nowhere else.
CREATE TABLE round_key_shares (
  round_id uuid NOT NULL REFERENCES rounds,
  holder text NOT NULL CHECK (holder IN ('secretary','supervisor','office')),
  public_key bytea NOT NULL,
  printed_by uuid NOT NULL REFERENCES accounts,
  printed_at timestamptz NOT NULL,
  -- 1: once; more: the ones before are void.
  printings int NOT NULL DEFAULT 1,
  used_at timestamptz,
  PRIMARY KEY (round_id, holder),
  -- Nobody holds two.
  UNIQUE (round_id, printed_by)
);
-- 废止: a round whose box cannot be opened any more ends without a count, and is held again under the same rule.
ALTER TABLE rounds
  ADD COLUMN abandoned_at timestamptz,
  ADD COLUMN abandoned_by uuid REFERENCES accounts,
  ADD COLUMN abandoned_reason text,
  ADD CONSTRAINT abandoned_with_reason CHECK ((abandoned_at IS NULL) = (abandoned_reason IS NULL) AND (abandoned_at IS NULL OR state = 'closed')),
  DROP CONSTRAINT result_when_closed,
  ADD CONSTRAINT result_when_closed CHECK ((state = 'closed' AND abandoned_at IS NULL) = (result IS NOT NULL)),
  DROP CONSTRAINT rounds_campaign_id_rule_id_key;
CREATE UNIQUE INDEX one_round_of_a_rule ON rounds (campaign_id, rule_id) WHERE abandoned_at IS NULL;
