-- 隐私放行: one thing the gate found in one text of one person, let pass by two persons with a reason. Another text is another thing.
CREATE TABLE privacy_passes (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  nomination_id uuid NOT NULL REFERENCES nominations,
  kind text NOT NULL,
  -- The text, what was found in it, and chance beside both, by the installation's key: the ledger has the hash of all three.
  sealed bytea NOT NULL,
  hash text NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  proposed_by uuid NOT NULL REFERENCES accounts,
  proposed_at timestamptz NOT NULL,
  confirmed_by uuid REFERENCES accounts,
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  CONSTRAINT two_persons CHECK (confirmed_by <> proposed_by),
  CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
  CHECK (confirmed_at IS NULL OR withdrawn_at IS NULL)
);
CREATE INDEX privacy_passes_by_campaign ON privacy_passes (campaign_id, proposed_at);
