-- 抽查 of the supervisor: pool, number and the hash of the seed are fixed before; the seed is known after.
CREATE TABLE samples (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  what text NOT NULL CHECK (what IN ('nominations','ballots','letters')),
  size int NOT NULL CHECK (size > 0),
  -- Ids or receipt codes.
  pool jsonb NOT NULL,
  plan_hash text NOT NULL,
  commitment text NOT NULL,
  sealed_secret bytea,
  secret text,
  word text,
  drawn jsonb,
  fixed_by uuid NOT NULL REFERENCES accounts,
  fixed_at timestamptz NOT NULL,
  drawn_at timestamptz,
  CHECK ((drawn_at IS NULL) = (drawn IS NULL) AND (drawn_at IS NULL) = (secret IS NULL) AND (drawn_at IS NULL) = (sealed_secret IS NOT NULL))
);
CREATE INDEX samples_by_campaign ON samples (campaign_id, fixed_at);
-- What was found; only added to, the last one of an item holds.
CREATE TABLE sample_notes (
  id uuid PRIMARY KEY,
  sample_id uuid NOT NULL REFERENCES samples,
  item text NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('true','doubtful')),
  words text NOT NULL DEFAULT '',
  noted_by uuid NOT NULL REFERENCES accounts,
  noted_at timestamptz NOT NULL,
  CHECK (verdict = 'true' OR words <> '')
);
CREATE INDEX sample_notes_by_sample ON sample_notes (sample_id, noted_at);
-- 监督报告 as it was sealed: what it says, and the hash that the ledger has.
CREATE TABLE supervision_reports (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  content jsonb NOT NULL,
  hash text NOT NULL,
  sealed_by uuid NOT NULL REFERENCES accounts,
  sealed_at timestamptz NOT NULL
);
CREATE INDEX supervision_reports_by_campaign ON supervision_reports (campaign_id, sealed_at);
