-- 公众投票: the period of a round's vote of the public, and while it runs its votes under signs that no name stands behind.
CREATE TABLE public_votes (
  round_id uuid PRIMARY KEY REFERENCES rounds,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  opened_by uuid NOT NULL REFERENCES accounts,
  opened_at timestamptz NOT NULL,
  -- What turns addresses and browsers into signs, sealed by the installation's key; destroyed when the vote is over.
  salt bytea NOT NULL,
  ended_at timestamptz,
  -- Votes added up by day and choice, and how they came by hour and network.
  tally jsonb,
  figures jsonb,
  CONSTRAINT some_time CHECK (ends_at > starts_at),
  CONSTRAINT nothing_left_of_voters CHECK (ended_at IS NULL OR (length(salt) = 0 AND tally IS NOT NULL AND figures IS NOT NULL))
);
-- Gone when the vote is over. `hour`: no moment of its own is kept.
CREATE TABLE public_ballots (
  round_id uuid NOT NULL REFERENCES public_votes,
  ordinal bigint GENERATED ALWAYS AS IDENTITY,
  browser bytea NOT NULL,
  address bytea NOT NULL,
  network bytea NOT NULL,
  hour timestamptz NOT NULL,
  day date NOT NULL,
  candidates uuid[] NOT NULL,
  PRIMARY KEY (round_id, ordinal)
);
CREATE INDEX public_ballots_by_browser ON public_ballots (round_id, browser);
CREATE INDEX public_ballots_by_address ON public_ballots (round_id, address, day);
CREATE INDEX public_ballots_by_hour ON public_ballots (round_id, hour, network);
