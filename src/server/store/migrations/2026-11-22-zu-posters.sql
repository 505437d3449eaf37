-- 海报: made from a published story by a job; withdrawn with it.
CREATE TABLE poster_sets (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  job_id uuid NOT NULL REFERENCES jobs,
  asked_by uuid NOT NULL REFERENCES accounts,
  asked_at timestamptz NOT NULL,
  design text NOT NULL CHECK (design IN ('a','b','c')),
  sizes text[] NOT NULL CHECK (cardinality(sizes) > 0)
);
CREATE INDEX poster_sets_by_campaign ON poster_sets (campaign_id, asked_at);

CREATE TABLE posters (
  id uuid PRIMARY KEY,
  set_id uuid NOT NULL REFERENCES poster_sets,
  ordinal int NOT NULL,
  nomination_id uuid NOT NULL REFERENCES nominations,
  size text NOT NULL,
  words text[] NOT NULL,
  media_id uuid NOT NULL,
  -- Of the story's public text that cleared the words.
  story_hash text NOT NULL,
  sha256 text REFERENCES blobs,
  bytes bigint,
  made_at timestamptz,
  -- Findings that kept it from being made.
  lacks jsonb,
  withdrawn_at timestamptz,
  UNIQUE (set_id, ordinal),
  CHECK ((made_at IS NULL) = (sha256 IS NULL))
);
CREATE INDEX posters_by_nomination ON posters (nomination_id);
CREATE INDEX posters_by_file ON posters (sha256);
