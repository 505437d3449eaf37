-- 待发出的审查结论: decided for several at once, told to nobody yet. Until the release the nominations stand as they stood.
ALTER TABLE campaigns ADD COLUMN hold_minutes int NOT NULL DEFAULT 10 CHECK (hold_minutes BETWEEN 0 AND 1440);
CREATE TABLE held_batches (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  decision text NOT NULL CHECK (decision IN ('accept','return')),
  note text NOT NULL,
  points jsonb NOT NULL,
  until timestamptz,
  held_by uuid NOT NULL REFERENCES accounts,
  held_at timestamptz NOT NULL,
  release_at timestamptz NOT NULL,
  released_at timestamptz,
  undone_at timestamptz,
  undone_by uuid REFERENCES accounts,
  CONSTRAINT released_or_undone CHECK (released_at IS NULL OR undone_at IS NULL),
  CONSTRAINT term_of_a_return CHECK ((decision = 'return') = (until IS NOT NULL))
);
CREATE INDEX held_batches_by_campaign ON held_batches (campaign_id, held_at);
CREATE TABLE held_decisions (
  batch_id uuid NOT NULL REFERENCES held_batches,
  nomination_id uuid NOT NULL REFERENCES nominations,
  -- As it was when somebody decided.
  version int NOT NULL,
  outcome text CHECK (outcome IN ('released','dropped','undone')),
  PRIMARY KEY (batch_id, nomination_id)
);
-- Nobody decides twice about what is held.
CREATE UNIQUE INDEX one_held_decision ON held_decisions (nomination_id) WHERE outcome IS NULL;
