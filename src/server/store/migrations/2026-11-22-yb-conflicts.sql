-- 回避 that others than the juror decide: by supervisor or secretary, one after the other; the last one holds.
CREATE TABLE conflict_decisions (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  account_id uuid NOT NULL REFERENCES accounts,
  nomination_id uuid NOT NULL REFERENCES nominations,
  decision text NOT NULL CHECK (decision IN ('standsBack','stays')),
  reason text NOT NULL CHECK (reason <> ''),
  decided_by uuid NOT NULL REFERENCES accounts,
  role text NOT NULL CHECK (role IN ('supervisor','jurySecretary')),
  decided_at timestamptz NOT NULL
);
CREATE INDEX conflict_decisions_by_campaign ON conflict_decisions (campaign_id, decided_at);

-- By the juror, or by such a decision.
ALTER TABLE recusals ADD COLUMN source text NOT NULL DEFAULT 'declared' CHECK (source IN ('declared','claimed'));

-- The trace of a ballot that was given before a claim: that it was there, never what it said.
CREATE TABLE withdrawn_ballots (
  id uuid PRIMARY KEY,
  round_id uuid NOT NULL,
  account_id uuid NOT NULL,
  decision_id uuid NOT NULL REFERENCES conflict_decisions,
  withdrawn_at timestamptz NOT NULL,
  FOREIGN KEY (round_id, account_id) REFERENCES round_jurors (round_id, account_id)
);
CREATE INDEX withdrawn_ballots_by_round ON withdrawn_ballots (round_id, account_id);
